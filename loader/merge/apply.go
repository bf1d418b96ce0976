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

// Apply stores what one article says and clusters anew what that touches. The
// graph afterwards depends only on the set of articles applied, not on their
// order or number. It returns graph.ErrInvalid for a batch that breaks
// graph.Batch.Check, and the errors of the store.
func Apply(tx graph.Tx, batch *graph.Batch) (Outcome, error) {
	if err := batch.Check(); err != nil {
		return "", err
	}
	fresh := withMemberBlocks(batch)
	stored, err := tx.Batches([]string{fresh.Article.ID})
	if err != nil {
		return "", fmt.Errorf("apply article %s: %w", fresh.Article.ID, err)
	}
	old := stored[fresh.Article.ID]
	outcome := Replaced
	switch {
	case old == nil:
		old, outcome = &graph.Batch{}, Added
	case old.Article.Supersedes(&fresh.Article):
		return Superseded, nil
	case sameExtraction(old, fresh):
		return Unchanged, nil
	default:
		fresh.Article.LoadedAt = old.Article.LoadedAt
	}
	if err := (&change{tx: tx, old: old, fresh: fresh}).run(); err != nil {
		return "", fmt.Errorf("apply article %s: %w", fresh.Article.ID, err)
	}
	return outcome, nil
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

// change is one article's effect on the graph, within one transaction.
type change struct {
	tx         graph.Tx
	old, fresh *graph.Batch
}

func (c *change) run() error {
	if err := c.tx.PutBatch(c.fresh); err != nil {
		return err
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
// the members whose entity reads differently in an event.
func (c *change) clusterMembers() (changed []string, err error) {
	touched := map[string]bool{}
	for _, batch := range []*graph.Batch{c.old, c.fresh} {
		for i := range batch.Members {
			touched[batch.Members[i].Block] = true
		}
	}
	members, err := c.tx.MembersIn(sortedKeys(touched))
	if err != nil {
		return nil, err
	}
	byBlock := map[string][]graph.Member{}
	ids := make([]string, 0, len(members))
	for _, m := range members {
		byBlock[m.Block] = append(byBlock[m.Block], m)
		ids = append(ids, m.ID)
	}
	before, err := c.tx.EntitiesOf(ids)
	if err != nil {
		return nil, err
	}
	for _, block := range sortedKeys(touched) {
		entities := Entities(byBlock[block])
		if err := c.tx.PutEntities(block, entities); err != nil {
			return nil, err
		}
		for _, entity := range entities {
			for _, id := range entity.Profile().Members {
				if was, ok := before[id]; !ok || readsDifferently(was, entity) {
					changed = append(changed, id)
				}
			}
		}
	}
	return changed, nil
}

// readsDifferently tells whether an event that names the entity has to be made anew.
func readsDifferently(a, b graph.Entity) bool {
	p, q := a.Profile(), b.Profile()
	return p.ID != q.ID || p.Name != q.Name || p.Country != q.Country || isBody(a) != isBody(b) || isState(a) != isState(b)
}

// placeReports puts the article's reports, and those that name a changed member,
// into their blocks, and gives all blocks that gained, lost or hold one of them.
func (c *change) placeReports(changed []string) ([]string, error) {
	touched := map[string]bool{}
	for i := range c.old.Reports {
		touched[c.old.Reports[i].Block] = true
	}
	reports, err := c.tx.ReportsWith(changed)
	if err != nil {
		return nil, err
	}
	moving := map[string]*graph.Report{}
	for _, r := range reports {
		moving[r.ID] = r
	}
	for i := range c.fresh.Reports {
		r := &c.fresh.Reports[i]
		moving[r.ID] = r
	}
	entities, err := c.tx.EntitiesOf(parties(slices.Collect(maps.Values(moving))))
	if err != nil {
		return nil, err
	}
	placed := map[string]string{}
	for id, r := range moving {
		block := ReportBlock(r, entities)
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

// parties gives the IDs of all that the reports name, each once, in order.
func parties(reports []*graph.Report) []string {
	ids := map[string]bool{}
	for _, r := range reports {
		for id := range r.PartyIDs() {
			ids[id] = true
		}
	}
	return sortedKeys(ids)
}

func sortedKeys[V any](m map[string]V) []string {
	return slices.Sorted(maps.Keys(m))
}
