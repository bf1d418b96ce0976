package merge

import (
	"maps"
	"slices"

	"dateline/graph"
	"dateline/loader/merge/entity"
	"dateline/loader/merge/event"
	"dateline/loader/merge/judge"
)

// change is what a group of articles and edits changes in the graph, within one
// transaction.
type change struct {
	tx   graph.Tx
	read graph.BlockReader // the same, or what a View shows if there is no tx
	// old are the stored versions of those articles in fresh that have one, and of those
	// that are removed.
	old, fresh []*graph.Batch
	removed    []string
	// judged are the IDs of members and reports that edits have begun or ceased to name.
	judged []string
	// doubts are what is worth a person's look in units of members.
	doubts []unitDoubts
}

// run stores the articles, clusters the blocks of their members, moves the reports that
// name a changed entity to the right blocks, and clusters these.
func (c *change) run() error {
	for _, id := range c.removed {
		if err := c.tx.RemoveArticle(id); err != nil {
			return err
		}
	}
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
	if err := c.clusterReports(blocks); err != nil {
		return err
	}
	return c.reviewMembers()
}

// clusterMembers clusters the blocks of the old and the new members, and those that edits
// connect with them. It returns the IDs of other articles' members whose entity changed in
// a way that events show.
func (c *change) clusterMembers() (changed []string, err error) {
	touched, own := c.memberBlocks()
	partners, err := c.partners(slices.Concat(sortedKeys(own), c.judged), isMember)
	if err != nil {
		return nil, err
	}
	for _, at := range partners {
		touched[at.Block] = true
	}
	space, err := c.memberSpace(touched)
	if err != nil {
		return nil, err
	}
	before, err := space.before(c.tx, own)
	if err != nil {
		return nil, err
	}
	if err := c.markOverruled(space.edits, space.judged, sortedKeys(own), isMember); err != nil {
		return nil, err
	}
	for _, unit := range space.units() {
		clusters := space.clusters(unit)
		if err := c.tx.PutEntities(unit, entitiesOf(clusters)); err != nil {
			return nil, err
		}
		c.doubts = append(c.doubts, unitDoubts{unit, entity.Doubts(clusters, space.judged)})
		for _, cluster := range clusters {
			for _, v := range cluster.Variants {
				changed = append(changed, before.changed(v, cluster.Entity)...)
			}
		}
	}
	return changed, nil
}

// memberBlocks returns the blocks of the old and the new members, and the members' IDs.
func (c *change) memberBlocks() (blocks, own map[string]bool) {
	blocks, own = map[string]bool{}, map[string]bool{}
	for _, batch := range slices.Concat(c.old, c.fresh) {
		for i := range batch.Members {
			blocks[batch.Members[i].Block] = true
			own[batch.Members[i].ID] = true
		}
	}
	return blocks, own
}

// memberSpace is the members of the blocks to cluster, with the edits that name them.
type memberSpace struct {
	variants map[string][]*entity.Variant // by block
	edited   map[string]bool              // blocks with a member that an edit names
	blockOf  map[string]string            // of the members that edits name
	judged   *judge.Judgements
	edits    []*graph.Edit   // all that name one of the members
	all      map[string]bool // blocks
}

// memberSpace reads blocks, and those that judgements join with them.
func (c *change) memberSpace(blocks map[string]bool) (*memberSpace, error) {
	space := &memberSpace{variants: map[string][]*entity.Variant{}, edited: map[string]bool{}, blockOf: map[string]string{}, all: map[string]bool{}}
	var edits []*graph.Edit
	for next := sortedKeys(blocks); len(next) > 0; {
		members, err := c.read.MembersIn(next)
		if err != nil {
			return nil, err
		}
		found, err := c.read.EditsOn(memberIDs(members))
		if err != nil {
			return nil, err
		}
		edits = append(edits, found...)
		space.add(next, members, found)
		partners, err := c.present(joinedBy(found), isMember)
		if err != nil {
			return nil, err
		}
		next = blocksBeside(partners, space.all)
	}
	space.edits, space.judged = edits, judge.New(edits, func(id string) bool { return space.blockOf[id] != "" })
	return space, nil
}

