package quote

import (
	"strings"

	"dateline/loader/grammar"
)

// frame is the construction that ties a content to its cue.
type frame int

const (
	inClause     frame = iota // "said that she left", "“She left,” he said"
	inAside                   // "She left, he said", if the content governs the cue
	inInfinitive              // "vowed to leave"
	inObject                  // "praised the plan"
	inPredicate               // "called the plan a mistake"
	inPhrase                  // "called for a vote"
	inQuotation               // quotation marks alone tie them
	inSubject                 // "the plan was praised by Lim"
	inNoun                    // "the belief that she left", "the call for a vote"
	inAccording               // "according to Lim"
	inAdjective               // "confident that she left"
	inColon                   // "Lim: She left"
)

// frameNames are part of descriptions: to change one, learn the weights again.
var frameNames = [...]string{"clause", "aside", "inf", "obj", "pred", "prep", "quote", "subj", "noun", "acc", "adj", "colon"}

func (f frame) String() string { return frameNames[f] }

// candidatesAt returns what a token may attribute as a cue, whatever word it is.
func candidatesAt(m *Marks, i int) []Candidate {
	switch {
	case m.Lower(i) == "according":
		if a, ok := AccordingTo(m, i); ok {
			return []Candidate{a}
		}
		return nil
	case m.IsVerb(i) && m.Dep(i) != "aux" && m.Dep(i) != "auxpass":
		return verbCandidates(m, i)
	case m.IsNoun(i) && m.Lower(i) == m.Tokens[i].Text:
		return nounCandidates(m, i)
	case m.Tokens[i].POS == "ADJ" && m.Dep(i) == "acomp" || m.Dep(i) == "oprd":
		return adjectiveCandidates(m, i)
	case m.Lower(i) == ":":
		return colonCandidates(m, i)
	}
	return nil
}

// nounCandidates returns what a noun may attribute to its possessor, to the object of
// "by" or "from", or to the subject of the verb that carries it: "his belief that she
// left", "calls from Lim for a vote", "made the case that she left".
func nounCandidates(m *Marks, i int) []Candidate {
	holder, by := holderBeside(m, i)
	if holder < 0 {
		return nil
	}
	base := Candidate{Cue: i, frame: inNoun, Holder: holder, Source: sourcePhrase(m, holder, i)}
	var found []Candidate
	for _, child := range m.Children(i) {
		switch m.Dep(child) {
		case "acl", "ccomp", "relcl":
			if m.Dep(child) == "relcl" || m.Tag(child) == "VBG" || m.Tag(child) == "VBN" && m.Child(child, "mark") < 0 {
				continue
			}
			a := base
			a.preposition, a.Content = "clause", m.Below(child)
			found = append(found, a)
		case "prep":
			if child == by {
				continue
			}
			for _, object := range m.Children(child, "pobj", "pcomp") {
				a := base
				a.preposition, a.Content = m.Lower(child), m.Below(object)
				found = append(found, a)
			}
		}
	}
	if verb := m.Head(i); m.Dep(i) == "nsubj" && m.Lemma(verb) == "be" {
		for _, child := range m.Children(verb, "ccomp", "xcomp", "attr") {
			a := base
			a.preposition, a.Content = "be "+m.Dep(child), m.Below(child)
			found = append(found, a)
		}
	}
	if m.Tag(i) == "NN" || m.Tag(i) == "NNS" {
		if about := m.Child(i, "compound", "nmod"); about >= 0 && m.Child(i, "poss") < 0 && m.Child(i, "appos") >= 0 {
			appos := m.Child(i, "appos")
			found = append(found, Candidate{
				Cue: i, frame: inNoun, preposition: "compound", Holder: appos, Source: m.Below(appos), Content: m.Below(about),
			})
		}
	}
	return found
}

// holderBeside returns the head of the phrase that a noun attributes to, and the
// preposition that introduces it; -1 for none.
func holderBeside(m *Marks, i int) (holder, by int) {
	if owner := m.Child(i, "poss"); owner >= 0 {
		return owner, -1
	}
	for _, child := range m.Children(i, "prep") {
		if word := m.Lower(child); word == "by" || word == "from" || word == "among" {
			if object := m.Child(child, "pobj"); object >= 0 {
				return object, child
			}
		}
	}
	if head := m.Head(i); m.Dep(i) == "dobj" && m.IsVerb(head) {
		return grammar.Holder(m.Parse, head), -1
	}
	return -1, -1
}

