package vocabulary

import (
	"strings"

	"dateline/loader/lexicon"
)

// Gender is a person's gender, as far as a title, a first name or a pronoun shows it.
type Gender int

// The genders.
const (
	UnknownGender Gender = iota
	Male
	Female
)

// genders are the genders as the lists write them.
var genders = map[string]Gender{"m": Male, "f": Female}

// loadGenders enters the first names and honorifics with their genders.
func (v *Words) loadGenders() {
	for _, n := range lexicon.FirstNames() {
		v.Given[n.Name] = genders[n.Gender]
	}
	for _, h := range lexicon.Honorifics(lexicon.Article) {
		v.Honorifics[h.Word] = genders[h.Gender]
	}
}

// GenderOfNoun returns the gender that a noun or pronoun implies.
func GenderOfNoun(lower string) Gender {
	switch {
	case male[lower]:
		return Male
	case female[lower]:
		return Female
	case len(lower) <= 5:
		return UnknownGender
	case strings.HasSuffix(lower, "woman"):
		return Female
	case strings.HasSuffix(lower, "man") && !nationalities[lower]:
		return Male
	}
	return UnknownGender
}

// nationalities are adjectives in "man" that tell no man.
var nationalities = lexicon.Class("nationality")

var (
	male   = lexicon.Class("male")
	female = lexicon.Class("female")
)

// SameGender reports whether two genders can be one person's: they are equal, or one is
// unknown.
func SameGender(a, b Gender) bool {
	return a == b || a == UnknownGender || b == UnknownGender
}
