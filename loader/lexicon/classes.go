package lexicon

import (
	"fmt"
	"sync"
)

// Set is a set of words: set[word] reports whether it has one.
type Set map[string]bool

// member is a line of a list of classes: a word and the classes that it is in.
type member struct {
	word    string
	classes []string
}

func classList(name string) *table[member] {
	return &table[member]{name: name, columns: func(m *member) []column {
		return []column{text("word", &m.word), some("classes", &m.classes)}
	}}
}

// The lists of classes. A class may have words in several.
var (
	verbs      = classList("verbs.tsv")
	nouns      = classList("nouns.tsv")
	otherWords = classList("words.tsv")
	written    = classList("written.tsv")

	classLists = []*table[member]{verbs, nouns, otherWords, written}
)

// classSets are the sets by their class.
var classSets = map[string]Set{}

var readClasses = sync.OnceFunc(func() { follow(fillClasses) })

// fillClasses fills each set in place, so that those who hold one see the new words.
func fillClasses() {
	for _, set := range classSets {
		clear(set)
	}
	for _, list := range classLists {
		for _, m := range list.all() {
			for _, class := range m.classes {
				if classSets[class] == nil {
					classSets[class] = Set{}
				}
				classSets[class][m.word] = true
			}
		}
	}
}

// Class returns the words of a class, whichever list they are in: the verbs of
// class "speech" are lexicon.Class("speech"). The headers of the lists say what the
// classes are for. Class panics if no word has the class.
//
// The set must not be changed. It follows [Use]: ask for it once, in a variable of
// the package.
func Class(name string) Set {
	readClasses()
	set, ok := classSets[name]
	if !ok {
		panic(fmt.Sprintf("lexicon: no word has the class %q", name))
	}
	return set
}
