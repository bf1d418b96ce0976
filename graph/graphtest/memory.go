package graphtest

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"sync/atomic"

	"dateline/graph"
	"dateline/graph/storekit"
)

// Memory is a graph.Store in memory, for tests and as a reference to compare stores with.
// Every question scans everything, and every Update works on a copy that replaces the old
// state: that is slow, and evidently right. The zero Memory is not usable; see NewMemory.
type Memory struct {
	*committed
	eventReader
	entityReader
	articleReader
	nodeReader
	networkReader
	changeReader
	editReader
	reviewReader
	writing chan struct{} // holds one token while an Update runs
}

// Each of these answers the questions of the interface of package graph that has its name.
type (
	eventReader   struct{ *committed }
	entityReader  struct{ *committed }
	articleReader struct{ *committed }
	nodeReader    struct{ *committed }
	networkReader struct{ *committed }
	changeReader  struct{ *committed }
	editReader    struct{ *committed }
	reviewReader  struct{ *committed }
)

// committed is the state that was committed last.
type committed struct {
	state   atomic.Pointer[state]
	commits atomic.Int64
	closed  atomic.Bool
}

var _ graph.Store = (*Memory)(nil)

// NewMemory returns an empty store.
func NewMemory() *Memory {
	c := new(committed)
	c.state.Store(newState())
	return &Memory{
		committed:   c,
		eventReader: eventReader{c}, entityReader: entityReader{c}, articleReader: articleReader{c}, nodeReader: nodeReader{c},
		networkReader: networkReader{c}, changeReader: changeReader{c}, editReader: editReader{c}, reviewReader: reviewReader{c},
		writing: make(chan struct{}, 1),
	}
}

// Close makes all later calls fail.
func (m *Memory) Close() error {
	m.closed.Store(true)
	return nil
}

// Ready reports whether the store is open.
func (m *Memory) Ready(ctx context.Context) error { return m.usable(ctx) }

// Version counts the commits.
func (m *Memory) Version(ctx context.Context) (string, error) {
	return strconv.FormatInt(m.commits.Load(), 10), m.usable(ctx)
}

func (m *committed) usable(ctx context.Context) error {
	if m.closed.Load() {
		return fmt.Errorf("memory: %w: closed", graph.ErrUnavailable)
	}
	return ended(ctx)
}

func ended(ctx context.Context) error {
	if err := ctx.Err(); err != nil {
		return fmt.Errorf("memory: %w: %w", graph.ErrTimeout, err)
	}
	return nil
}

// read returns the answers of the committed state.
func (m *committed) read(ctx context.Context) (answers, error) {
	if err := m.usable(ctx); err != nil {
		return answers{}, err
	}
	return answers{filled{m.state.Load()}}, nil
}

// Update runs one change at a time.
func (m *Memory) Update(ctx context.Context, change func(tx graph.Tx) error) error {
	if err := m.usable(ctx); err != nil {
		return err
	}
	select {
	case m.writing <- struct{}{}:
		defer func() { <-m.writing }()
	case <-ctx.Done():
		return ended(ctx)
	}
	earlier := m.state.Load()
	tx := &memoryTx{ctx: ctx, state: earlier.clone()}
	changed := change(tx)
	if err := m.usable(ctx); err != nil {
		return err
	}
	if changed != nil {
		return fmt.Errorf("memory: update: %w", changed)
	}
	if err := tx.state.logChanges(earlier, tx.redacting); err != nil {
		return fmt.Errorf("memory: update: %w", err)
	}
	tx.state.logEdits(earlier)
	m.state.Store(tx.state)
	m.commits.Add(1)
	return nil
}

// memoryTx changes a state that nobody else sees. The values of its maps are shared with
// other states, so they are replaced and never changed.
type memoryTx struct {
	redacting bool // an article was removed
	ctx       context.Context
	state     *state
}

func (tx *memoryTx) Batches(articleIDs []string) (map[string]*graph.Batch, error) {
	if err := ended(tx.ctx); err != nil {
		return nil, err
	}
	batches := map[string]*graph.Batch{}
	for _, id := range articleIDs {
		if b := tx.state.batches[id]; b != nil {
			batches[id] = storekit.CloneBatch(b)
		}
	}
	return batches, nil
}

// ArticlesFrom scans all articles.
func (tx *memoryTx) ArticlesFrom(sources []graph.Source) ([]string, error) {
	if err := ended(tx.ctx); err != nil {
		return nil, err
	}
	var ids []string
	for id, b := range tx.state.batches {
		if b.Article.Source.Location != "" && slices.Contains(sources, b.Article.Source) {
			ids = append(ids, id)
		}
	}
	slices.Sort(ids)
	return ids, nil
}

