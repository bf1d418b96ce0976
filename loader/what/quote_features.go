package what

import (
	"strconv"
	"strings"

	"dateline/loader/grammar"
)

// description is what the scorer sees of an attribution, as words that name no
// person and no thing.
type description []string

func (d *description) add(words ...string) { *d = append(*d, strings.Join(words, " ")) }

// describe describes an attribution by its cue, by who holds it and by its content;
// others are the frames that its cue could have as well.
func (r *reading) describe(a *attribution, others map[frame]bool) description {
	var d description
	d.add("any")
	r.describeCue(&d, a, others)
	r.describeHolder(&d, a)
	r.describeContent(&d, a)
	return d
}

// hang names the frame with the word that makes it: "prep:about".
func (a *attribution) hang() string {
	if a.preposition == "" {
		return a.frame.String()
	}
	return a.frame.String() + ":" + a.preposition
}

func (r *reading) describeCue(d *description, a *attribution, others map[frame]bool) {
	cue, lemma, kind := &r.Tokens[a.cue], r.Lemma(a.cue), a.frame.String()
	d.add("frame", kind)
	d.add("hang", a.hang())
	d.add("cue", lemma)
	d.add("cue+frame", lemma, kind)
	d.add("class+hang", cueClasses[lemma], a.hang())
	d.add("tag", kind, cue.Tag)
	d.add("label", kind, cue.Dep)
	if r.HasChild(a.cue, "not", "n't", "never") {
		d.add("negated", kind)
		d.add("negated class", cueClasses[lemma])
	}
	for _, child := range r.Children(a.cue, "aux") {
		d.add("auxiliary", kind, r.Lemma(child))
	}
	if head := r.Head(a.cue); head != a.cue {
		d.add("governor", kind, cue.Dep, cueClasses[r.Lemma(head)])
		if a.frame == inNoun && cue.Dep == "dobj" {
			d.add("carrier", r.Lemma(head))
		}
	}
	for f, name := range frameNames {
		if others[frame(f)] && frame(f) != a.frame {
			d.add("other frame", kind, name)
		}
	}
	if r.quoteAt[a.cue] >= 0 {
		d.add("cue in marks", kind)
	}
}

func (r *reading) describeHolder(d *description, a *attribution) {
	holder, kind := r.kindOfWord(a.holder), a.frame.String()
	d.add("holder", holder)
	d.add("holder+frame", holder, kind)
	d.add("holder+class", holder, cueClasses[r.Lemma(a.cue)])
	if a.holder > a.cue {
		d.add("holder after cue", kind)
	}
	if a.frame == inNoun {
		d.add("holder label", r.Dep(a.holder), a.hang())
	}
}

func (r *reading) describeContent(d *description, a *attribution) {
	kind, class := a.frame.String(), cueClasses[r.Lemma(a.cue)]
	marks := r.marksOf(a)
	d.add("marks", kind, marks)
	d.add("marks+class", class, marks)
	d.add("length", kind, lengthClass(len(a.content)))
	head := r.topOf(a.content)
	if head < 0 {
		return
	}
	d.add("content tag", kind, r.Tag(head))
	d.add("clause", kind, strconv.FormatBool(grammar.HasSubject(r.Parse, head)), strconv.FormatBool(r.HasChild(head, "that")))
	switch a.frame {
	case inObject, inPhrase, inNoun, inSubject:
		d.add("content", kind, r.labelOrTag(head))
	}
}

// marksOf reports whether a content has words in quotation marks, and begins with them.
func (r *reading) marksOf(a *attribution) string {
	if r.quoteAt[a.cue] >= 0 {
		return "none"
	}
	for _, i := range a.content {
		if r.quoteAt[i] < 0 {
			continue
		}
		if r.quoteAt[a.content[0]] >= 0 {
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

// topOf returns the first token of a content whose head is outside it, -1 for none.
func (r *reading) topOf(content tokens) int {
	if len(content) == 0 {
		return -1
	}
	first, last := content[0], content[len(content)-1]
	for _, i := range content {
		if h := r.Head(i); (h == i || h < first || h > last) && !r.IsSpace(i) && r.Tokens[i].POS != "PUNCT" {
			return i
		}
	}
	return -1
}

// kindOfWord tells what kind of word a source is: the pronoun, the kind of name, the
// common noun.
func (r *reading) kindOfWord(i int) string {
	t := &r.Tokens[i]
	switch {
	case t.POS == "PRON" || t.Tag == "PRP" || t.Tag == "PRP$" || t.Tag == "WP" || t.Tag == "WDT":
		return r.Lower(i)
	case t.Entity >= 0:
		return r.Entities[t.Entity].Label
	case t.POS == "PROPN" || r.IsNoun(i) && r.Lower(i) != t.Text:
		return "name"
	case r.IsNoun(i):
		return r.Lemma(i)
	}
	return t.Tag
}

// labelOrTag tells what kind of thing a word names.
func (r *reading) labelOrTag(i int) string {
	if t := &r.Tokens[i]; t.Entity >= 0 {
		return r.Entities[t.Entity].Label
	}
	return r.Tag(i)
}
