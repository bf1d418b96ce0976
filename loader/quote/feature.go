package quote

import (
	"strconv"
	"strings"

	"dateline/loader/grammar"
)

// Description is what the scorer sees of a candidate: features, none of which names a
// person or a thing. The weights refer to them by their text.
type Description []string

func (d *Description) add(words ...string) { *d = append(*d, strings.Join(words, " ")) }

// describe describes a candidate by its cue, its holder and its content; others are the
// frames of all candidates with its cue.
func describe(m *Marks, a *Candidate, others map[frame]bool) Description {
	var d Description
	d.add("any")
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

func describeCue(m *Marks, d *Description, a *Candidate, others map[frame]bool) {
	cue, lemma, kind := &m.Tokens[a.Cue], m.Lemma(a.Cue), a.frame.String()
	d.add("frame", kind)
	d.add("hang", a.hang())
	d.add("cue", lemma)
	d.add("cue+frame", lemma, kind)
	d.add("class+hang", cueClasses[lemma], a.hang())
	d.add("tag", kind, cue.Tag)
	d.add("label", kind, cue.Dep)
	if m.HasChild(a.Cue, "not", "n't", "never") {
		d.add("negated", kind)
		d.add("negated class", cueClasses[lemma])
	}
	for _, child := range m.Children(a.Cue, "aux") {
		d.add("auxiliary", kind, m.Lemma(child))
	}
	if head := m.Head(a.Cue); head != a.Cue {
		d.add("governor", kind, cue.Dep, cueClasses[m.Lemma(head)])
		if a.frame == inNoun && cue.Dep == "dobj" {
			d.add("carrier", m.Lemma(head))
		}
	}
	for f, name := range frameNames {
		if others[frame(f)] && frame(f) != a.frame {
			d.add("other frame", kind, name)
		}
	}
	if m.At(a.Cue) >= 0 {
		d.add("cue in marks", kind)
	}
}

func describeHolder(m *Marks, d *Description, a *Candidate) {
	holder, kind := kindOfWord(m, a.Holder), a.frame.String()
	d.add("holder", holder)
	d.add("holder+frame", holder, kind)
	d.add("holder+class", holder, cueClasses[m.Lemma(a.Cue)])
	if a.Holder > a.Cue {
		d.add("holder after cue", kind)
	}
	if a.frame == inNoun {
		d.add("holder label", m.Dep(a.Holder), a.hang())
	}
}

func describeContent(m *Marks, d *Description, a *Candidate) {
	kind, class := a.frame.String(), cueClasses[m.Lemma(a.Cue)]
	marks := marksOf(m, a)
	d.add("marks", kind, marks)
	d.add("marks+class", class, marks)
	d.add("length", kind, lengthClass(len(a.Content)))
	head := topOf(m, a.Content)
	if head < 0 {
		return
	}
	d.add("content tag", kind, m.Tag(head))
	hasSubject, hasThat := grammar.HasSubject(m.Parse, head), m.HasChild(head, "that")
	d.add("clause", kind, strconv.FormatBool(hasSubject), strconv.FormatBool(hasThat))
	switch a.frame {
	case inObject, inPhrase, inNoun, inSubject:
		d.add("content", kind, labelOrTag(m, head))
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
