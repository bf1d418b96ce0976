package event

import (
	"cmp"
	"slices"

	"dateline/graph"
	"dateline/loader/merge/judge"
)

// ClusterUnder clusters the reports of blocks, given by ID and with their articles, into
// events, and finds where they contradict each other. Each report is in one of the events,
// which come by ID. Entities are by the IDs of the members that the reports name. Each
// block is clustered by itself but under the same judgements, which can join clusters of
// several blocks. It also returns what of it is worth a person's look.
func ClusterUnder(blocks [][]*graph.Report, entities map[string]graph.Entity, judged *judge.Judgements) ([]*graph.Event, []*graph.Review) {
	bonds := newBonds(judged)
	var found []*leaderClustering
	for _, reports := range blocks {
		if len(reports) == 0 {
			continue
		}
		accounts := make([]*account, len(reports))
		for i, r := range reports {
			accounts[i] = newAccount(r, entities)
		}
		slices.SortFunc(accounts, mostExactFirst)
		found = append(found, clusterAccounts(accounts, accounts[0].rules.index(accounts), bonds))
	}
	if len(found) == 0 {
		return nil, nil
	}
	if joint := bonds.joint(); len(joint) > 0 {
		for _, l := range found {
			for i, c := range l.clusters {
				l.clusters[i] = cmp.Or(joint[c], c)
			}
		}
	}
	clusters := distinct(found)
	named := byEntityID(slices.Concat(blocks...), entities)
	events := make([]*graph.Event, len(clusters))
	for i, c := range clusters {
		slices.SortFunc(c.accounts, byPublication) // from here on the first need not be the leader
		events[i] = c.fuse(entities)
		events[i].Summary = rulesByType[events[i].Type].summarize(events[i], named, c.shortestQuote())
		events[i].Merges = c.merges(named)
		if judged.Any() {
			events[i].Merges = append(events[i].Merges, c.judgedMerges(judged)...)
		}
	}
	findConflicts(clusters, events)
	for _, l := range found {
		l.relate(clusters, events)
	}
	reviews := doubts(found, clusters, events, judged)
	slices.SortFunc(events, func(a, b *graph.Event) int { return cmp.Compare(a.ID, b.ID) })
	return events, reviews
}

// byEntityID returns the entities that the reports name by their own IDs, not by those of
// their members.
func byEntityID(reports []*graph.Report, entities map[string]graph.Entity) map[string]graph.Entity {
	byID := map[string]graph.Entity{}
	for _, r := range reports {
		for id := range r.PartyIDs() {
			if entity := entities[id]; entity != nil {
				byID[entity.NodeID()] = entity
			}
		}
	}
	return byID
}
