package what

import (
	"strings"

	"dateline/loader/grammar"
)

// frame is how a content hangs on its cue.
type frame int

const (
	inClause     frame = iota // "said that she left", "“She left,” he said"
	inAside                   // "She left, he said", where the content governs the cue
	inInfinitive              // "vowed to leave"
	inObject                  // "praised the plan"
	inPredicate               // "called the plan a mistake"
	inPhrase                  // "called for a vote"
	inQuotation               // marks alone tie it to the cue
	inSubject                 // "the plan was praised by A"
	inNoun                    // "the belief that she left", "the call for a vote"
	inAccording               // "according to A"
	inAdjective               // "confident that she left"
	inColon                   // "A: She left"
)

var frameNames = [...]string{"clause", "aside", "inf", "obj", "pred", "prep", "quote", "subj", "noun", "acc", "adj", "colon"}

func (f frame) String() string { return frameNames[f] }

// attributionsAt returns what a token can attribute as a cue, whatever word it is.
func (r *reading) attributionsAt(i int) []attribution {
	switch {
	case r.Lower(i) == "according":
		return r.according(i)
	case r.IsVerb(i) && r.Dep(i) != "aux" && r.Dep(i) != "auxpass":
		return r.verbAttributions(i)
	case r.IsNoun(i) && r.Lower(i) == r.Tokens[i].Text:
		return r.nounAttributions(i)
	case r.Tokens[i].POS == "ADJ" && r.Dep(i) == "acomp" || r.Dep(i) == "oprd":
		return r.adjectiveAttributions(i)
	case r.Lower(i) == ":":
		return r.colonAttributions(i)
	}
	return nil
}

// nounAttributions returns what a noun attributes to its possessor, to those it is
// "by" or "from", or to the subject of the verb that carries it: "his belief that",
// "calls from A for B", "made the case that".
func (r *reading) nounAttributions(i int) []attribution {
	holder, by := r.holderBeside(i)
	if holder < 0 {
		return nil
	}
	base := attribution{cue: i, frame: inNoun, holder: holder, source: r.phraseOf(holder, i)}
	var found []attribution
	for _, child := range r.Children(i) {
		switch r.Dep(child) {
		case "acl", "ccomp", "relcl":
			if r.Dep(child) == "relcl" || r.Tag(child) == "VBG" || r.Tag(child) == "VBN" && r.Child(child, "mark") < 0 {
				continue
			}
			a := base
			a.preposition, a.content = "clause", r.Below(child)
			found = append(found, a)
		case "prep":
			if child == by {
				continue
			}
			for _, object := range r.Children(child, "pobj", "pcomp") {
				a := base
				a.preposition, a.content = r.Lower(child), r.Below(object)
				found = append(found, a)
			}
		}
	}
	if verb := r.Head(i); r.Dep(i) == "nsubj" && r.Lemma(verb) == "be" {
		for _, child := range r.Children(verb, "ccomp", "xcomp", "attr") {
			a := base
			a.preposition, a.content = "be "+r.Dep(child), r.Below(child)
			found = append(found, a)
		}
	}
	if r.Tag(i) == "NN" || r.Tag(i) == "NNS" {
		if about := r.Child(i, "compound", "nmod"); about >= 0 && r.Child(i, "poss") < 0 && r.Child(i, "appos") >= 0 {
			appos := r.Child(i, "appos")
			found = append(found, attribution{cue: i, frame: inNoun, preposition: "compound", holder: appos, source: r.Below(appos), content: r.Below(about)})
		}
	}
	return found
}

// holderBeside returns whose a noun is, and the preposition that tells it.
func (r *reading) holderBeside(i int) (holder, by int) {
	if owner := r.Child(i, "poss"); owner >= 0 {
		return owner, -1
	}
	for _, child := range r.Children(i, "prep") {
		if word := r.Lower(child); word == "by" || word == "from" || word == "among" {
			if object := r.Child(child, "pobj"); object >= 0 {
				return object, child
			}
		}
	}
	if head := r.Head(i); r.Dep(i) == "dobj" && r.IsVerb(head) {
		return grammar.Holder(r.Parse, head), -1
	}
	return -1, -1
}

