package what

import (
	"slices"
	"strings"

	"dateline/graph"
	"dateline/loader/language"
	"dateline/loader/when"
	"dateline/loader/who"
)

// reading is one article as the rules see it: its parse tree with the questions
// that they ask of it, its times and its cast.
type reading struct {
	doc     *language.Document
	article *graph.Article
	times   []when.Expression
	cast    *who.Cast
	quotes  []quotation
	quoteAt []int // per token: index in quotes, -1 outside
	timeAt  []int // per token: index in times, -1 outside

	publishing *[]int // what publishers gives, nil before it is asked
}

func newReading(doc *language.Document, article *graph.Article, times []when.Expression, cast *who.Cast) *reading {
	r := &reading{doc: doc, article: article, times: times, cast: cast}
	r.timeAt = make([]int, len(doc.Tokens))
	for i := range r.timeAt {
		r.timeAt[i] = -1
	}
	for index, t := range times {
		for i := t.Span.Start; i < t.Span.End; i++ {
			r.timeAt[i] = index
		}
	}
	r.findQuotations()
	return r
}

func (r *reading) dep(i int) string   { return r.doc.Tokens[i].Dep }
func (r *reading) head(i int) int     { return r.doc.Tokens[i].Head }
func (r *reading) lower(i int) string { return strings.ToLower(r.doc.Tokens[i].Text) }

// lemma returns a token's base form in lower case.
func (r *reading) lemma(i int) string {
	lemma := strings.ToLower(r.doc.Tokens[i].Lemma)
	if plain, ok := irregularLemmas[lemma]; ok {
		return plain
	}
	return lemma
}

// irregularLemmas are forms that the language model leaves as they are.
var irregularLemmas = map[string]string{
	"phoned": "phone", "telephoned": "telephone", "emailed": "email", "e-mailed": "email", "e-mail": "email",
	"texted": "text", "texte": "text", "texting": "text", "phoning": "phone", "telephoning": "telephone", "emailing": "email",
	"cabled": "cable", "messaged": "message", "messaging": "message", "dialled": "dial", "conferred": "confer",
	"briefed": "brief", "briefing": "brief", "hosted": "host", "texts": "text", "emails": "email", "phones": "phone",
	"hop": "hope", "din": "dine", "meetings": "meeting", "talks": "talk",
}

func (r *reading) isVerb(i int) bool {
	return r.doc.Tokens[i].POS == "VERB" || r.doc.Tokens[i].POS == "AUX" || strings.HasPrefix(r.doc.Tokens[i].Tag, "VB")
}

func (r *reading) isNoun(i int) bool {
	return strings.HasPrefix(r.doc.Tokens[i].Tag, "NN")
}

// children returns the children of a token with one of these labels, all of them
// where none is given.
func (r *reading) children(i int, deps ...string) []int {
	if len(deps) == 0 {
		return r.doc.Children(i)
	}
	var found []int
	for _, child := range r.doc.Children(i) {
		if slices.Contains(deps, r.dep(child)) {
			found = append(found, child)
		}
	}
	return found
}

// child returns the first child of a token with one of these labels, -1 for none.
func (r *reading) child(i int, deps ...string) int {
	for _, child := range r.doc.Children(i) {
		if slices.Contains(deps, r.dep(child)) {
			return child
		}
	}
	return -1
}

// hasChild reports whether a token has a child that is one of these words.
func (r *reading) hasChild(i int, words ...string) bool {
	for _, child := range r.doc.Children(i) {
		if slices.Contains(words, r.lower(child)) {
			return true
		}
	}
	return false
}

// objectsOf returns the heads of the noun phrases that these prepositions of a
// token govern: one group for each preposition.
func (r *reading) objectsOf(i int, prepositions ...string) [][]int {
	var groups [][]int
	for _, child := range r.withJoinedPrepositions(i) {
		if dep := r.dep(child); dep != "prep" && dep != "dative" && dep != "agent" && dep != "prt" && dep != "advmod" && dep != "conj" || !slices.Contains(prepositions, r.lower(child)) {
			continue
		}
		if r.child(child, "pobj", "pcomp") < 0 {
			if object := r.sharedObject(i, child); object >= 0 {
				groups = append(groups, []int{object})
			}
			continue
		}
		for _, object := range r.children(child, "pobj", "pcomp") {
			if text := r.lower(object); (text == "whom" || text == "who") && r.dep(i) == "relcl" {
				object = r.head(i)
				groups = append(groups, []int{object})
			} else if r.dep(object) == "pobj" {
				groups = append(groups, []int{object})
			}
		}
	}
	return groups
}

// sharedObject returns the object that a preposition without one shares with that of
// the next verb: "met with and prayed over B"; -1 for none.
func (r *reading) sharedObject(verb, preposition int) int {
	for _, joined := range r.children(verb, "conj") {
		if joined < preposition || joined-preposition > 3 {
			continue
		}
		for _, other := range r.children(joined, "prep") {
			if object := r.child(other, "pobj"); object >= 0 {
				return object
			}
		}
		return r.child(joined, "dobj")
	}
	return -1
}

// withJoinedPrepositions returns the children of a token, and the prepositions
// joined to one of them: "with A and with B".
func (r *reading) withJoinedPrepositions(i int) []int {
	all := slices.Clone(r.doc.Children(i))
	for _, child := range r.doc.Children(i) {
		if r.dep(child) != "prep" {
			continue
		}
		for _, joined := range r.conjuncts(child)[1:] {
			if r.doc.Tokens[joined].Tag == "IN" {
				all = append(all, joined)
			}
		}
	}
	return all
}

// conjuncts returns a token and those joined to it after it: "A, B and C".
func (r *reading) conjuncts(i int) []int {
	all := []int{i}
	for next := 0; next < len(all); next++ {
		for _, child := range r.children(all[next], "conj") {
			if child > i {
				all = append(all, child)
			}
		}
	}
	slices.Sort(all)
	return all
}

// verbAbove returns the nearest verb that governs a token, -1 for none.
func (r *reading) verbAbove(i int) int {
	for ancestor := range r.doc.Ancestors(i) {
		if r.isVerb(ancestor) && r.dep(ancestor) != "amod" {
			return ancestor
		}
	}
	return -1
}

// covers reports whether token i is in the subtree of top.
func (r *reading) covers(top, i int) bool {
	if top == i {
		return true
	}
	for ancestor := range r.doc.Ancestors(i) {
		if ancestor == top {
			return true
		}
	}
	return false
}

// isPassive reports whether a verb is passive.
func (r *reading) isPassive(verb int) bool {
	if agent := r.child(verb, "agent"); agent >= 0 && r.child(verb, "nsubjpass", "auxpass") < 0 {
		if object := r.child(agent, "pobj"); object >= 0 && (meansWords[r.lemma(object)] != "" || lines[r.lemma(object)]) {
			return false // "had spoken by telephone"
		}
	}
	return r.child(verb, "nsubjpass", "auxpass", "agent") >= 0 || r.dep(verb) == "acl" && r.doc.Tokens[verb].Tag == "VBN"
}

func (r *reading) member(m int) *graph.Member { return &r.cast.Members()[m] }
