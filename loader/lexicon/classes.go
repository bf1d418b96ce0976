package lexicon

import (
	"fmt"
	"sync"
)

// Set is a set of words: set[word] reports whether it has one.
type Set map[string]bool

// member is an entry of a list of classes.
type member struct {
	word    string
	classes []string
}

func classList(name string) *table[member] {
	return &table[member]{name: name, columns: func(m *member) []column {
		return []column{text("word", &m.word), some("classes", &m.classes)}
	}}
}

// A class may have words in several lists.
var (
	verbs      = classList("verbs.tsv")
	nouns      = classList("nouns.tsv")
	otherWords = classList("words.tsv")
	written    = classList("written.tsv")

	classLists = []*table[member]{verbs, nouns, otherWords, written}
)

// classSets are the sets by class.
var classSets = map[string]Set{}

var readClasses = sync.OnceFunc(func() { follow(fillClasses) })

// fillClasses fills each set in place, so that callers who have one see the change.
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

// PlainWords returns the nouns, adjectives and small words of all lists of classes, which are no
// names.
func PlainWords() Set {
	return Map(func() map[string]bool {
		found := map[string]bool{}
		for _, list := range []*table[member]{nouns, otherWords} {
			for _, m := range list.all() {
				found[m.word] = true
			}
		}
		return found
	})
}

// Class returns the words of a class, from all lists of classes. It panics if no word has
// the class. Callers must not modify the set, which changes with [Use].
func Class(name string) Set {
	readClasses()
	set, ok := classSets[name]
	if !ok {
		panic(fmt.Sprintf("lexicon: no word has the class %q", name))
	}
	return set
}
