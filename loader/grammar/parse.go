package grammar

import (
	"slices"
	"strings"

	"dateline/loader/language"
)

// Parse is the dependency tree of a text with the questions that rules ask of it.
// Tokens are named by their index, and no token is -1.
type Parse struct{ *language.Document }

// New wraps a parsed text.
func New(doc *language.Document) *Parse { return &Parse{doc} }

// Dep returns a token's label: "nsubj".
func (p *Parse) Dep(i int) string { return p.Tokens[i].Dep }

// Head returns the token that a token depends on; a root is its own head.
func (p *Parse) Head(i int) int { return p.Tokens[i].Head }

// Tag returns a token's Penn Treebank tag: "VBD".
func (p *Parse) Tag(i int) string { return p.Tokens[i].Tag }

// Lower returns a token as written, in lower case.
func (p *Parse) Lower(i int) string { return strings.ToLower(p.Tokens[i].Text) }

// IsVerb reports whether a token is a verb or an auxiliary.
func (p *Parse) IsVerb(i int) bool {
	return p.Tokens[i].POS == "VERB" || p.Tokens[i].POS == "AUX" || strings.HasPrefix(p.Tag(i), "VB")
}

// IsNoun reports whether a token is a noun or part of a name.
func (p *Parse) IsNoun(i int) bool {
	return strings.HasPrefix(p.Tag(i), "NN") || p.hyphenated(i) != ""
}

// IsSpace reports whether a token is nothing but white space.
func (p *Parse) IsSpace(i int) bool { return strings.TrimSpace(p.Tokens[i].Text) == "" }

// Children returns the children of a token with one of these labels, all of them
// where none is given.
func (p *Parse) Children(i int, deps ...string) []int {
	all := p.Document.Children(i)
	if len(deps) == 0 {
		return all
	}
	var found []int
	for _, child := range all {
		if slices.Contains(deps, p.Dep(child)) {
			found = append(found, child)
		}
	}
	return found
}

// Child returns the first child of a token with one of these labels, -1 for none.
func (p *Parse) Child(i int, deps ...string) int {
	for _, child := range p.Document.Children(i) {
		if slices.Contains(deps, p.Dep(child)) {
			return child
		}
	}
	return -1
}

// HasChild reports whether a token has a child that is one of these words.
func (p *Parse) HasChild(i int, words ...string) bool {
	for _, child := range p.Children(i) {
		if slices.Contains(words, p.Lower(child)) {
			return true
		}
	}
	return false
}

// Covers reports whether token i is in the subtree of top.
func (p *Parse) Covers(top, i int) bool {
	if top == i {
		return true
	}
	for ancestor := range p.Ancestors(i) {
		if ancestor == top {
			return true
		}
	}
	return false
}

// VerbAbove returns the nearest verb that governs a token, -1 for none.
func (p *Parse) VerbAbove(i int) int {
	for ancestor := range p.Ancestors(i) {
		if p.IsVerb(ancestor) && p.Dep(ancestor) != "amod" {
			return ancestor
		}
	}
	return -1
}

// Root returns the token that everything in a token's sentence hangs on.
func (p *Parse) Root(i int) int {
	for ancestor := range p.Ancestors(i) {
		i = ancestor
	}
	return i
}

// Below returns a token and all that depends on it, without what depends on one of
// the others.
func (p *Parse) Below(i int, without ...int) []int {
	first, last := p.Subtree(i)
	list := make([]int, 0, last-first)
	for t := first; t < last; t++ {
		if p.isBelow(t, i, without) {
			list = append(list, t)
		}
	}
	return list
}

func (p *Parse) isBelow(t, top int, without []int) bool {
	for range p.Tokens {
		if slices.Contains(without, t) {
			return false
		}
		if t == top {
			return true
		}
		if p.Head(t) == t {
			return false
		}
		t = p.Head(t)
	}
	return false
}

// SpanRoot returns the token of a span whose head is outside it, its first token where
// there is none.
func (p *Parse) SpanRoot(span language.Span) int {
	for i := span.Start; i < span.End; i++ {
		if head := p.Head(i); head < span.Start || head >= span.End {
			return i
		}
	}
	return span.Start
}