func (tx *memoryTx) PutBatch(b *graph.Batch) error {
	if err := ended(tx.ctx); err != nil {
		return err
	}
	s := tx.state
	old := s.batches[b.Article.ID]
	b = storekit.CloneBatch(b)
	s.batches[b.Article.ID] = b
	gone := map[string]bool{}
	if old != nil {
		for _, m := range old.Members {
			gone[m.ID] = true
		}
		for _, r := range old.Reports {
			gone[r.ID] = true
		}
	}
	for _, m := range b.Members {
		delete(gone, m.ID)
		delete(s.successors, m.ID)
	}
	for _, r := range b.Reports {
		delete(gone, r.ID)
		delete(s.successors, r.ID)
	}
	if len(gone) > 0 {
		s.leave(gone, true)
	}
	return nil
}

func (tx *memoryTx) MembersIn(blocks []string) ([]graph.Member, error) {
	if err := ended(tx.ctx); err != nil {
		return nil, err
	}
	var members []graph.Member
	for _, b := range tx.state.batches {
		for i := range b.Members {
			if slices.Contains(blocks, b.Members[i].Block) {
				m := storekit.CloneMember(&b.Members[i])
				m.Mentions = nil
				members = append(members, m)
			}
		}
	}
	slices.SortFunc(members, func(a, b graph.Member) int { return strings.Compare(a.ID, b.ID) })
	return members, nil
}

func (tx *memoryTx) EntitiesOf(memberIDs []string) (map[string]graph.Entity, error) {
	if err := ended(tx.ctx); err != nil {
		return nil, err
	}
	found := map[string]graph.Entity{}
	for _, in := range tx.state.entities {
		for _, id := range graph.ProfileOf(in.entity).Members {
			if slices.Contains(memberIDs, id) {
				found[id] = filled{tx.state}.entity(in.entity.NodeID())
			}
		}
	}
	return found, nil
}

func (tx *memoryTx) PutEntities(blocks []string, entities []graph.Entity) error {
	if err := ended(tx.ctx); err != nil {
		return err
	}
	s := tx.state
	moved := map[string]bool{}
	for _, e := range entities {
		for _, id := range graph.ProfileOf(e).Members {
			moved[id] = true
		}
	}
	for id, in := range s.entities {
		if slices.Contains(blocks, in.block) {
			delete(s.entities, id)
		}
	}
	s.leave(moved, false)
	for _, e := range entities {
		e = storekit.CloneEntity(e)
		slices.Sort(graph.ProfileOf(e).Members)
		s.entities[e.NodeID()] = entityIn{blocks[0], e}
	}
	return nil
}

func (tx *memoryTx) ReportsWith(memberIDs []string) ([]*graph.Report, error) {
	return tx.reports(func(r *graph.Report) bool {
		for id := range r.PartyIDs() {
			if slices.Contains(memberIDs, id) {
				return true
			}
		}
		return false
	})
}

func (tx *memoryTx) ReportsIn(blocks []string) ([]*graph.Report, error) {
	return tx.reports(func(r *graph.Report) bool { return slices.Contains(blocks, r.Block) })
}

func (tx *memoryTx) reports(pass func(*graph.Report) bool) ([]*graph.Report, error) {
	if err := ended(tx.ctx); err != nil {
		return nil, err
	}
	var reports []*graph.Report
	for _, b := range tx.state.batches {
		for i := range b.Reports {
			if !pass(&b.Reports[i]) {
				continue
			}
			r, article := storekit.CloneReport(&b.Reports[i]), b.Article
			article.Text = ""
			r.Article = &article
			reports = append(reports, r)
		}
	}
	slices.SortFunc(reports, func(a, b *graph.Report) int { return strings.Compare(a.ID, b.ID) })
	return reports, nil
}

func (tx *memoryTx) PutReportBlocks(blocks map[string]string) error {
	if err := ended(tx.ctx); err != nil {
		return err
	}
	for id, b := range tx.state.batches {
		changed := storekit.CloneBatch(b)
		for i := range changed.Reports {
			if block, ok := blocks[changed.Reports[i].ID]; ok {
				changed.Reports[i].Block = block
			}
		}
		tx.state.batches[id] = changed
	}
	return nil
}

func (tx *memoryTx) PutEvents(blocks []string, events []*graph.Event) error {
	if err := ended(tx.ctx); err != nil {
		return err
	}
	s := tx.state
	moved := map[string]bool{}
	for _, e := range events {
		for _, id := range e.ReportIDs {
			moved[id] = true
		}
	}
	for id, e := range s.events {
		if slices.Contains(blocks, e.Block) {
			delete(s.events, id)
		}
	}
	s.leave(moved, false)
	for _, e := range events {
		e = storekit.CloneEvent(e)
		e.Block = storekit.EventBlock(blocks, e)
		s.events[e.ID] = e
	}
	return nil
}
