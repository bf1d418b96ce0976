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
}

// clusterAccounts clusters accounts that are in order. Those of exact days come first.
// Once all of these have a cluster, clusters of neighbouring days that one article may
// have mistaken are joined.
func clusterAccounts(accounts []*account, index candidateIndex) *leaderClustering {
	exact := slices.IndexFunc(accounts, func(a *account) bool { return a.width > 1 })
	if exact < 0 {
		exact = len(accounts)
	}
	found := &leaderClustering{index: index}
	found.assign(accounts[:exact])
	joinMisdated(found.clusters)
	found.assign(accounts[exact:])
	return found
}

// assign puts each account into a cluster.
func (l *leaderClustering) assign(accounts []*account) {
	for _, a := range accounts {
		candidates := l.index.candidates(a)
		if best := bestCluster(a, l.clusters, candidates); best != nil {
			best.add(a)
			continue
		}
		l.lead(a, candidates)
	}
}

// lead makes an account the leader of a new cluster.
func (l *leaderClustering) lead(a *account, candidates []int) {
	number := len(l.clusters)
	for _, i := range candidates {
		if related := a.rules.related; related != nil && related(l.leaders[i], a) {
			l.related = append(l.related, [2]int{i, number})
		}
	}
	l.index.add(a, number)
	l.leaders = append(l.leaders, a)
	l.clusters = append(l.clusters, newCluster(a))
}

// distinct returns the clusters, each once.
func (l *leaderClustering) distinct() []*cluster {
	var clusters []*cluster
	seen := map[*cluster]bool{}
	for _, c := range l.clusters {
		if !seen[c] {
			seen[c] = true
			clusters = append(clusters, c)
		}
	}
	return clusters
}

// bestCluster returns the candidate cluster that an account belongs to, or nil for none.
func bestCluster(a *account, clusters []*cluster, candidates []int) *cluster {
	switch {
	case a.Time == nil:
		return clusterOfUndated(a, clusters, candidates)
	case a.rules.similarity == nil:
		return firstThatFits(a, clusters, candidates)
	}
	return mostSimilar(a, clusters, candidates)
}

func firstThatFits(a *account, clusters []*cluster, candidates []int) *cluster {
	for _, i := range candidates {
		if clusters[i].fits(a) {
			return clusters[i]
		}
	}
	return nil
}

// clusterOfUndated returns the first cluster that an undated account fits, unless it fits
// a second one that is dated: then nothing says which of the two it is. Dated clusters
// come first.
func clusterOfUndated(a *account, clusters []*cluster, candidates []int) *cluster {
	var first *cluster
	for _, i := range candidates {
		c := clusters[i]
		switch {
		case c == first || !c.fits(a):
			continue
		case first == nil:
			first = c
		case c.leader().Time != nil:
			return nil
		default:
			return first
		}
	}
	return first
}

// mostSimilar returns the most similar of the clusters that an account fits. Of several
// equally similar ones it returns the first if nothing can be more similar, else nil.
func mostSimilar(a *account, clusters []*cluster, candidates []int) *cluster {
	var best *cluster
	highest, tied := -1, false
	for _, i := range candidates {
		c := clusters[i]
		if c == best || !c.fits(a) {
			continue
		}
		switch similarity := c.similarity(a); {
		case similarity > highest:
			best, highest, tied = c, similarity, false
		case similarity == highest:
			tied = true
		}
	}
	if tied && highest < sameTimeAndMeans {
		return nil
	}
	return best
}
