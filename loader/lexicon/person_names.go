package lexicon

import (
	"slices"
	"strings"
)

// The users of lists that several steps share.
const (
	Article = "article" // within one article: loader/who
	Across  = "across"  // across articles: loader/merge
	Compare = "compare" // names compared by their letters: loader/merge/match
	Byline  = "byline"  // loader/read
	Parse   = "parse"   // loader/aside
	// Users of some lists only.
	Surnames  = "surnames"  // names that families are called by too
	Filiation = "filiation" // words between a name and the father's
	Given     = "given"     // particles that are given names too
	Ministry  = "ministry"  // words that count for nothing in the name of a ministry
	Time      = "time"      // loader/when
)

// FirstName is a given name with the gender of most people who have it: m, f, or u for
// unknown.
type FirstName struct {
	Name   string
	Gender string
}

var firstNames = &table[FirstName]{name: "first_names.tsv", columns: func(n *FirstName) []column {
	return []column{text("name", &n.Name), one("gender", &n.Gender)}
}}

// FirstNames returns the given names.
func FirstNames() []FirstName { return firstNames.all() }

// Honorific is a word before a name that is not part of it, with the gender that it
// implies: m, f, or u for none.
type Honorific struct {
	Word   string
	Gender string
	Users  []string
}

var honorifics = &table[Honorific]{name: "honorifics.tsv", columns: func(h *Honorific) []column {
	return []column{text("word", &h.Word), one("gender", &h.Gender), some("users", &h.Users)}
}}

// Honorifics returns the honorifics as they are written, for a user.
func Honorifics(user string) []Honorific {
	var found []Honorific
	for _, h := range honorifics.all() {
		if slices.Contains(h.Users, user) {
			found = append(found, h)
		}
	}
	return found
}

// HonorificWords returns the honorifics in lower case, for a user.
func HonorificWords(user string) Set {
	return Map(func() map[string]bool {
		set := Set{}
		for _, h := range Honorifics(user) {
			set[strings.ToLower(h.Word)] = true
		}
		return set
	})
}

// shared is a word with its users.
type shared struct {
	word  string
	users []string
}

func sharedList(name string) *table[shared] {
	return &table[shared]{name: name, columns: func(s *shared) []column {
		return []column{text("word", &s.word), some("users", &s.users)}
	}}
}

var (
	particles  = sharedList("particles.tsv")
	suffixes   = sharedList("suffixes.tsv")
	smallWords = sharedList("small_words.tsv")
)

// Particles returns the words that connect the parts of names, for a user.
func Particles(user string) Set { return usedBy(particles, user) }

// Suffixes returns the words after a person's name that are not part of it, for a user: for
// Article as they are written, for others in lower case.
func Suffixes(user string) Set {
	written := usedBy(suffixes, user)
	if user == Article {
		return written
	}
	return Map(func() map[string]bool {
		set := Set{}
		for word := range written {
			set[strings.ToLower(word)] = true
		}
		return set
	})
}

// SmallWords returns the words that do not distinguish organizations, for a user.
func SmallWords(user string) Set { return usedBy(smallWords, user) }

func usedBy(list *table[shared], user string) Set {
	return Map(func() map[string]bool {
		set := Set{}
		for _, s := range list.all() {
			if slices.Contains(s.users, user) {
				set[s.word] = true
			}
		}
		return set
	})
}

// Variants are the variants of a name, including the name itself.
type Variants struct {
	Of    string
	Names []string
}

type variant struct {
	name  string
	of    string
	users []string
}

var variants = &table[variant]{
	name: "name_variants.tsv",
	columns: func(v *variant) []column {
		return []column{text("name", &v.name), text("of", &v.of), some("users", &v.users)}
	},
	overlap: func(a, b *variant) string {
		if a.of != b.of {
			return ""
		}
		return "both are of " + a.of
	},
}

// NameVariants returns the variants of names in different articles, languages and
// spellings, for a user.
func NameVariants(user string) []Variants {
	byName := map[string][]string{}
	for _, v := range variants.all() {
		if slices.Contains(v.users, user) {
			byName[v.of] = append(byName[v.of], v.name)
		}
	}
	var found []Variants
	for of, names := range byName {
		found = append(found, Variants{of, names})
	}
	slices.SortFunc(found, func(a, b Variants) int { return strings.Compare(a.Of, b.Of) })
	return found
}

// Sound is the sound of letters in names in Latin script, in whatever language.
type Sound struct {
	Letters string
	Sound   string
	users   []string
}

var romanization = &table[Sound]{
	name: "romanization.tsv",
	columns: func(s *Sound) []column {
		return []column{text("letters", &s.Letters), text("sound", &s.Sound), some("users", &s.users)}
	},
	overlap: func(a, b *Sound) string {
		for _, user := range a.users {
			if slices.Contains(b.users, user) {
				return "both are for " + user
			}
		}
		return ""
	},
}

// Romanization returns a function that returns a replacer of letters by their sounds, for a
// user. Where several letters match it takes the longest.
func Romanization(user string) func() *strings.Replacer {
	return Value(func() *strings.Replacer { return replacer(user) })
}

func replacer(user string) *strings.Replacer {
	var found []Sound
	for _, s := range romanization.all() {
		if slices.Contains(s.users, user) {
			found = append(found, s)
		}
	}
	slices.SortStableFunc(found, func(a, b Sound) int { return len(b.Letters) - len(a.Letters) })
	var pairs []string
	for _, s := range found {
		pairs = append(pairs, s.Letters, s.Sound)
	}
	return strings.NewReplacer(pairs...)
}
