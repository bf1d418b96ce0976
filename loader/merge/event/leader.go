package event

import "slices"

// leaderClustering is the clusters of a block, made by the leader algorithm (Hartigan,
// Clustering Algorithms, 1975, chapter 3): accounts are taken in turn, the most exact
// first, and each joins the cluster that it fits best or becomes the leader of a new
// one.
type leaderClustering struct {
	index    candidateIndex // of the leaders
	leaders  []*account
	clusters []*cluster // by their leader's number; two numbers may have one cluster
	// related holds pairs of numbers of leaders that may be of one event although they
	// were kept apart, the smaller first.
	related [][2]int
	bonds   *bonds
	// missed are the leaders that fitted several clusters equally, so that nothing says which
	// of them they are of; tied is what bestCluster has just found of these.
	missed []missed
	tied   []int
}

// missed is the numbers of a leader, and of the clusters that it may be of.
type missed struct {
	number     int
	candidates []int
}

// clusterAccounts clusters accounts that are in order. Those of exact days come first.
// Once all of these have a cluster, clusters of neighbouring days that one article may
// have mistaken are joined.
func clusterAccounts(accounts []*account, index candidateIndex, bonds *bonds) *leaderClustering {
	exact := slices.IndexFunc(accounts, func(a *account) bool { return a.width > 1 })
	if exact < 0 {
		exact = len(accounts)
	}
	found := &leaderClustering{index: index, bonds: bonds}
	found.assign(accounts[:exact])
	joinMisdated(found.clusters, bonds)
	found.assign(accounts[exact:])
	return found
}

// assign puts each account into a cluster.
func (l *leaderClustering) assign(accounts []*account) {
	for _, a := range accounts {
		candidates := l.index.candidates(a)
		if best := l.bestCluster(a, candidates); best != nil {
			best.add(a)
			l.bonds.added(best, a)
			continue
		}
		l.lead(a, candidates)
	}
}

// lead makes an account the leader of a new cluster.
func (l *leaderClustering) lead(a *account, candidates []int) {
	number := len(l.clusters)
	if len(l.tied) > 0 {
		l.missed = append(l.missed, missed{number, l.tied})
	}
	for _, i := range candidates {
		if related := a.rules.related; related != nil && related(l.leaders[i], a) {
			l.related = append(l.related, [2]int{i, number})
		}
	}
	l.index.add(a, number)
	l.leaders = append(l.leaders, a)
	c := newCluster(a)
	l.clusters = append(l.clusters, c)
	l.bonds.added(c, a)
}

// distinct returns the clusters of several blocks, each once.
func distinct(blocks []*leaderClustering) []*cluster {
	var clusters []*cluster
	seen := map[*cluster]bool{}
	for _, l := range blocks {
		for _, c := range l.clusters {
			if !seen[c] {
				seen[c] = true
				clusters = append(clusters, c)
			}
		}
	}
	return clusters
}

// bestCluster returns the candidate cluster that an account belongs to, or nil for none.
func (l *leaderClustering) bestCluster(a *account, candidates []int) *cluster {
	l.tied = nil
	switch {
	case a.Time == nil:
		return l.clusterOfUndated(a, candidates)
	case a.rules.similarity == nil:
		return l.firstThatFits(a, candidates)
	}
	return l.mostSimilar(a, candidates)
}

// fits reports whether an account may be of a cluster's event, and no judgement is
// against it.
func (l *leaderClustering) fits(c *cluster, a *account) bool { return c.fits(a) && l.bonds.allow(c, a) }

func (l *leaderClustering) firstThatFits(a *account, candidates []int) *cluster {
	for _, i := range candidates {
		if l.fits(l.clusters[i], a) {
			return l.clusters[i]
		}
	}
	return nil
}

// clusterOfUndated returns the first cluster that an undated account fits, unless it fits
// a second one that is dated: then nothing says which of the two it is. Dated clusters
// come first.
func (l *leaderClustering) clusterOfUndated(a *account, candidates []int) *cluster {
	var first *cluster
	number := 0
	for _, i := range candidates {
		c := l.clusters[i]
		switch {
		case c == first || !l.fits(c, a):
			continue
		case first == nil:
			first, number = c, i
		case c.leader().Time != nil:
			l.tied = []int{number, i}
			return nil
		default:
			return first
		}
	}
	return first
}

// mostSimilar returns the most similar of the clusters that an account fits. Of several
// equally similar ones it returns the first if nothing can be more similar, else nil.
func (l *leaderClustering) mostSimilar(a *account, candidates []int) *cluster {
	var best *cluster
	highest := -1
	var tied []int
	for _, i := range candidates {
		c := l.clusters[i]
		if c == best || !l.fits(c, a) {
			continue
		}
		switch similarity := c.similarity(a); {
		case similarity > highest:
			best, highest, tied = c, similarity, []int{i}
		case similarity == highest:
			tied = append(tied, i)
		}
	}
	if len(tied) > 1 && highest < sameTimeAndMeans {
		l.tied = tied
		return nil
	}
	return best
}