// adjectiveCandidates returns what an adjective may attribute to its subject: "confident
// that she left", "worried about the vote".
func adjectiveCandidates(m *Marks, i int) []Candidate {
	holder := grammar.Holder(m.Parse, m.Head(i))
	if holder < 0 || holder == i {
		return nil
	}
	base := Candidate{Cue: i, frame: inAdjective, Holder: holder, Source: sourcePhrase(m, holder, i)}
	var found []Candidate
	for _, child := range m.Children(i) {
		switch m.Dep(child) {
		case "ccomp", "xcomp", "advcl":
			a := base
			a.preposition, a.Content = m.Dep(child), m.Below(child)
			found = append(found, a)
		case "prep":
			for _, object := range m.Children(child, "pobj", "pcomp") {
				a := base
				a.preposition, a.Content = m.Lower(child), m.Below(object)
				found = append(found, a)
			}
		}
	}
	return found
}

// maxLabel is how many tokens a speaker's name before a colon may have. A judgement.
const maxLabel = 8

// colonCandidates returns the rest of a line that begins with a name and a colon.
func colonCandidates(m *Marks, i int) []Candidate {
	start := i
	for start > 0 && i-start <= maxLabel && !strings.Contains(m.Tokens[start-1].Text, "\n") {
		start--
	}
	for start < i && (m.IsSpace(start) || Opens(m.Tokens[start].Text)) {
		start++
	}
	if start == i || i-start > maxLabel {
		return nil
	}
	holder := -1
	var source, content []int
	for t := start; t < i; t++ {
		source = append(source, t)
		if m.Tokens[t].POS == "PROPN" {
			holder = t
		}
		if m.IsVerb(t) {
			return nil
		}
	}
	for t := i + 1; t < len(m.Tokens) && !strings.Contains(m.Tokens[t].Text, "\n"); t++ {
		content = append(content, t)
	}
	if holder < 0 || len(content) == 0 {
		return nil
	}
	return []Candidate{{Cue: i, frame: inColon, Holder: holder, Source: source, Content: content}}
}

// verbCandidates returns what a verb may attribute to its subject, one candidate for
// each construction.
func verbCandidates(m *Marks, i int) []Candidate {
	if grammar.IsPassive(m.Parse, i) {
		return passiveCandidates(m, i)
	}
	holder := grammar.Holder(m.Parse, i)
	if holder < 0 {
		return nil
	}
	base := Candidate{Cue: i, Holder: holder, Source: sourcePhrase(m, holder, i)}
	var found []Candidate
	add := func(f frame, content []int) {
		a := base
		a.frame, a.Content = f, content
		found = append(found, a)
	}
	if content, ok := asideContent(m, i); ok {
		add(inAside, content)
	}
	predicate := m.Child(i, "oprd")
	for _, child := range m.Children(i) {
		switch m.Dep(child) {
		case "ccomp":
			if child != holder && grammar.IsVerbal(m.Parse, child) {
				add(inClause, m.Below(child))
			}
		case "xcomp":
			if grammar.IsVerbal(m.Parse, child) && grammar.HasSubject(m.Parse, child) {
				add(inPredicate, m.Below(child))
			} else {
				add(inInfinitive, m.Below(child))
			}
		case "dobj":
			content := m.Below(child)
			if predicate >= 0 {
				add(inPredicate, joined(content, m.Below(predicate)))
			} else {
				add(inObject, content)
			}
		case "prep":
			for _, object := range m.Children(child, "pobj", "pcomp") {
				a := base
				a.frame, a.preposition, a.Content = inPhrase, m.Lower(child), m.Below(object)
				found = append(found, a)
			}
		}
	}
	if object := m.Child(i, "dobj"); object >= 0 && predicate < 0 {
		for _, child := range m.Children(i, "prep") {
			if child > object {
				a := base
				a.frame, a.preposition, a.Content = inPredicate, m.Lower(child), joined(m.Below(object), m.Below(child))
				found = append(found, a)
			}
		}
	}
	return append(found, markedCandidates(m, base)...)
}

