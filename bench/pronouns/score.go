package main

import "dateline/loader/logistic"

// thresholds are the probabilities from which an answer counts.
var thresholds = [...]float64{0, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7}

// score counts the pronouns of chains with the name of a person.
type score struct {
	asked, answered, right int
	all, allRight          int // of all pronouns, those of nobody named included
}

func (s score) precision() float64 { return float64(s.right) / float64(max(s.answered, 1)) }
func (s score) recall() float64    { return float64(s.right) / float64(max(s.asked, 1)) }
func (s score) accuracy() float64  { return float64(s.allRight) / float64(max(s.all, 1)) }

// measure counts the pronouns of a text.
func (t *text) measure(weights logistic.Weights, sums *[len(thresholds)]score) {
	named := map[string]bool{}
	for _, m := range t.Mentions {
		if m.Kind == "name" && (m.Type == "person" || m.Type == "organization" || m.Type == "") {
			named[m.Entity] = true
		}
	}
	for _, a := range t.answers(weights, false) {
		best := a.Candidates[a.Best]
		right := a.chains[a.Best] == a.chain
		for i, least := range thresholds {
			s := &sums[i]
			s.all++
			if right || best.Member < 0 && !named[a.chain] {
				s.allRight++
			}
			if !named[a.chain] {
				continue
			}
			s.asked++
			if best.Member >= 0 && a.chains[a.Best] != "" && a.Odds[a.Best] >= least {
				s.answered++
				if right {
					s.right++
				}
			}
		}
	}
}