func memberIDs(members []graph.Member) []string {
	ids := make([]string, len(members))
	for i := range members {
		ids[i] = members[i].ID
	}
	return ids
}

func (s *memberSpace) add(blocks []string, members []graph.Member, edits []*graph.Edit) {
	for _, block := range blocks {
		s.all[block] = true
	}
	named := namesOf(edits)
	byBlock := map[string][]*graph.Member{}
	for i := range members {
		m := &members[i]
		byBlock[m.Block] = append(byBlock[m.Block], m)
		if named[m.ID] {
			s.blockOf[m.ID], s.edited[m.Block] = m.Block, true
		}
	}
	for block, members := range byBlock {
		s.variants[block] = entity.Variants(members)
	}
}

// units returns the blocks that are clustered together, each list in order: a block, with
// those that judgements join it with.
func (s *memberSpace) units() [][]string { return unitsOf(s.all, s.judged.Joined(), s.blockOf) }

// clusters links the members of a unit.
func (s *memberSpace) clusters(unit []string) []entity.Cluster {
	variants := make([][]*entity.Variant, len(unit))
	for i, block := range unit {
		variants[i] = s.variants[block]
	}
	return entity.LinkUnder(variants, s.judged)
}

// entitiesBefore are the entities that members of other articles had before.
type entitiesBefore struct {
	own map[string]bool
	// witnesses have for each variant of a block without edits one member of another
	// article, if it has one. The members of such a variant always have one entity.
	witnesses map[*entity.Variant]string
	edited    map[string]bool         // the other blocks
	entities  map[string]graph.Entity // of witnesses, and of the members of edited blocks
}

// before reads the entities of the members of other articles.
func (s *memberSpace) before(tx graph.Tx, own map[string]bool) (*entitiesBefore, error) {
	b := &entitiesBefore{own: own, witnesses: map[*entity.Variant]string{}, edited: s.edited}
	var asked []string
	for block, variants := range s.variants {
		for _, v := range variants {
			for _, m := range v.Members {
				if own[m.ID] {
					continue
				}
				asked = append(asked, m.ID)
				if !s.edited[block] {
					b.witnesses[v] = m.ID
					break
				}
			}
		}
	}
	var err error
	b.entities, err = tx.EntitiesOf(asked)
	return b, err
}

// changed returns the members of a variant, of other articles, whose entity was another
// one before, or has changed in a way that events show.
func (b *entitiesBefore) changed(v *entity.Variant, now graph.Entity) []string {
	single := b.edited[v.Members[0].Block]
	isChanged := func(id string) bool {
		was, ok := b.entities[id]
		return !ok || event.Affected(was, now)
	}
	if witness := b.witnesses[v]; !single && (witness == "" || !isChanged(witness)) {
		return nil
	}
	var changed []string
	for _, m := range v.Members {
		if !b.own[m.ID] && (!single || isChanged(m.ID)) {
			changed = append(changed, m.ID)
		}
	}
	return changed
}

func entitiesOf(clusters []entity.Cluster) []graph.Entity {
	var entities []graph.Entity
	for _, cluster := range clusters {
		entities = append(entities, cluster.Entity)
	}
	return entities
}

