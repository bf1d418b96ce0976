// Package reread has sentences read again whose unfamiliar names mislead the language
// model. It was taught few names of most cultures, and where it stumbles over one it loses
// the sentence: in "the court heard that Okerlund rang Roussidou" it sees no verb. Such a
// sentence is parsed once more as if familiar names stood there, "Smith rang Miller".
package reread

import (
	"slices"
	"strings"

	"dateline/loader/aside"
	"dateline/loader/grammar"
	"dateline/loader/language"
	"dateline/loader/who/names"
	"dateline/loader/who/vocabulary"
)

// Parse reads the text of an article as aside.Parse does, and then once more the sentences
// that unfamiliar names mislead the model in. It returns the names in it as well, of which it
// had to know.
func Parse(pipeline *language.Pipeline, text, publisher string) *names.Text {
	doc := aside.Parse(pipeline, text)
	found := names.Find(grammar.New(doc), publisher)
	r := newReader(doc, found)
	again := pipeline.ParseAgain(doc, r.troubled(), r.familiar)
	if again == doc {
		return found
	}
	return names.Find(grammar.New(again), publisher)
}

// reader tells which sentences to read again, and how their names are to be written.
type reader struct {
	doc    *language.Document
	words  *vocabulary.Words
	people []names.Name
	at     map[int]string // by token: the familiar name that it is read as
}

func newReader(doc *language.Document, text *names.Text) *reader {
	r := &reader{doc: doc, words: vocabulary.Shared(), at: map[int]string{}}
	for _, name := range text.List {
		if name.Class == names.Person {
			r.people = append(r.people, name)
		}
	}
	return r
}

// familiar returns the familiar name that a token is read as, false for none.
func (r *reader) familiar(token int) (string, bool) {
	word, ok := r.at[token]
	return word, ok
}

// troubled returns the sentences in which the model misreads the name of a person, in
// order, and writes the names of people in them anew.
func (r *reader) troubled() []int {
	var found []int
	for _, name := range r.people {
		sentence := r.doc.Tokens[name.Start].Sentence
		if !slices.Contains(found, sentence) && r.isMisread(name) {
			found = append(found, sentence)
		}
	}
	if len(found) == 0 {
		return nil
	}
	for _, aside := range aside.Find(r.doc.Tokens) { // was read without it
		found = slices.DeleteFunc(found, func(sentence int) bool { return sentence == r.doc.Tokens[aside.Start].Sentence })
	}
	used := map[int]int{} // by sentence: how many names
	for _, name := range r.people {
		if sentence := r.doc.Tokens[name.Start].Sentence; slices.Contains(found, sentence) {
			r.write(name, used[sentence])
			used[sentence]++
		}
	}
	return found
}

// isMisread reports whether the model takes a word of a person's name for no name, or hangs the
// name where no name hangs.
func (r *reader) isMisread(name names.Name) bool {
	for i := name.Start; i < name.End; i++ {
		if token := r.doc.Tokens[i]; vocabulary.StartsUpper(token.Text) && token.Tag != "NNP" {
			return true
		}
	}
	if r.losesVerb(name.End) {
		return true
	}
	head := r.doc.Tokens[name.End-1]
	if head.Dep == "nmod" && r.isJoined(name.End) {
		return false
	}
	return odd[head.Dep] || head.Dep == "ROOT" && r.hasStop(head.Sentence)
}

// isJoined reports whether "and" follows a name: the model then hangs it on the next one, from
// which grammar parts it, as in "Secretary Kerry and Secretary Carter".
func (r *reader) isJoined(end int) bool {
	return end < len(r.doc.Tokens) && r.doc.Tokens[end].Tag == "CC"
}

// losesVerb reports whether a small word that joins two names of people is taken for a part
// of one long name: "Okerlund rang Roussidou", but not "Okerlund aide Roussidou".
func (r *reader) losesVerb(i int) bool {
	if i+1 >= len(r.doc.Tokens) || !vocabulary.StartsUpper(r.doc.Tokens[i+1].Text) {
		return false
	}
	token := r.doc.Tokens[i]
	joins := token.Dep == "compound" || token.Dep == "amod" || token.Dep == "nmod"
	return joins && vocabulary.IsLower(token.Text) && !vocabulary.IsParticle(token.Text) && !r.words.People[token.Text] && !r.words.Bodies[token.Text]
}

// hasStop reports whether a sentence ends with a full stop, so that it has a verb.
func (r *reader) hasStop(sentence int) bool {
	return r.doc.Tokens[r.doc.Sentences[sentence].End-1].Text == "."
}

// odd are the relations in which the name of a person does not stand.
var odd = map[string]bool{"advmod": true, "npadvmod": true, "acomp": true, "intj": true, "amod": true, "ccomp": true, "xcomp": true, "mark": true, "dep": true, "nummod": true, "advcl": true, "relcl": true, "parataxis": true, "oprd": true, "nmod": true, "punct": true, "prt": true, "aux": true, "prep": true, "quantmod": true, "acl": true, "pcomp": true, "meta": true}

// write writes the words of the n-th name of a sentence as familiar ones: all but particles,
// initials and what a hyphen joins.
func (r *reader) write(name names.Name, n int) {
	for i := name.Start; i < name.End; i++ {
		word := r.doc.Tokens[i].Text
		if !vocabulary.StartsUpper(word) || strings.HasSuffix(word, ".") || vocabulary.IsSuffix(word) {
			continue
		}
		if i == name.End-1 {
			r.at[i] = surnames[n%len(surnames)]
		} else {
			r.at[i] = givenNames[n%len(givenNames)]
		}
	}
}

// The familiar names, which the model takes for nothing else.
var (
	givenNames = []string{"John", "Peter", "David", "Michael"}
	surnames   = []string{"Smith", "Miller", "Johnson", "Anderson"}
)
