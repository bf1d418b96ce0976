package when

import "slices"

// rule reads one kind of expression: a pattern, and what a match of it means. A nil
// meaning rejects the match.
type rule struct {
	pattern string
	read    func(m match) meaning
}

// ruleTables are all rules. The one that matches the most words wins, and the first
// among equals.
var ruleTables = [][]rule{
	absoluteRules, recurringRules, holidayRules, relativeRules, clockRules, durationRules, setRules,
	referenceRules, prefixRules,
}

// ruleIndex finds the rules that can begin with a word.
type ruleIndex struct {
	rules   []compiledRule
	byWord  map[string][]int // indices in rules, ascending
	byClass []classRules
}

// classRules are the rules that can begin with a member of a class.
type classRules struct {
	class class
	rules []int
}

type compiledRule struct {
	pattern pattern
	read    func(m match) meaning
}

var index = compileRules()

func compileRules() ruleIndex {
	x := ruleIndex{byWord: map[string][]int{}}
	byClass := map[string][]int{}
	for i, r := range slices.Concat(ruleTables...) {
		p := compile(r.pattern)
		x.rules = append(x.rules, compiledRule{p, r.read})
		for _, n := range p.starts() {
			for _, text := range n.words {
				x.byWord[text] = append(x.byWord[text], i)
			}
			if n.class != nil {
				byClass[n.className] = append(byClass[n.className], i)
			}
		}
	}
	for name, rules := range byClass {
		x.byClass = append(x.byClass, classRules{classes[name], rules})
	}
	return x
}

// startingWith returns the rules that can begin with word i, in their order.
func (x ruleIndex) startingWith(words []word, i int) []int {
	found := slices.Clone(x.byWord[words[i].lower])
	for _, c := range x.byClass {
		if _, taken := c.class(words, i); taken > 0 {
			found = append(found, c.rules...)
		}
	}
	slices.Sort(found)
	return slices.Compact(found)
}
