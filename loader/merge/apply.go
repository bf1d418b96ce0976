package merge

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"slices"

	"dateline/graph"
)

// Outcome tells what Apply did with an article.
type Outcome string

// ADDED: it was new. REPLACED: it took the place of an earlier version or
// extraction. UNCHANGED: the same was there. SUPERSEDED: a version that is kept in
// its place was there (see graph.Article.Supersedes).
const (
	Added      Outcome = "ADDED"
	Replaced   Outcome = "REPLACED"
	Unchanged  Outcome = "UNCHANGED"
	Superseded Outcome = "SUPERSEDED"
)

// Apply stores what articles say and clusters anew what that touches, each block
// once however many of the articles touch it. It gives an outcome for each batch,
// as if they had been applied one after the other. The graph afterwards depends
// only on the set of articles ever applied, not on their order, their number or
// how they were grouped. It returns graph.ErrInvalid for a batch that breaks
// graph.Batch.Check, and the errors of the store; then none of them is applied.
func Apply(tx graph.Tx, batches ...*graph.Batch) ([]Outcome, error) {
	ids := make([]string, len(batches))
	for i, b := range batches {
		if err := check(b); err != nil {
			return nil, err
		}
		ids[i] = b.Article.ID
	}
	stored, err := tx.Batches(ids)
	if err != nil {
		return nil, fmt.Errorf("apply articles %q: %w", ids, err)
	}
	c := change{tx: tx}
	outcomes := make([]Outcome, len(batches))
	kept := maps.Clone(stored) // the versions that stay, by article
	for i, b := range batches {
		fresh := withMemberBlocks(b)
		old := kept[fresh.Article.ID]
		outcomes[i] = outcomeOf(old, fresh)
		if outcomes[i] == Replaced {
			fresh.Article.LoadedAt = old.Article.LoadedAt
		}
		if outcomes[i] == Added || outcomes[i] == Replaced {
			kept[fresh.Article.ID] = fresh
		}
	}
	for _, id := range sortedKeys(kept) {
		if old := stored[id]; old != kept[id] {
			c.fresh = append(c.fresh, kept[id])
			if old != nil {
				c.old = append(c.old, old)
			}
		}
	}
	if len(c.fresh) == 0 {
		return outcomes, nil
	}
	if err := c.run(); err != nil {
		return nil, fmt.Errorf("apply articles %q: %w", ids, err)
	}
	return outcomes, nil
}

// check returns graph.ErrInvalid for a batch that breaks graph.Batch.Check, or that has
// a type or means that merging does not know, as one of a newer Dateline may.
func check(b *graph.Batch) error {
	if err := b.Check(); err != nil {
		return err
	}
	for i := range b.Reports {
		r := &b.Reports[i]
		if rulesByType[r.Type] == nil {
			return fmt.Errorf("batch of %s: %w: report %s has the unknown type %q", b.Article.ID, graph.ErrInvalid, r.ID, r.Type)
		}
		if _, known := phrasings[r.Means]; r.Type == graph.EventContact && !known {
			return fmt.Errorf("batch of %s: %w: report %s has the unknown means %q", b.Article.ID, graph.ErrInvalid, r.ID, r.Means)
		}
	}
	return nil
}

// outcomeOf tells what becomes of a batch where old, or nil for none, is stored.
func outcomeOf(old, fresh *graph.Batch) Outcome {
	switch {
	case old == nil:
		return Added
	case old.Article.Supersedes(&fresh.Article):
		return Superseded
	case sameExtraction(old, fresh):
		return Unchanged
	}
	return Replaced
}

// withMemberBlocks copies the batch and sets the blocks that follow from names.
func withMemberBlocks(batch *graph.Batch) *graph.Batch {
	fresh := *batch
	fresh.Members = slices.Clone(batch.Members)
	for i := range fresh.Members {
		fresh.Members[i].Block = MemberBlock(&fresh.Members[i])
	}
	return &fresh
}

// sameExtraction compares all but the blocks of reports, which merging sets later.
func sameExtraction(a, b *graph.Batch) bool {
	return bytes.Equal(extraction(a), extraction(b))
}

func extraction(b *graph.Batch) []byte {
	plain := *b
	plain.Reports = slices.Clone(b.Reports)
	for i := range plain.Reports {
		plain.Reports[i].Block = ""
	}
	data, _ := json.Marshal(&plain) // a plain value: cannot fail
	return data
}

// change is the effect of a group of articles on the graph, within one
// transaction.
type change struct {
	tx graph.Tx
	// old are the stored versions of those articles of fresh that have one.
	old, fresh []*graph.Batch
}

func (c *change) run() error {
	for _, b := range c.fresh {
		if err := c.tx.PutBatch(b); err != nil {
			return err
		}
	}
	changed, err := c.clusterMembers()
	if err != nil {
		return err
	}
	blocks, err := c.placeReports(changed)
	if err != nil {
		return err
	}
	return c.clusterReports(blocks)
}