// markedCandidates returns the quotations that marks alone tie to a verb: in its sentence
// the nearest before it and the first after it, else the one that ends just before its
// sentence.
func markedCandidates(m *Marks, base Candidate) []Candidate {
	var found []Candidate
	if m.At(base.Cue) >= 0 {
		return nil
	}
	sentence := m.SentenceOf(base.Cue)
	add := func(where string, content []int) {
		a := base
		a.frame, a.preposition, a.Content = inQuotation, where, content
		found = append(found, a)
	}
	after, before := -1, -1
	for t := sentence.Start; t < sentence.End; t++ {
		if q := m.At(t); q >= 0 && t < base.Cue {
			before = q
		} else if q >= 0 && after < 0 {
			after = q
		}
	}
	if after >= 0 {
		add("after", quotationTokens(m, after))
	}
	if before >= 0 {
		add("before", quotationTokens(m, before))
		if after >= 0 {
			add("around", joined(quotationTokens(m, before), quotationTokens(m, after)))
		}
	} else if t := sentence.Start - 1; t >= 0 && m.At(t) >= 0 && base.Cue-sentence.Start <= maxLabel {
		where := "above"
		if text := m.Tokens[max(t-1, 0)].Text; text == "?" || text == "!" || text == "," {
			where = "asked above" // the parser ends a sentence here, the text may not
		}
		add(where, quotationTokens(m, m.At(t)))
	}
	return found
}

// passiveCandidates returns what a passive verb may attribute to its agent.
func passiveCandidates(m *Marks, i int) []Candidate {
	var found []Candidate
	for _, by := range m.Children(i, "agent") {
		for _, agent := range m.Children(by, "pobj") {
			a := Candidate{Cue: i, frame: inSubject, Holder: agent, Source: m.Below(agent)}
			for _, clause := range m.Children(i, "ccomp", "xcomp", "oprd") {
				b := a
				b.preposition, b.Content = m.Dep(clause), m.Below(clause)
				found = append(found, b)
			}
			if subject := m.Child(i, "nsubjpass", "csubjpass"); subject >= 0 {
				a.Content = m.Below(subject)
				found = append(found, a)
			} else if m.Dep(i) == "acl" {
				a.Content = m.Below(m.Head(i), i)
				found = append(found, a)
			}
		}
	}
	return found
}

// asideContent returns the content that governs its cue: "She left, he said", "She left,
// as he said".
func asideContent(m *Marks, i int) ([]int, bool) {
	head := m.Head(i)
	if head == i || !grammar.IsVerbal(m.Parse, head) || m.Child(i, "ccomp") >= 0 {
		return nil, false
	}
	switch m.Dep(i) {
	case "parataxis":
	case "ccomp":
		if i < head && m.Child(i, "mark") < 0 && m.Child(i, "dobj") < 0 {
			break
		}
		if m.Child(i, "nsubj") < 0 || m.Child(i, "mark") >= 0 || !afterComma(m, i) {
			return nil, false
		}
	case "advcl":
		if !m.HasChild(i, "as") {
			return nil, false
		}
	default:
		return nil, false
	}
	return m.Below(head, i), true
}

// afterComma reports whether a clause stands after a comma or a closing quotation mark.
func afterComma(m *Marks, i int) bool {
	first, _ := m.Subtree(i)
	if first == 0 {
		return false
	}
	text := m.Tokens[first-1].Text
	return text == "," || Closes(text)
}

// AccordingTo returns what "according to Lim" attributes if token i is its first word.
func AccordingTo(m *Marks, i int) (a Candidate, ok bool) {
	if m.Lower(i) != "according" || i+1 == len(m.Tokens) || m.Lower(i+1) != "to" {
		return Candidate{}, false
	}
	object := -1
	for _, t := range []int{i + 1, i} {
		if object < 0 {
			object = m.Child(t, "pobj")
		}
	}
	head := m.Head(i)
	if object < 0 || head == i {
		return Candidate{}, false
	}
	top := head
	for !grammar.IsVerbal(m.Parse, top) && m.Head(top) != top && m.Dep(top) != "relcl" {
		top = m.Head(top)
	}
	if !grammar.IsVerbal(m.Parse, top) {
		top = head
	}
	return Candidate{Cue: i, frame: inAccording, Holder: object, Source: m.Below(object), Content: m.Below(top, i)}, true
}

// sourcePhrase returns the noun phrase of a source without the part that contains the cue:
// "the minister" in "the minister, who said".
func sourcePhrase(m *Marks, holder, cue int) []int {
	var without []int
	for _, child := range m.Children(holder) {
		if first, last := m.Subtree(child); cue >= first && cue < last {
			without = append(without, child)
		}
	}
	return m.Below(holder, without...)
}
