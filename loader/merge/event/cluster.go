package event

import "dateline/graph"

// cluster is the accounts of one event. The first is its leader.
type cluster struct {
	accounts []*account
	articles map[string]bool // of accounts; nil while the leader is alone, as most are
}

// mostCompared is how many of a cluster's accounts, the most exact ones, others are
// compared with. What fits these fits the rest, so an event that every paper reports
// does not cost a comparison with each report. A judgement: 4 and 32 give the same events
// on 326 news articles.
const mostCompared = 16

func newCluster(leader *account) *cluster { return &cluster{accounts: []*account{leader}} }

func (c *cluster) leader() *account { return c.accounts[0] }

// compared returns the accounts that others are compared with.
func (c *cluster) compared() []*account { return c.accounts[:min(len(c.accounts), mostCompared)] }

func (c *cluster) add(a *account) {
	if c.articles == nil {
		c.articles = map[string]bool{c.leader().ArticleID: true}
	}
	c.accounts = append(c.accounts, a)
	c.articles[a.ArticleID] = true
	if a.comparedWith == nil {
		a.comparedWith = c.leader()
	}
}

// isOf reports whether one of the accounts is the article's.
func (c *cluster) isOf(articleID string) bool {
	return c.leader().ArticleID == articleID || c.articles[articleID]
}

func (c *cluster) articleCount() int { return max(1, len(c.articles)) }

// fits reports whether an account may be of the cluster's event. Two accounts of one
// article are never of one event, since extraction has already united those that are,
// unless the article tells of a contact and of its denial.
func (c *cluster) fits(a *account) bool {
	if c.isOf(a.ArticleID) && !c.isDeniedWithin(a) {
		return false
	}
	for _, other := range c.compared() {
		if !sameEvent(a, other) {
			return false
		}
	}
	return true
}

// isDeniedWithin reports whether all accounts of a's article deny what a asserts, or assert
// what a denies.
func (c *cluster) isDeniedWithin(a *account) bool {
	for _, other := range c.accounts {
		opposed := tookPlace(a.Status) && other.Status == graph.StatusDenied || tookPlace(other.Status) && a.Status == graph.StatusDenied
		if other.ArticleID == a.ArticleID && !opposed {
			return false
		}
	}
	return true
}

// sameEvent reports whether two accounts of different articles may be of one event.
func sameEvent(a, b *account) bool { return sameParties(a, b) && a.rules.same(a, b) }

// similarity returns how much an account has in common with the cluster's leader, with
// 2 more where one of the cluster's accounts names the same place: a place counts as
// much as a time.
func (c *cluster) similarity(a *account) int {
	similarity := a.rules.similarity(a, c.leader())
	if a.place == "" {
		return similarity
	}
	for _, other := range c.compared() {
		if other.place == a.place {
			return similarity + 2
		}
	}
	return similarity
}
