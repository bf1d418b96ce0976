package contact

import (
	"dateline/loader/grammar"
	"dateline/loader/what/evidence"
)

// mediatorsOf returns who brings the parties together: the subject of "brokered talks
// between Lim and Okoro", the state of "Chadian-mediated talks".
func mediatorsOf(a *evidence.Article, c *draft) []int {
	parties := c.all()
	for _, child := range a.Children(c.trigger, "amod") {
		if !mediating[a.Lemma(child)] {
			continue
		}
		for _, by := range a.Children(child, "npadvmod", "compound", "nmod", "advmod") {
			if member, ok := evidence.Qualifier(a, by); ok {
				return evidence.Without([]int{member}, parties)
			}
		}
	}
	verb := c.carrier
	if verb < 0 || !mediating[a.Lemma(verb)] || !grammar.IsCarried(a.Parse, c.trigger, verb) {
		return nil
	}
	return evidence.Without(a.PartiesOf(a.Subjects(verb), parties), parties)
}
