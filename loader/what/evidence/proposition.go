package evidence

import (
	"slices"

	"dateline/loader/grammar"
)

// propositions reads the propositions of an article, each once.
type propositions struct {
	reader *grammar.Reader
	known  map[int]*grammar.Proposition
}

// Proposition returns what a verb or noun says with its arguments, nil for other words.
func (p *propositions) Proposition(token int) *grammar.Proposition {
	q, ok := p.known[token]
	if !ok {
		q = p.reader.At(token)
		p.known[token] = q
	}
	return q
}

// Subjects returns the heads of the noun phrases that do what a verb says.
func (p *propositions) Subjects(verb int) []int { return p.reader.Subjects(verb) }

// PartiesIn returns the parties of the arguments in some slots of a proposition, in the
// order of the slots.
func PartiesIn(a *Article, q *grammar.Proposition, exclude []int, slots ...grammar.Slot) []int {
	var found []int
	for _, group := range GroupsIn(a, q, slots...) {
		found = append(found, a.PartiesOf(group, append(slices.Clone(exclude), found...))...)
	}
	return found
}

// GroupsIn returns the heads of the arguments in some slots, one group for each
// coordination. Those that a relative clause may have or not, as Lim in "Lim and Okoro,
// who phoned", are left out.
func GroupsIn(a *Article, q *grammar.Proposition, slots ...grammar.Slot) [][]int {
	return grammar.Groups(a.Parse, slices.DeleteFunc(q.In(slots...), func(argument grammar.Argument) bool { return argument.Via.Has(grammar.ByFellow) }))
}