// adjectiveAttributions returns what an adjective attributes to its subject:
// "confident that", "worried about".
func (r *reading) adjectiveAttributions(i int) []attribution {
	holder := grammar.Holder(r.Parse, r.Head(i))
	if holder < 0 || holder == i {
		return nil
	}
	base := attribution{cue: i, frame: inAdjective, holder: holder, source: r.phraseOf(holder, i)}
	var found []attribution
	for _, child := range r.Children(i) {
		switch r.Dep(child) {
		case "ccomp", "xcomp", "advcl":
			a := base
			a.preposition, a.content = r.Dep(child), r.Below(child)
			found = append(found, a)
		case "prep":
			for _, object := range r.Children(child, "pobj", "pcomp") {
				a := base
				a.preposition, a.content = r.Lower(child), r.Below(object)
				found = append(found, a)
			}
		}
	}
	return found
}

// maxLabel is how many tokens a speaker's name before a colon has at most.
const maxLabel = 8

// colonAttributions returns what stands in a line after a name and a colon.
func (r *reading) colonAttributions(i int) []attribution {
	start := i
	for start > 0 && i-start <= maxLabel && !strings.Contains(r.Tokens[start-1].Text, "\n") {
		start--
	}
	for start < i && (r.IsSpace(start) || opensQuote(r.Tokens[start].Text)) {
		start++
	}
	if start == i || i-start > maxLabel {
		return nil
	}
	holder := -1
	var source, content tokens
	for t := start; t < i; t++ {
		source = append(source, t)
		if r.Tokens[t].POS == "PROPN" {
			holder = t
		}
		if r.IsVerb(t) {
			return nil
		}
	}
	for t := i + 1; t < len(r.Tokens) && !strings.Contains(r.Tokens[t].Text, "\n"); t++ {
		content = append(content, t)
	}
	if holder < 0 || len(content) == 0 {
		return nil
	}
	return []attribution{{cue: i, frame: inColon, holder: holder, source: source, content: content}}
}

// verbAttributions returns what a verb can attribute to its subject, one for each
// way in which a content can hang on it.
func (r *reading) verbAttributions(i int) []attribution {
	if grammar.IsPassive(r.Parse, i) {
		return r.passiveAttributions(i)
	}
	holder := grammar.Holder(r.Parse, i)
	if holder < 0 {
		return nil
	}
	base := attribution{cue: i, holder: holder, source: r.phraseOf(holder, i)}
	var found []attribution
	add := func(f frame, content tokens) {
		a := base
		a.frame, a.content = f, content
		found = append(found, a)
	}
	if content, ok := r.aside(i); ok {
		add(inAside, content)
	}
	predicate := r.Child(i, "oprd")
	for _, child := range r.Children(i) {
		switch r.Dep(child) {
		case "ccomp":
			if child != holder && grammar.IsVerbal(r.Parse, child) {
				add(inClause, r.Below(child))
			}
		case "xcomp":
			if grammar.IsVerbal(r.Parse, child) && grammar.HasSubject(r.Parse, child) {
				add(inPredicate, r.Below(child))
			} else {
				add(inInfinitive, r.Below(child))
			}
		case "dobj":
			content := r.Below(child)
			if predicate >= 0 {
				add(inPredicate, joined(content, r.Below(predicate)))
			} else {
				add(inObject, content)
			}
		case "prep":
			for _, object := range r.Children(child, "pobj", "pcomp") {
				a := base
				a.frame, a.preposition, a.content = inPhrase, r.Lower(child), r.Below(object)
				found = append(found, a)
			}
		}
	}
	if object := r.Child(i, "dobj"); object >= 0 && predicate < 0 {
		for _, child := range r.Children(i, "prep") {
			if child > object {
				a := base
				a.frame, a.preposition, a.content = inPredicate, r.Lower(child), joined(r.Below(object), r.Below(child))
				found = append(found, a)
			}
		}
	}
	return append(found, r.markedAttributions(base)...)
}

