package language

import "slices"

// caseSequences finds special cases that splitting has torn apart because they
// stand next to other marks: in "(see below:)" the tokens ":" and ")" are
// joined to the one token ":)". It is a tree of the tokens into which the
// special cases fall when they are split like any other chunk.
type caseSequences struct {
	cases map[string][]caseToken
	root  *sequenceNode
}

type sequenceNode struct {
	next map[string]*sequenceNode // by token
	end  bool                     // a special case ends here
}

func newCaseSequences(affixes *affixes, cases map[string][]caseToken) *caseSequences {
	c := &caseSequences{cases: cases, root: &sequenceNode{}}
	plain := newSplitter(affixes, nil)
	for chunk := range cases {
		// Only what falls apart can be torn apart.
		if tokens := plain.split(chunk); len(tokens) > 1 {
			c.root.add(tokens)
		}
	}
	return c
}

func (n *sequenceNode) add(tokens []caseToken) {
	for _, token := range tokens {
		if n.next == nil {
			n.next = make(map[string]*sequenceNode)
		}
		if n.next[token.Orth] == nil {
			n.next[token.Orth] = &sequenceNode{}
		}
		n = n.next[token.Orth]
	}
	n.end = true
}

// apply replaces each torn special case by its tokens.
func (c *caseSequences) apply(words []word, text string, t *tokenizer) []word {
	found := c.find(words)
	if len(found) == 0 {
		return words
	}
	out := make([]word, 0, len(words))
	next := 0
	for _, span := range choose(found, len(words)) {
		out = append(out, words[next:span.Start]...)
		out = c.replace(out, words[span.Start:span.End], text, t)
		next = span.End
	}
	return append(out, words[next:]...)
}

// replace adds the tokens of the special case that the words spell, or the
// words themselves where they spell none, because a space is between.
func (c *caseSequences) replace(out, words []word, text string, t *tokenizer) []word {
	first, last := words[0], words[len(words)-1]
	tokens, ok := c.cases[text[first.start:last.start+len(last.lexeme.orth)]]
	if !ok {
		return append(out, words...)
	}
	out = appendWords(out, t.lexemes(tokens), first.start)
	out[len(out)-1].space = last.space
	return out
}

// find returns every run of words that spells a special case, spaces aside.
func (c *caseSequences) find(words []word) []Span {
	var found []Span
	for start := range words {
		node := c.root
		for i := start; i < len(words) && node != nil; i++ {
			node = node.next[words[i].lexeme.orth]
			if node != nil && node.end {
				found = append(found, Span{start, i + 1})
			}
		}
	}
	return found
}

// choose returns the spans to replace, in order. Longer ones have the choice
// before shorter ones, and of two as long the first; each is taken if both its
// ends are free, and taken or not it leaves its tokens to no other.
func choose(found []Span, words int) []Span {
	slices.SortFunc(found, func(a, b Span) int {
		if byLength := (b.End - b.Start) - (a.End - a.Start); byLength != 0 {
			return byLength
		}
		return a.Start - b.Start
	})
	taken := make([]bool, words)
	var chosen []Span
	for _, span := range found {
		if !taken[span.Start] && !taken[span.End-1] {
			chosen = append(chosen, span)
		}
		for i := span.Start; i < span.End; i++ {
			taken[i] = true
		}
	}
	slices.SortFunc(chosen, func(a, b Span) int { return a.Start - b.Start })
	return chosen
}
