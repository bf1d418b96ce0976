package quote

import (
	"strconv"

	"dateline/loader/grammar"
	"dateline/loader/logistic"
)

// describe describes a candidate by its cue, its holder and its content; others are the
// frames of all candidates with its cue.
func describe(m *Marks, a *Candidate, others map[frame]bool) logistic.Features {
	var d logistic.Features
	d.Add("any")
	describeCue(m, &d, a, others)
	describeHolder(m, &d, a)
	describeContent(m, &d, a)
	return d
}

// hang returns the frame with the word that makes it: "prep:about".
func (a *Candidate) hang() string {
	if a.preposition == "" {
		return a.frame.String()
	}
	return a.frame.String() + ":" + a.preposition
}

func describeCue(m *Marks, d *logistic.Features, a *Candidate, others map[frame]bool) {
	cue, lemma, kind := &m.Tokens[a.Cue], m.Lemma(a.Cue), a.frame.String()
	d.Add("frame", kind)
	d.Add("hang", a.hang())
	d.Add("cue", lemma)
	d.Add("cue+frame", lemma, kind)
	d.Add("class+hang", cueClasses[lemma], a.hang())
	d.Add("tag", kind, cue.Tag)
	d.Add("label", kind, cue.Dep)
	if m.HasChild(a.Cue, "not", "n't", "never") {
		d.Add("negated", kind)
		d.Add("negated class", cueClasses[lemma])
	}
	for _, child := range m.Children(a.Cue, "aux") {
		d.Add("auxiliary", kind, m.Lemma(child))
	}
	if head := m.Head(a.Cue); head != a.Cue {
		d.Add("governor", kind, cue.Dep, cueClasses[m.Lemma(head)])
		if a.frame == inNoun && cue.Dep == "dobj" {
			d.Add("carrier", m.Lemma(head))
		}
	}
	for f, name := range frameNames {
		if others[frame(f)] && frame(f) != a.frame {
			d.Add("other frame", kind, name)
		}
	}
	if m.At(a.Cue) >= 0 {
		d.Add("cue in marks", kind)
	}
}

func describeHolder(m *Marks, d *logistic.Features, a *Candidate) {
	holder, kind := kindOfWord(m, a.Holder), a.frame.String()
	d.Add("holder", holder)
	d.Add("holder+frame", holder, kind)
	d.Add("holder+class", holder, cueClasses[m.Lemma(a.Cue)])
	if a.Holder > a.Cue {
		d.Add("holder after cue", kind)
	}
	if a.frame == inNoun {
		d.Add("holder label", m.Dep(a.Holder), a.hang())
	}
}

func describeContent(m *Marks, d *logistic.Features, a *Candidate) {
	kind, class := a.frame.String(), cueClasses[m.Lemma(a.Cue)]
	marks := marksOf(m, a)
	d.Add("marks", kind, marks)
	d.Add("marks+class", class, marks)
	d.Add("length", kind, lengthClass(len(a.Content)))
	head := topOf(m, a.Content)
	if head < 0 {
		return
	}
	d.Add("content tag", kind, m.Tag(head))
	hasSubject, hasThat := grammar.HasSubject(m.Parse, head), m.HasChild(head, "that")
	d.Add("clause", kind, strconv.FormatBool(hasSubject), strconv.FormatBool(hasThat))
	switch a.frame {
	case inObject, inPhrase, inNoun, inSubject:
		d.Add("content", kind, labelOrTag(m, head))
	}
}

// marksOf returns whether a content has no, some, or as its first words in quotation
// marks: "none", "some", "first".
func marksOf(m *Marks, a *Candidate) string {
	if m.At(a.Cue) >= 0 {
		return "none"
	}
	for _, i := range a.Content {
		if m.At(i) < 0 {
			continue
		}
		if m.At(a.Content[0]) >= 0 {
			return "first"
		}
		return "some"
	}
	return "none"
}

func lengthClass(n int) string {
	switch {
	case n <= 3:
		return strconv.Itoa(n)
	case n <= 6:
		return "6"
	case n <= 12:
		return "12"
	}
	return "more"
}

// topOf returns the first word of a content whose head is outside it, -1 for none.
func topOf(m *Marks, content []int) int {
	if len(content) == 0 {
		return -1
	}
	first, last := content[0], content[len(content)-1]
	for _, i := range content {
		if h := m.Head(i); (h == i || h < first || h > last) && !m.IsSpace(i) && m.Tokens[i].POS != "PUNCT" {
			return i
		}
	}
	return -1
}

// kindOfWord returns what kind of word heads a source: a pronoun or common noun itself,
// of a name its entity label.
func kindOfWord(m *Marks, i int) string {
	t := &m.Tokens[i]
	switch {
	case t.POS == "PRON" || t.Tag == "PRP" || t.Tag == "PRP$" || t.Tag == "WP" || t.Tag == "WDT":
		return m.Lower(i)
	case t.Entity >= 0:
		return m.Entities[t.Entity].Label
	case t.POS == "PROPN" || m.IsNoun(i) && m.Lower(i) != t.Text:
		return "name"
	case m.IsNoun(i):
		return m.Lemma(i)
	}
	return t.Tag
}

// labelOrTag returns the entity label of a word, else its tag.
func labelOrTag(m *Marks, i int) string {
	if t := &m.Tokens[i]; t.Entity >= 0 {
		return m.Entities[t.Entity].Label
	}
	return m.Tag(i)
}
