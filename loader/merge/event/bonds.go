package event

import (
	"maps"
	"slices"

	"dateline/graph"
	"dateline/loader/merge/judge"
)

// bonds hold clusters together that people have judged to be one event, and keep those
// apart that they have judged different. Clusters that are bound stay separate until the
// end, so that each goes on attracting what is like it. A nil *bonds has no effect.
type bonds struct {
	judged  *judge.Judgements
	of      map[*cluster]*bond
	byGroup map[string]*bond
}

// bond is clusters of one event, with the groups of judgements of their accounts.
type bond struct {
	clusters []*cluster
	groups   map[string]bool
}

func newBonds(judged *judge.Judgements) *bonds {
	if !judged.Any() {
		return nil
	}
	return &bonds{judged, map[*cluster]*bond{}, map[string]*bond{}}
}

// groupOf returns the group of an account, "" if no judgement names it. Events of two
// types are never the same.
func (b *bonds) groupOf(a *account) string {
	if !b.judged.Named(a.ID) {
		return ""
	}
	return b.judged.Group(a.ID)
}

func keyOf(a *account, group string) string { return string(a.Type) + " " + group }

// allow reports whether an account may join a cluster.
func (b *bonds) allow(c *cluster, a *account) bool {
	if b == nil {
		return true
	}
	group := b.groupOf(a)
	of := b.of[c]
	if group == "" || of == nil {
		return true
	}
	groups := map[string]bool{group: true}
	if own := b.byGroup[keyOf(a, group)]; own != nil {
		groups = own.groups
	}
	return !b.judged.AnyApart(of.groups, groups)
}

// allowJoint reports whether two clusters may become one.
func (b *bonds) allowJoint(c, other *cluster) bool {
	return b == nil || b.of[c] == nil || b.of[other] == nil || !b.judged.AnyApart(b.of[c].groups, b.of[other].groups)
}

// added notes that an account is in a cluster now.
func (b *bonds) added(c *cluster, a *account) {
	if b == nil {
		return
	}
	group := b.groupOf(a)
	if group == "" {
		return
	}
	if b.of[c] == nil {
		b.of[c] = &bond{[]*cluster{c}, map[string]bool{}}
	}
	key := keyOf(a, group)
	if own := b.byGroup[key]; own != nil {
		b.unite(b.of[c], own)
	}
	b.of[c].groups[group] = true
	b.byGroup[key] = b.of[c]
}

// unite makes one bond of two.
func (b *bonds) unite(into, other *bond) {
	if into == other {
		return
	}
	into.clusters = append(into.clusters, other.clusters...)
	maps.Copy(into.groups, other.groups)
	for _, c := range other.clusters {
		b.of[c] = into
	}
	for key, of := range b.byGroup {
		if of == other {
			b.byGroup[key] = into
		}
	}
}

// joined notes that a cluster now has the accounts of another.
func (b *bonds) joined(c, other *cluster) {
	if b == nil || b.of[other] == nil {
		return
	}
	if b.of[c] == nil {
		b.of[c] = &bond{[]*cluster{c}, map[string]bool{}}
	}
	b.unite(b.of[c], b.of[other])
	delete(b.of, other)
	b.of[c].clusters = slices.DeleteFunc(b.of[c].clusters, func(one *cluster) bool { return one == other })
}

// joint returns the cluster that each bound cluster is a part of.
func (b *bonds) joint() map[*cluster]*cluster {
	if b == nil {
		return nil
	}
	joint, done := map[*cluster]*cluster{}, map[*bond]bool{}
	for _, of := range b.of {
		if done[of] || len(of.clusters) < 2 {
			continue
		}
		done[of] = true
		var accounts []*account
		for _, c := range of.clusters {
			accounts = append(accounts, c.accounts...)
		}
		slices.SortFunc(accounts, mostExactFirst)
		whole := newCluster(accounts[0])
		whole.articles = map[string]bool{}
		whole.accounts = accounts
		for _, a := range accounts {
			whole.articles[a.ArticleID] = true
		}
		for _, c := range of.clusters {
			joint[c] = whole
		}
	}
	return joint
}

// judgedMerges say which reports of a cluster people have judged to be of one event.
func (c *cluster) judgedMerges(judged *judge.Judgements) []graph.Merge {
	ids := map[string]bool{}
	for _, a := range c.accounts {
		ids[a.ID] = true
	}
	var merges []graph.Merge
	for _, pair := range judged.Joined() {
		if ids[pair.A] && ids[pair.B] {
			merges = append(merges, graph.Merge{Explanation: fullStop(pair.Edit.Author + " judged them to be one event: " + pair.Edit.Reason), ReportIDs: []string{pair.A, pair.B}})
		}
	}
	return merges
}