// clusterMembers clusters the blocks of the old and the new members, and gives
// the other articles' members whose entity reads differently in an event.
func (c *change) clusterMembers() (changed []string, err error) {
	touched, own := map[string]bool{}, map[string]bool{}
	for _, batch := range slices.Concat(c.old, c.fresh) {
		for i := range batch.Members {
			touched[batch.Members[i].Block] = true
			own[batch.Members[i].ID] = true
		}
	}
	members, err := c.tx.MembersIn(sortedKeys(touched))
	if err != nil {
		return nil, err
	}
	byBlock := map[string][]*graph.Member{}
	for i := range members {
		byBlock[members[i].Block] = append(byBlock[members[i].Block], &members[i])
	}
	// Other articles' members of one look had one entity: it is read by one of them.
	blocks := map[string][]*look{}
	witness := map[*look]string{}
	for block, members := range byBlock {
		blocks[block] = looksOf(members)
		for _, l := range blocks[block] {
			if i := slices.IndexFunc(l.members, func(m *graph.Member) bool { return !own[m.ID] }); i >= 0 {
				witness[l] = l.members[i].ID
			}
		}
	}
	before, err := c.tx.EntitiesOf(slices.Collect(maps.Values(witness)))
	if err != nil {
		return nil, err
	}
	for _, block := range sortedKeys(touched) {
		var clusters []looks
		if len(blocks[block]) > 0 {
			clusters = clustersOf(blocks[block])
		}
		if err := c.tx.PutEntities(block, entitiesOf(clusters)); err != nil {
			return nil, err
		}
		for _, cluster := range clusters {
			for _, l := range cluster.looks {
				was, ok := before[witness[l]]
				if ok && !readsDifferently(was, cluster.entity) {
					continue
				}
				for _, m := range l.members {
					if !own[m.ID] {
						changed = append(changed, m.ID)
					}
				}
			}
		}
	}
	return changed, nil
}

// readsDifferently reports whether an event that names the entity has to be made anew.
func readsDifferently(a, b graph.Entity) bool {
	p, q := graph.ProfileOf(a), graph.ProfileOf(b)
	return p.ID != q.ID || p.Name != q.Name || p.Country != q.Country || isBody(a) != isBody(b) || isState(a) != isState(b) || !slices.Equal(titles(a), titles(b))
}

// titles returns the titles of a person's offices, by letters.
func titles(e graph.Entity) []string {
	var list []string
	if person, ok := e.(*graph.Person); ok {
		for _, position := range person.Positions {
			list = append(list, position.Title)
		}
	}
	slices.Sort(list)
	return list
}

// placeReports puts the articles' reports, and those that name a changed member,
// into their blocks, and gives all blocks that gained, lost or hold one of them.
func (c *change) placeReports(changed []string) ([]string, error) {
	touched := map[string]bool{}
	for _, old := range c.old {
		for i := range old.Reports {
			touched[old.Reports[i].Block] = true
		}
	}
	reports, err := c.tx.ReportsWith(changed)
	if err != nil {
		return nil, err
	}
	moving := map[string]*graph.Report{}
	days := map[string]graph.Date{} // of publication, by article
	for _, r := range reports {
		moving[r.ID] = r
		days[r.ArticleID] = r.Article.Published
	}
	for _, fresh := range c.fresh {
		for i := range fresh.Reports {
			moving[fresh.Reports[i].ID] = &fresh.Reports[i]
		}
		days[fresh.Article.ID] = fresh.Article.Published
	}
	entities, err := c.tx.EntitiesOf(parties(slices.Collect(maps.Values(moving))))
	if err != nil {
		return nil, err
	}
	placed := map[string]string{}
	for id, r := range moving {
		block := ReportBlock(r, days[r.ArticleID], entities)
		touched[r.Block], touched[block] = true, true
		placed[id] = block
	}
	delete(touched, "")
	if err := c.tx.PutReportBlocks(placed); err != nil {
		return nil, err
	}
	return sortedKeys(touched), nil
}

func (c *change) clusterReports(blocks []string) error {
	reports, err := c.tx.ReportsIn(blocks)
	if err != nil {
		return err
	}
	entities, err := c.tx.EntitiesOf(parties(reports))
	if err != nil {
		return err
	}
	byBlock := map[string][]*graph.Report{}
	for _, r := range reports {
		byBlock[r.Block] = append(byBlock[r.Block], r)
	}
	for _, block := range blocks {
		if err := c.tx.PutEvents(block, Events(byBlock[block], entities)); err != nil {
			return err
		}
	}
	return nil
}

// parties returns the IDs of all that the reports name, each once.
func parties(reports []*graph.Report) []string {
	ids := map[string]bool{}
	for _, r := range reports {
		for id := range r.PartyIDs() {
			ids[id] = true
		}
	}
	return slices.Collect(maps.Keys(ids))
}

func sortedKeys[V any](m map[string]V) []string {
	return slices.Sorted(maps.Keys(m))
}
