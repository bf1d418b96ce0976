package merge

import (
	"maps"
	"slices"

	"dateline/graph"
	"dateline/loader/merge/entity"
	"dateline/loader/merge/event"
)

// change is what a group of articles changes in the graph, within one transaction.
type change struct {
	tx graph.Tx
	// old are the stored versions of those articles in fresh that have one.
	old, fresh []*graph.Batch
}

// run stores the articles, clusters the blocks of their members, moves the reports that
// name a changed entity to the right blocks, and clusters these.
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

// clusterMembers clusters the blocks of the old and the new members. It returns the IDs
// of other articles' members whose entity changed in a way that events show.
func (c *change) clusterMembers() (changed []string, err error) {
	touched, own := c.memberBlocks()
	blocks, err := c.variantsIn(touched)
	if err != nil {
		return nil, err
	}
	witnesses := witnessesOf(blocks, own)
	before, err := c.tx.EntitiesOf(slices.Collect(maps.Values(witnesses)))
	if err != nil {
		return nil, err
	}
	for _, block := range touched {
		clusters := entity.Link(blocks[block])
		if err := c.tx.PutEntities(block, entitiesOf(clusters)); err != nil {
			return nil, err
		}
		for _, cluster := range clusters {
			for _, v := range cluster.Variants {
				if was, ok := before[witnesses[v]]; !ok || event.Affected(was, cluster.Entity) {
					changed = append(changed, othersOf(v, own)...)
				}
			}
		}
	}
	return changed, nil
}

// memberBlocks returns the blocks of the old and the new members, sorted, and the
// members' IDs.
func (c *change) memberBlocks() (blocks []string, own map[string]bool) {
	touched, own := map[string]bool{}, map[string]bool{}
	for _, batch := range slices.Concat(c.old, c.fresh) {
		for i := range batch.Members {
			touched[batch.Members[i].Block] = true
			own[batch.Members[i].ID] = true
		}
	}
	return sortedKeys(touched), own
}

// variantsIn returns the variants of each block.
func (c *change) variantsIn(blocks []string) (map[string][]*entity.Variant, error) {
	members, err := c.tx.MembersIn(blocks)
	if err != nil {
		return nil, err
	}
	byBlock := map[string][]*graph.Member{}
	for i := range members {
		byBlock[members[i].Block] = append(byBlock[members[i].Block], &members[i])
	}
	variants := map[string][]*entity.Variant{}
	for block, members := range byBlock {
		variants[block] = entity.Variants(members)
	}
	return variants, nil
}

// witnessesOf returns for each variant the ID of one member of another article, if it has
// one. The members of a variant always have one entity, so one of them shows what that
// was before.
func witnessesOf(blocks map[string][]*entity.Variant, own map[string]bool) map[*entity.Variant]string {
	witnesses := map[*entity.Variant]string{}
	for _, variants := range blocks {
		for _, v := range variants {
			if i := slices.IndexFunc(v.Members, func(m *graph.Member) bool { return !own[m.ID] }); i >= 0 {
				witnesses[v] = v.Members[i].ID
			}
		}
	}
	return witnesses
}

// othersOf returns the IDs of a variant's members of other articles.
func othersOf(v *entity.Variant, own map[string]bool) []string {
	var others []string
	for _, m := range v.Members {
		if !own[m.ID] {
			others = append(others, m.ID)
		}
	}
	return others
}

func entitiesOf(clusters []entity.Cluster) []graph.Entity {
	var entities []graph.Entity
	for _, cluster := range clusters {
		entities = append(entities, cluster.Entity)
	}
	return entities
}

// placeReports puts the articles' reports, and those that name a changed member, into
// their blocks. It returns all blocks that gained, lost or hold one of them.
func (c *change) placeReports(changed []string) ([]string, error) {
	moving, days, err := c.movingReports(changed)
	if err != nil {
		return nil, err
	}
	entities, err := c.tx.EntitiesOf(parties(slices.Collect(maps.Values(moving))))
	if err != nil {
		return nil, err
	}
	touched := map[string]bool{}
	for _, old := range c.old {
		for i := range old.Reports {
			touched[old.Reports[i].Block] = true
		}
	}
	placed := map[string]string{}
	for id, r := range moving {
		block := event.Block(r, days[r.ArticleID], entities)
		touched[r.Block], touched[block] = true, true
		placed[id] = block
	}
	delete(touched, "")
	if err := c.tx.PutReportBlocks(placed); err != nil {
		return nil, err
	}
	return sortedKeys(touched), nil
}

// movingReports returns the articles' reports and those that name a changed member, by
// ID, and the days of publication of their articles.
func (c *change) movingReports(changed []string) (moving map[string]*graph.Report, days map[string]graph.Date, err error) {
	reports, err := c.tx.ReportsWith(changed)
	if err != nil {
		return nil, nil, err
	}
	moving, days = map[string]*graph.Report{}, map[string]graph.Date{}
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
	return moving, days, nil
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
		if err := c.tx.PutEvents(block, event.Cluster(byBlock[block], entities)); err != nil {
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
