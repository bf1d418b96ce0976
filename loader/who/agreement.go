package who

import (
	"strings"

	"dateline/graph"
	"dateline/loader/language"
)

// agree makes the names of an article agree: a word that is once somebody's
// surname is one throughout, a form has one class, and a form that is once a
// name is found wherever it stands.
func (f *finder) agree() {
	surnames := f.surnames()
	f.dropFamilies(surnames)
	f.vote(surnames)
	f.spreadSurnames(surnames)
	f.spreadForms()
}

// dropFamilies takes back "the Clintons": no name of one.
func (f *finder) dropFamilies(surnames map[string]bool) {
	for i := range f.names {
		n := &f.names[i]
		if n.entry != nil || n.End-n.Start != 1 || n.Start == 0 || strings.ToLower(f.doc.Tokens[n.Start-1].Text) != "the" {
			continue
		}
		if singular, plural := strings.CutSuffix(f.fold(n.Span), "s"); plural && (surnames[skeleton(singular)] || surnames[skeleton(strings.TrimSuffix(singular, "e"))]) {
			f.drop(i)
		}
	}
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

// isSuffix reports whether a word after a surname is none of it: "Jr.", "III".
func isSuffix(text string) bool {
	switch strings.TrimSuffix(text, ".") {
	case "Jr", "Sr", "II", "III", "IV", "XVI", "XIV", "XXIII", ",":
		return true
	}
	return false
}

// vote gives the single words of one form one class: a person's where it is a
// surname, else what most of its mentions are.
func (f *finder) vote(surnames map[string]bool) {
	type count struct{ people, others int }
	votes := map[string]*count{}
	for _, n := range f.names {
		if n.End-n.Start != 1 || n.entry != nil && !n.entry.weak {
			continue
		}
		form := f.fold(n.Span)
		if votes[form] == nil {
			votes[form] = &count{}
		}
		if n.class == classPerson {
			votes[form].people++
		} else {
			votes[form].others++
		}
	}
	for i := range f.names {
		n := &f.names[i]
		if n.End-n.Start != 1 || n.entry != nil && !n.entry.weak {
			continue
		}
		form := f.fold(n.Span)
		v := votes[form]
		switch {
		case n.class == classPerson:
			if v.people < v.others && !surnames[skeleton(form)] && f.modelLabel(n.Start) == "" {
				n.class = classOrganization
			}
		case surnames[skeleton(form)], v.people > 0 && v.people >= v.others:
			n.class, n.entry = classPerson, nil
		}
	}
	// A lexicon name that is a surname here, "Steve Israel", is one where the model says so.
	for i := range f.names {
		n := &f.names[i]
		if n.End-n.Start == 1 && n.entry != nil && surnames[surnameKey(f.doc.Slice(n.Span))] && (f.modelLabel(n.Start) == "PERSON" || n.entry.use == usePlace && f.doc.Tokens[n.Start].Dep != "pobj" || n.entry.use == useState && f.onlyForm(i)) {
			n.class, n.entry = classPerson, nil
		}
	}
}

// onlyForm reports whether the article names a state by no other form than the one
// of name index, and that as who says something: "Israel said" of Steve Israel.
func (f *finder) onlyForm(index int) bool {
	n := f.names[index]
	for _, other := range f.names {
		if other.entry != nil && other.entry.state == n.entry.state && f.fold(other.Span) != f.fold(n.Span) {
			return false
		}
	}
	return f.saysSo(n.Span)
}

func (f *finder) modelLabel(token int) string {
	if index := f.doc.Tokens[token].Entity; index >= 0 {
		return f.doc.Entities[index].Label
	}
	return ""
}

// spreadSurnames claims the surnames that stand unclaimed.
func (f *finder) spreadSurnames(surnames map[string]bool) {
	single := map[string]bool{}
	for _, n := range f.names {
		if n.class == classPerson && n.End-n.Start == 1 {
			single[f.fold(n.Span)] = true
		}
	}
	firsts := f.firstNames()
	for i := range f.doc.Tokens {
		token := f.doc.Tokens[i]
		if f.owner[i] >= 0 || !startsUpper(token.Text) || f.words.notInName(token.Text) {
			continue
		}
		form := graph.Fold(token.Text)
		if !surnames[skeleton(form)] && !single[form] && !(firsts[form] && token.Tag == "NNP" && f.words.isGiven(token.Text)) {
			continue
		}
		if f.insideOther(i) || f.namesThing(i) || f.sentenceStart(i) && f.common[strings.ToLower(token.Text)] && token.Tag != "NNP" {
			continue
		}
		span := language.Span{Start: i, End: i + 1}
		if f.words.isGivenBefore(f, i) {
			span.Start--
		}
		f.claim(span, classPerson, nil)
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

// isGivenBefore reports whether an unclaimed first name stands before token i.
func (v *vocabulary) isGivenBefore(f *finder, i int) bool {
	return i > 0 && f.owner[i-1] < 0 && v.isGiven(f.doc.Tokens[i-1].Text) && !newlineAfter(f.doc, i-1)
}

// insideOther reports whether token i is a part of something else that the model
// names: "the Nobel Prize", "Trump Tower".
func (f *finder) insideOther(i int) bool {
	index := f.doc.Tokens[i].Entity
	if index < 0 {
		return false
	}
	entity := f.doc.Entities[index]
	switch entity.Label {
	case "EVENT", "LAW", "WORK_OF_ART", "PRODUCT":
		return entity.End-entity.Start > 1 && !f.headline[i]
	}
	return false
}

// spreadForms claims the unclaimed repetitions of names of two words or more and
// of acronyms.
func (f *finder) spreadForms() {
	forms := map[string]class{}
	longest := 1
	for _, n := range f.names {
		if n.class == classLexicon || n.End == n.Start {
			continue
		}
		size := n.End - n.Start
		if size > 1 || isAcronym(f.doc.Tokens[n.Start].Text) {
			form := nameKey(f.doc.Slice(n.Span))
			if _, known := forms[form]; !known {
				forms[form] = n.class
			}
			longest = max(longest, size)
		}
	}
	for i := range f.doc.Tokens {
		if f.owner[i] >= 0 || !startsUpper(f.doc.Tokens[i].Text) {
			continue
		}
		last := min(i+longest, f.doc.SentenceOf(i).End)
		for end := last; end > i; end-- {
			span := language.Span{Start: i, End: end}
			if f.doc.Tokens[end-1].POS == "SPACE" {
				continue
			}
			if c, known := forms[nameKey(f.doc.Slice(span))]; known && f.free(span) {
				f.claim(span, c, nil)
				break
			}
		}
	}
}

// isAcronym reports whether text is two capitals or more: "ELN", "U.N.".
func isAcronym(text string) bool {
	letters := 0
	for _, r := range text {
		switch {
		case r >= 'A' && r <= 'Z':
			letters++
		case r != '.' && r != '&' && r != '-':
			return false
		}
	}
	return letters >= 2
}
