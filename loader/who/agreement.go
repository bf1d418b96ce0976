package who

import (
	"strings"

	"dateline/graph"
	"dateline/loader/language"
)

// agreement makes the names of an article agree.
type agreement struct {
	doc    *language.Document
	words  *vocabulary
	text   *text
	finder *finder
}

// agree makes the names of an article agree: a word that is once somebody's
// surname is one throughout, a form has one class, and a form that is once a
// name is found wherever it stands.
func (f *finder) agree() {
	surnames := f.surnames()
	a := &agreement{doc: f.doc, words: f.words, text: f.text, finder: f}
	a.dropFamilies(surnames)
	a.vote(surnames)
	a.spreadSurnames(surnames)
	a.spreadForms()
}

// surnames returns the last words, folded, of the full names of people.
func (f *finder) surnames() map[string]bool {
	found := map[string]bool{}
	for _, n := range f.names {
		if n.class != classPerson || n.End-n.Start < 2 {
			continue
		}
		found[surnameKey(f.doc.Tokens[surnameToken(f.doc, n.Span)].Text)] = true
	}
	delete(found, "")
	return found
}

// dropFamilies takes back "the Clintons": no name of one.
func (a *agreement) dropFamilies(surnames map[string]bool) {
	for i := range a.finder.names {
		n := &a.finder.names[i]
		if n.entry != nil || n.End-n.Start != 1 || n.Start == 0 || strings.ToLower(a.doc.Tokens[n.Start-1].Text) != "the" {
			continue
		}
		if singular, plural := strings.CutSuffix(a.text.fold(n.Span), "s"); plural && (surnames[skeleton(singular)] || surnames[skeleton(strings.TrimSuffix(singular, "e"))]) {
			a.finder.drop(i)
		}
	}
}

// vote gives the single words of one form one class: a person's where it is a
// surname, else what most of its mentions are.
func (a *agreement) vote(surnames map[string]bool) {
	type count struct{ people, others int }
	votes := map[string]*count{}
	for _, n := range a.finder.names {
		if n.End-n.Start != 1 || n.entry != nil && !n.entry.weak {
			continue
		}
		form := a.text.fold(n.Span)
		if votes[form] == nil {
			votes[form] = &count{}
		}
		if n.class == classPerson {
			votes[form].people++
		} else {
			votes[form].others++
		}
	}
	for i := range a.finder.names {
		n := &a.finder.names[i]
		if n.End-n.Start != 1 || n.entry != nil && !n.entry.weak {
			continue
		}
		form := a.text.fold(n.Span)
		v := votes[form]
		switch {
		case n.class == classPerson:
			if v.people < v.others && !surnames[skeleton(form)] && a.text.modelLabel(n.Start) == "" {
				n.class = classOrganization
			}
		case surnames[skeleton(form)], v.people > 0 && v.people >= v.others:
			n.class, n.entry = classPerson, nil
		}
	}
	// A lexicon name that is a surname here, "Steve Israel", is one where the model says so.
	for i := range a.finder.names {
		n := &a.finder.names[i]
		if n.End-n.Start == 1 && n.entry != nil && surnames[surnameKey(a.doc.Slice(n.Span))] && (a.text.modelLabel(n.Start) == "PERSON" || n.entry.use == usePlace && a.doc.Tokens[n.Start].Dep != "pobj" || n.entry.use == useState && a.onlyForm(i)) {
			n.class, n.entry = classPerson, nil
		}
	}
}

// onlyForm reports whether the article names a state by no other form than the one
// of name index, and that as who says something: "Israel said" of Steve Israel.
func (a *agreement) onlyForm(index int) bool {
	n := a.finder.names[index]
	for _, other := range a.finder.names {
		if other.entry != nil && other.entry.state == n.entry.state && a.text.fold(other.Span) != a.text.fold(n.Span) {
			return false
		}
	}
	return a.text.saysSo(n.Span)
}

// spreadSurnames claims the surnames that stand unclaimed.
func (a *agreement) spreadSurnames(surnames map[string]bool) {
	single := map[string]bool{}
	for _, n := range a.finder.names {
		if n.class == classPerson && n.End-n.Start == 1 {
			single[a.text.fold(n.Span)] = true
		}
	}
	firsts := a.finder.firstNames()
	for i := range a.doc.Tokens {
		token := a.doc.Tokens[i]
		if a.finder.owner[i] >= 0 || !startsUpper(token.Text) || a.words.notInName(token.Text) {
			continue
		}
		form := graph.Fold(token.Text)
		if !surnames[skeleton(form)] && !single[form] && !(firsts[form] && token.Tag == "NNP" && a.words.isGiven(token.Text)) {
			continue
		}
		if a.text.insideOther(i) || a.text.namesThing(i) || a.text.sentenceStart(i) && a.text.common[strings.ToLower(token.Text)] && token.Tag != "NNP" {
			continue
		}
		span := language.Span{Start: i, End: i + 1}
		if a.words.isGivenBefore(a.finder, i) {
			span.Start--
		}
		a.finder.claim(span, classPerson, nil)
	}
}

// spreadForms claims the unclaimed repetitions of names of two words or more and
// of acronyms.
func (a *agreement) spreadForms() {
	forms := map[string]class{}
	longest := 1
	for _, n := range a.finder.names {
		if n.class == classLexicon || n.End == n.Start {
			continue
		}
		size := n.End - n.Start
		if size > 1 || isAcronym(a.doc.Tokens[n.Start].Text) {
			form := nameKey(a.doc.Slice(n.Span))
			if _, known := forms[form]; !known {
				forms[form] = n.class
			}
			longest = max(longest, size)
		}
	}
	for i := range a.doc.Tokens {
		if a.finder.owner[i] >= 0 || !startsUpper(a.doc.Tokens[i].Text) {
			continue
		}
		last := min(i+longest, a.doc.SentenceOf(i).End)
		for end := last; end > i; end-- {
			span := language.Span{Start: i, End: end}
			if a.doc.Tokens[end-1].POS == "SPACE" {
				continue
			}
			if c, known := forms[nameKey(a.doc.Slice(span))]; known && a.finder.free(span) {
				a.finder.claim(span, c, nil)
				break
			}
		}
	}
}

// firstNames returns the first words, folded, of the full names of people.
func (f *finder) firstNames() map[string]bool {
	found := map[string]bool{}
	for _, n := range f.names {
		if n.class == classPerson && n.End-n.Start > 1 {
			found[graph.Fold(f.doc.Tokens[n.Start].Text)] = true
		}
	}
	return found
}

// surnameKey is the form under which surnames are compared.
func surnameKey(text string) string { return skeleton(graph.Fold(text)) }

// surnameToken returns the last token of a person's name that is no suffix, or the
// first where the family name comes first.
func surnameToken(doc *language.Document, span language.Span) int {
	if hyphenatedName(doc, span) {
		return span.Start
	}
	last := span.End - 1
	for last > span.Start && isSuffix(doc.Tokens[last].Text) {
		last--
	}
	return last
}

// isGivenBefore reports whether an unclaimed first name stands before token i.
func (v *vocabulary) isGivenBefore(f *finder, i int) bool {
	return i > 0 && f.owner[i-1] < 0 && v.isGiven(f.doc.Tokens[i-1].Text) && !newlineAfter(f.doc, i-1)
}