// markedAttributions returns the quotations that marks alone tie to a verb: the next
// one and the last one in its sentence, and one that ends just before it.
func (r *reading) markedAttributions(base attribution) []attribution {
	var found []attribution
	if r.quoteAt[base.cue] >= 0 {
		return nil
	}
	sentence := r.SentenceOf(base.cue)
	add := func(where string, content tokens) {
		a := base
		a.frame, a.preposition, a.content = inQuotation, where, content
		found = append(found, a)
	}
	after, before := -1, -1
	for t := sentence.Start; t < sentence.End; t++ {
		if q := r.quoteAt[t]; q >= 0 && t < base.cue {
			before = q
		} else if q >= 0 && after < 0 {
			after = q
		}
	}
	if after >= 0 {
		add("after", r.quotationTokens(after))
	}
	if before >= 0 {
		add("before", r.quotationTokens(before))
		if after >= 0 {
			add("around", joined(r.quotationTokens(before), r.quotationTokens(after)))
		}
	} else if t := sentence.Start - 1; t >= 0 && r.quoteAt[t] >= 0 && base.cue-sentence.Start <= maxLabel {
		where := "above"
		if text := r.Tokens[max(t-1, 0)].Text; text == "?" || text == "!" || text == "," {
			where = "asked above" // a mark at which sentences are cut though they go on
		}
		add(where, r.quotationTokens(r.quoteAt[t]))
	}
	return found
}

// passiveAttributions returns what is attributed to the agent of a passive verb.
func (r *reading) passiveAttributions(i int) []attribution {
	var found []attribution
	for _, by := range r.Children(i, "agent") {
		for _, agent := range r.Children(by, "pobj") {
			a := attribution{cue: i, frame: inSubject, holder: agent, source: r.Below(agent)}
			for _, clause := range r.Children(i, "ccomp", "xcomp", "oprd") {
				b := a
				b.preposition, b.content = r.Dep(clause), r.Below(clause)
				found = append(found, b)
			}
			if subject := r.Child(i, "nsubjpass", "csubjpass"); subject >= 0 {
				a.content = r.Below(subject)
				found = append(found, a)
			} else if r.Dep(i) == "acl" {
				a.content = r.Below(r.Head(i), i)
				found = append(found, a)
			}
		}
	}
	return found
}

// aside returns the content that governs a cue: "She left, he said", "She left, as
// he said".
func (r *reading) aside(i int) (tokens, bool) {
	head := r.Head(i)
	if head == i || !grammar.IsVerbal(r.Parse, head) || r.Child(i, "ccomp") >= 0 {
		return nil, false
	}
	switch r.Dep(i) {
	case "parataxis":
	case "ccomp":
		if i < head && r.Child(i, "mark") < 0 && r.Child(i, "dobj") < 0 {
			break
		}
		if r.Child(i, "nsubj") < 0 || r.Child(i, "mark") >= 0 || !r.afterComma(i) {
			return nil, false
		}
	case "advcl":
		if !r.HasChild(i, "as") {
			return nil, false
		}
	default:
		return nil, false
	}
	return r.Below(head, i), true
}

// afterComma reports whether a clause stands after a comma or a mark of quotation.
func (r *reading) afterComma(i int) bool {
	first, _ := r.Subtree(i)
	if first == 0 {
		return false
	}
	text := r.Tokens[first-1].Text
	return text == "," || closesQuote(text)
}

// according reads "according to A".
func (r *reading) according(i int) []attribution {
	if r.Lower(i) != "according" || i+1 == len(r.Tokens) || r.Lower(i+1) != "to" {
		return nil
	}
	object := -1
	for _, t := range []int{i + 1, i} {
		if object < 0 {
			object = r.Child(t, "pobj")
		}
	}
	head := r.Head(i)
	if object < 0 || head == i {
		return nil
	}
	top := head
	for !grammar.IsVerbal(r.Parse, top) && r.Head(top) != top && r.Dep(top) != "relcl" {
		top = r.Head(top)
	}
	if !grammar.IsVerbal(r.Parse, top) {
		top = head
	}
	return []attribution{{cue: i, frame: inAccording, holder: object, source: r.Below(object), content: r.Below(top, i)}}
}
