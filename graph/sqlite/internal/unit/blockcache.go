package unit

import (
	"slices"
	"strings"

	"dateline/graph"
	"dateline/graph/sqlite/internal/mapping"
	"dateline/graph/storekit"
)

// blockCache has the blocks that the transactions of a writer have read, as they are
// stored now. A name that is in the news is in every group of articles, and reading its
// whole block each time would take longer with every stored article. Anything that could
// make the cache differ from the file empties it: an error, a commit of another process,
// or an article that replaces an older version.
type blockCache struct {
	version int64 // PRAGMA data_version, which changes when other connections commit
	members map[string]*memberBlock
	reports map[string]*reportBlock
	// entityOf has the entity of each member, "" for none: of all members of the blocks,
	// and of others that were looked up.
	entityOf map[string]string
	// edited are the IDs of edits and those that edits name; nil until needed.
	edited map[string]bool
	size   int // in bytes, estimated
}

// memberBlock is the members of a block, by ID, and its entities, nil until needed.
type memberBlock struct {
	members  []*graph.Member
	entities map[string]entityRow
}

// reportBlock is the reports of a block, by ID, and its events, nil until needed.
type reportBlock struct {
	reports []*keptReport
	events  map[string]eventRow
}

// keptReport is a report as a Tx returns it, with its article except for the text, and
// the ID of its event.
type keptReport struct {
	*graph.Report
	eventID string
}

// blockRoom is how large a cache may be when a transaction begins, in bytes. A larger
// one is emptied: what is popular is soon back.
const blockRoom = 64 << 20

// The estimated size of a member, a report and an entry of entityOf, without texts.
const (
	memberSize = 400
	reportSize = 700
	entrySize  = 120
)

// at prepares the cache for a transaction.
func (w *blockCache) at(version int64) {
	if w.version != version || w.size > blockRoom || w.members == nil {
		w.empty()
	}
	w.version = version
}

func (w *blockCache) empty() {
	w.members, w.reports, w.entityOf, w.size = map[string]*memberBlock{}, map[string]*reportBlock{}, map[string]string{}, 0
	w.edited = nil
}

// setEntity notes a member's entity.
func (w *blockCache) setEntity(memberID, entityID string) {
	if _, ok := w.entityOf[memberID]; !ok {
		w.size += entrySize
	}
	w.entityOf[memberID] = entityID
}

// faultless passes an error on, and empties the cache, which may differ from what is
// stored after it.
func (w *blockCache) faultless(err error) error {
	if err != nil {
		w.empty()
	}
	return err
}

// addMember adds a member that is put, if its block is cached.
func (w *blockCache) addMember(m *graph.Member) {
	b := w.members[m.Block]
	if b == nil {
		return
	}
	kept := storekit.CloneWithoutMentions(m)
	b.add(w, &kept)
}

// place notes a report of a new article until it gets its block.
func (tx *blockReader) place(r *graph.Report, a *graph.Article) {
	if r.Block != "" {
		delete(tx.blocks.reports, r.Block)
		return
	}
	kept := storekit.CloneReport(r)
	kept.EventID, kept.Article = "", storekit.CloneWithoutText(a)
	if !a.LoadedAt.IsZero() {
		kept.Article.LoadedAt = a.LoadedAt.UTC().Round(0)
	}
	tx.unplaced[r.ID] = kept
}

func (b *memberBlock) add(w *blockCache, m *graph.Member) {
	w.size += memberSize
	at, found := slices.BinarySearchFunc(b.members, m.ID, func(m *graph.Member, id string) int { return strings.Compare(m.ID, id) })
	if found {
		b.members[at] = m
		return
	}
	b.members = slices.Insert(b.members, at, m)
}

// add adds a report, and removes the event's ID from it.
func (b *reportBlock) add(w *blockCache, r *graph.Report) {
	w.size += reportSize + len(r.Quote)
	kept := &keptReport{Report: r, eventID: r.EventID}
	r.EventID = "" // merging makes the events
	at, found := b.find(r.ID)
	if found {
		b.reports[at] = kept
		return
	}
	b.reports = slices.Insert(b.reports, at, kept)
}

func (b *reportBlock) find(id string) (at int, found bool) {
	return slices.BinarySearchFunc(b.reports, id, func(r *keptReport, id string) int { return strings.Compare(r.ID, id) })
}

// missing returns the blocks that are not cached, each once.
func missing[B any](blocks []string, kept map[string]B) []string {
	var list []string
	for _, block := range unique(blocks) {
		if _, ok := kept[block]; !ok {
			list = append(list, block)
		}
	}
	return list
}

// keepMembers reads the members of the blocks that are not cached yet.
func (tx *blockReader) keepMembers(blocks []string) error {
	w := tx.blocks
	blocks = missing(blocks, w.members)
	if len(blocks) == 0 {
		return tx.Ended()
	}
	for _, block := range blocks {
		w.members[block] = &memberBlock{}
	}
	return tx.Each(selectMembersIn, []any{mapping.IDList(blocks)}, func(r *mapping.Row) error {
		m := storekit.ReadMember(r)
		w.setEntity(m.ID, r.Text())
		if r.Err == nil {
			w.members[m.Block].add(w, &m)
		}
		return nil
	})
}

// keepReports reads the reports of the blocks that are not cached yet.
func (tx *blockReader) keepReports(blocks []string) error {
	w := tx.blocks
	blocks = missing(blocks, w.reports)
	if len(blocks) == 0 {
		return tx.Ended()
	}
	reports, err := tx.reportsFor(selectReportsIn, blocks)
	if err != nil {
		return err
	}
	for _, block := range blocks {
		w.reports[block] = &reportBlock{}
	}
	for _, r := range reports {
		w.reports[r.Block].add(w, r)
	}
	return nil
}

// keepEntities reads the entities of a cached block.
func (tx *blockReader) keepEntities(block string, b *memberBlock) (err error) {
	if b.entities == nil {
		b.entities, err = tx.storedEntities(selectEntitiesOfBlock, block)
	}
	return err
}

// keepEvents reads the events of a cached block.
func (tx *blockReader) keepEvents(block string, b *reportBlock) (err error) {
	if b.events == nil {
		b.events, err = tx.storedEvents(selectEventsOfBlock, block)
	}
	return err
}
