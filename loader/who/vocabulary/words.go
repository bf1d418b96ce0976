package vocabulary

import (
	"strings"
	"sync"
	"unicode/utf8"

	"dateline/graph"
	"dateline/loader/lexicon"
)

// Words are the lists of the lexicon as finding people asks for them: general words and
// names, no facts about who holds an office or what happened.
type Words struct {
	Names      map[string]*Entry
	States     map[string]*State // by code
	Given      map[string]Gender // first names; UnknownGender for those of both
	Honorifics map[string]Gender
	Nicknames  map[string][]int // sets of given names that one person may have
	Offices    map[string]*Office
	People     map[string]bool   // nouns of one person
	Bodies     map[string]bool   // nouns of a body or group
	Combining  map[string]string // "Franco" → FR
	Namesakes  map[string]*Entry // American states by the name that they share with a country
}

// Shared returns the words, which are read once. They must not be changed.
var Shared = sync.OnceValue(load)

// load reads the lists. Of what two lists know, a state counts before
// a seat, a seat before an organization, then a medium and a place.
func load() *Words {
	v := &Words{
		Names: map[string]*Entry{}, States: map[string]*State{}, Given: map[string]Gender{},
		Honorifics: map[string]Gender{}, Nicknames: map[string][]int{}, Offices: map[string]*Office{},
		People: lexicon.Class("person"), Bodies: lexicon.Class("group"), Combining: lexicon.CombiningForms(),
		Namesakes: map[string]*Entry{},
	}
	v.loadStates()
	v.loadSeats()
	v.loadOrganizations()
	v.loadMedia()
	v.loadPlaces()
	v.loadGenders()
	v.loadNicknames()
	v.loadOffices()
	return v
}

// loadNicknames enters the forms of first names that one person may have.
func (v *Words) loadNicknames() {
	for set, variants := range lexicon.NameVariants(lexicon.Article) {
		for _, name := range variants.Names {
			key := graph.Fold(name)
			v.Nicknames[key] = append(v.Nicknames[key], set)
		}
	}
}

// IsHonorific reports whether a word stands before names as a title.
func (v *Words) IsHonorific(text string) bool {
	_, ok := v.Honorifics[text]
	return ok
}

// IsGiven reports whether text is a first name, in capitals too.
func (v *Words) IsGiven(text string) bool {
	if _, ok := v.Given[text]; ok {
		return true
	}
	if first, rest, hyphen := strings.Cut(text, "-"); hyphen {
		_, a := v.Given[first]
		_, b := v.Given[rest]
		return a && b || a && IsLower(rest)
	}
	if len(text) > 3 && strings.ToUpper(text) == text {
		r, size := utf8.DecodeRuneInString(text)
		_, ok := v.Given[string(r)+strings.ToLower(text[size:])]
		return ok
	}
	return false
}

// NotInName reports whether a capitalized word is never part of a person's name: a day, a
// month, an office.
func (v *Words) NotInName(text string) bool {
	return notInName[text] || v.Offices[strings.ToLower(text)] != nil || isMonth(text)
}

// isMonth reports whether a word is the abbreviation of a month: "Dec.", but not "May".
func isMonth(text string) bool {
	word, isAbbreviated := strings.CutSuffix(strings.ToLower(text), ".")
	return isAbbreviated && months[word] != ""
}

var months = lexicon.TimeWords("month", func(number string) string { return number })

var notInName = lexicon.Class("not-in-name")