// placeReports puts the articles' reports, and those that name a changed member, into
// their blocks. It returns all blocks that gained, lost or hold one of them, and those of
// the reports that edits connect with them.
func (c *change) placeReports(changed []string) (map[string]bool, error) {
	moving, days, err := c.movingReports(changed)
	if err != nil {
		return nil, err
	}
	entities, err := c.tx.EntitiesOf(parties(slices.Collect(maps.Values(moving))))
	if err != nil {
		return nil, err
	}
	touched, named := map[string]bool{}, slices.Clone(c.judged)
	for _, old := range c.old {
		for i := range old.Reports {
			touched[old.Reports[i].Block] = true
			named = append(named, old.Reports[i].ID)
		}
	}
	placed := map[string]string{}
	for id, r := range moving {
		block := event.Block(r, days[r.ArticleID], entities)
		touched[r.Block], touched[block] = true, true
		placed[id] = block
		named = append(named, id)
	}
	if err := c.tx.PutReportBlocks(placed); err != nil {
		return nil, err
	}
	partners, err := c.partners(named, isReport)
	if err != nil {
		return nil, err
	}
	for _, at := range partners {
		touched[at.Block] = true
	}
	delete(touched, "")
	return touched, nil
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

// reportSpace is the reports of the blocks to cluster, with the edits that name them.
type reportSpace struct {
	byBlock  map[string][]*graph.Report
	entities map[string]graph.Entity // of the reports' parties
	blockOf  map[string]string       // of the reports that edits name
	judged   *judge.Judgements
	edits    []*graph.Edit   // all that name one of the reports
	all      map[string]bool // blocks
}

// clusterReports clusters blocks of reports, and those that judgements join with them.
func (c *change) clusterReports(blocks map[string]bool) error {
	space, err := c.reportSpace(blocks)
	if err != nil {
		return err
	}
	if err := c.markOverruled(space.edits, space.judged, c.ownReports(), isReport); err != nil {
		return err
	}
	for _, unit := range space.units() {
		events, reviews := space.events(unit)
		if err := c.tx.PutEvents(unit, events); err != nil {
			return err
		}
		if err := c.tx.PutReviews(unit, reviews); err != nil {
			return err
		}
	}
	return nil
}

// ownReports returns the reports of the old versions.
func (c *change) ownReports() []string {
	var ids []string
	for _, old := range c.old {
		for i := range old.Reports {
			ids = append(ids, old.Reports[i].ID)
		}
	}
	return ids
}

// reportSpace reads blocks, and those that judgements join with them.
func (c *change) reportSpace(blocks map[string]bool) (*reportSpace, error) {
	space := &reportSpace{byBlock: map[string][]*graph.Report{}, blockOf: map[string]string{}, all: map[string]bool{}}
	var reports []*graph.Report
	var edits []*graph.Edit
	for next := sortedKeys(blocks); len(next) > 0; {
		in, err := c.read.ReportsIn(next)
		if err != nil {
			return nil, err
		}
		found, err := c.read.EditsOn(reportIDs(in))
		if err != nil {
			return nil, err
		}
		reports, edits = append(reports, in...), append(edits, found...)
		for _, block := range next {
			space.all[block] = true
		}
		named := namesOf(found)
		for _, r := range in {
			space.byBlock[r.Block] = append(space.byBlock[r.Block], r)
			if named[r.ID] {
				space.blockOf[r.ID] = r.Block
			}
		}
		partners, err := c.present(joinedBy(found), isReport)
		if err != nil {
			return nil, err
		}
		next = blocksBeside(partners, space.all)
	}
	space.edits, space.judged = edits, judge.New(edits, func(id string) bool { return space.blockOf[id] != "" })
	var err error
	space.entities, err = c.read.EntitiesOf(parties(reports))
	return space, err
}

// units returns the blocks that are clustered together, as those of members are.
func (s *reportSpace) units() [][]string { return unitsOf(s.all, s.judged.Joined(), s.blockOf) }

// events clusters the reports of a unit, and returns what of it is worth a person's look.
func (s *reportSpace) events(unit []string) ([]*graph.Event, []*graph.Review) {
	in := make([][]*graph.Report, len(unit))
	for i, block := range unit {
		in[i] = s.byBlock[block]
	}
	return event.ClusterUnder(in, s.entities, s.judged)
}

func reportIDs(reports []*graph.Report) []string {
	ids := make([]string, len(reports))
	for i, r := range reports {
		ids[i] = r.ID
	}
	return ids
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
