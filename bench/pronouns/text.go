package main

import (
	"dateline/bench/training"
	"dateline/graph"
	"dateline/loader/grammar"
	"dateline/loader/logistic"
	"dateline/loader/who/names"
	"dateline/loader/who/office"
	"dateline/loader/who/reference"
	"dateline/loader/who/roster"
)

// text is a text with its chains and its parse.
type text struct {
	ID       string
	Text     string
	Partial  bool // not all mentions are annotated
	Mentions []mention
	parse    *grammar.Parse
	weight   float64 // of its questions
}

// mention is a mention of an entity, a chain's number.
type mention struct {
	Start, End         int
	Entity, Kind, Type string
}

// answered is a pronoun of which the chain is known, with its candidates' chains.
type answered struct {
	reference.Choice
	chain  string
	chains []string // of the candidates, "" for unknown
}

// answers resolves the pronouns of a text by weights, and returns those that are annotated.
// With history each is taken up later as whom it means, else as whom the weights chose.
func (t *text) answers(weights logistic.Weights, history bool) []answered {
	members := roster.New(&graph.Article{ID: t.ID, Text: t.Text}, names.Find(t.parse, ""))
	offices := office.Read(members)
	members.AddAdjectives()
	members.Order()
	ofMember := t.chainsOfMembers(members)
	pronouns := map[int]string{}
	for _, m := range t.Mentions {
		if m.Kind == "pronoun" {
			pronouns[m.Start] = m.Entity
		}
	}
	var found []answered
	reference.New(offices).Choices(weights, func(c reference.Choice) int {
		chain, ok := pronouns[t.parse.Tokens[c.Pronoun].Start]
		if !ok {
			return -1
		}
		a := answered{Choice: c, chain: chain}
		for _, candidate := range c.Candidates {
			a.chains = append(a.chains, t.chainOf(&candidate, ofMember))
		}
		found = append(found, a)
		if !history {
			return -1
		}
		return t.only(&a)
	})
	return found
}

// chainsOfMembers returns for each member the chain that most of its names are of.
func (t *text) chainsOfMembers(members *roster.Roster) map[int]string {
	votes := map[int]map[string]int{}
	for _, m := range members.Mentions {
		if m.Member < 0 || m.Form != graph.MentionName {
			continue
		}
		start, end := t.parse.Tokens[m.Span.Start].Start, t.parse.Tokens[m.Span.End-1].End
		if chain := t.chainAt(start, end, "name"); chain != "" {
			if votes[m.Member] == nil {
				votes[m.Member] = map[string]int{}
			}
			votes[m.Member][chain]++
		}
	}
	chains := map[int]string{}
	for member, of := range votes {
		best := ""
		for chain, n := range of {
			if best == "" || n > of[best] || n == of[best] && chain < best {
				best = chain
			}
		}
		chains[member] = best
	}
	return chains
}

// chainAt returns the chain of the mention of a kind that overlaps a stretch of text, and
// whose ends are nearest; "" for none.
func (t *text) chainAt(start, end int, kind string) string {
	best, chain := -1, ""
	for _, m := range t.Mentions {
		if m.Kind != kind || m.Start >= end || start >= m.End {
			continue
		}
		if far := abs(m.Start-start) + abs(m.End-end); best < 0 || far < best {
			best, chain = far, m.Entity
		}
	}
	return chain
}

func abs(n int) int { return max(n, -n) }

// chainOf returns the chain of a candidate, "" for unknown and nobody.
func (t *text) chainOf(c *reference.Candidate, ofMember map[int]string) string {
	if c.Member >= 0 {
		if chain, ok := ofMember[c.Member]; ok {
			return chain
		}
		return ""
	}
	if c.Noun < 0 {
		return ""
	}
	token := &t.parse.Tokens[c.Noun]
	if token.POS == "PRON" {
		return t.chainAt(token.Start, token.End, "pronoun")
	}
	return t.chainAt(token.Start, token.End, "nominal")
}

// questions returns what a text teaches.
func (t *text) questions(weights logistic.Weights) []training.Question {
	var questions []training.Question
	for _, a := range t.answers(weights, true) {
		q := training.Question{Weight: t.weight}
		right := t.right(&a)
		for i := range a.Candidates {
			if t.Partial && a.chains[i] == "" && !right[i] && a.Candidates[i].Noun >= 0 {
				continue // such texts ask of names alone
			}
			q.Candidates = append(q.Candidates, training.Candidate{Features: a.Candidates[i].Features, Right: right[i]})
		}
		questions = append(questions, q)
	}
	return questions
}

// right says which candidates of a pronoun are right: the member of its chain, else who
// has no name and is of its chain, else nobody, or in a text that is annotated in part all
// of whom nothing is known.
func (t *text) right(a *answered) []bool {
	right, ofChain := make([]bool, len(a.chains)), make([]bool, len(a.chains))
	named, any := false, false
	for i, chain := range a.chains {
		ofChain[i] = chain == a.chain
		any = any || ofChain[i]
		right[i] = ofChain[i] && a.Candidates[i].Member >= 0
		named = named || right[i]
	}
	switch {
	case named:
		return right
	case any:
		return ofChain
	}
	for i, chain := range a.chains {
		right[i] = chain == "" && (t.Partial || i == len(a.chains)-1)
	}
	return right
}

// only returns the likeliest right candidate, -1 for none.
func (t *text) only(a *answered) int {
	best := -1
	for i, right := range t.right(a) {
		if right && (best < 0 || a.Odds[i] > a.Odds[best]) {
			best = i
		}
	}
	return best
}
