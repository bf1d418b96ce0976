package names

import (
	"strings"

	"dateline/graph"
	"dateline/loader/grammar"
	"dateline/loader/language"
	"dateline/loader/who/vocabulary"
)

// PersonName is a person's name in its parts, folded.
type PersonName struct {
	given   []string // first and middle names or initials
	Surname string
	Words   []string // all of it
	Written string

	FamilyFirst bool // "Kang Dae-sung"
}

// ReadPersonName splits a name. Of a single word, that is the surname.
func ReadPersonName(parse *grammar.Parse, span language.Span) *PersonName {
	last, familyFirst := surnameToken(parse, span), isHyphenated(parse, span)
	p := &PersonName{FamilyFirst: familyFirst, Written: strings.Join(strings.Fields(parse.Slice(span)), " ")}
	for i := span.Start; i < span.End; i++ {
		word := graph.Fold(parse.Tokens[i].Text)
		if word == "" || i > last && !familyFirst {
			continue
		}
		p.Words = append(p.Words, word)
		if i != last && !vocabulary.IsParticle(parse.Tokens[i].Text) {
			p.given = append(p.given, word)
		}
	}
	p.Surname = skeleton(graph.Fold(parse.Tokens[last].Text))
	return p
}

// skeleton levels what transliterations differ in: the ends of "Zelensky",
// "Zelenskyy" and "Zelenskiy".
func skeleton(folded string) string {
	for _, ending := range []string{"skaya", "skaia", "skyy", "skyi", "skiy", "skii", "skij", "ska", "ski", "sky"} {
		if stem, ok := strings.CutSuffix(folded, ending); ok && len(stem) > 1 {
			return stem + "ski"
		}
	}
	for _, ending := range []string{"yi", "iy", "ii", "yy", "ij"} {
		if stem, ok := strings.CutSuffix(folded, ending); ok && len(stem) > 2 {
			return stem + "y"
		}
	}
	return folded
}

// SamePerson reports whether two full names can be one person's.
func SamePerson(a, b *PersonName) bool {
	if a.Surname != b.Surname {
		return false
	}
	if len(a.given) == 0 || len(b.given) == 0 {
		return true
	}
	if !sameGiven(a.given[0], b.given[0]) && !withoutFirst(a, b) && !withoutFirst(b, a) {
		return false
	}
	return len(a.given) < 2 || len(b.given) < 2 || sameGiven(a.given[1], b.given[1]) || len(a.given) != len(b.given)
}

// withoutFirst reports whether b leaves out a's first name or initial: "G. Gordon
// Liddy" and "Gordon Liddy".
func withoutFirst(a, b *PersonName) bool {
	return len(a.given) > 1 && len(b.given) > 0 && sameGiven(a.given[1], b.given[0]) && len(b.given[0]) > 1
}

// sameGiven reports whether two folded first names can be one's: equal, an initial
// of the other, or forms of one name.
func sameGiven(a, b string) bool {
	if a == b {
		return true
	}
	if len(a) == 1 || len(b) == 1 {
		return a[0] == b[0]
	}
	words := vocabulary.Shared()
	for _, set := range words.Nicknames[a] {
		for _, other := range words.Nicknames[b] {
			if set == other {
				return true
			}
		}
	}
	return skeleton(a) == skeleton(b)
}

// IsFuller reports whether a is the fuller form of a name than b.
func IsFuller(a, b *PersonName) bool {
	score := func(p *PersonName) int {
		n := 0
		for _, g := range p.given {
			if len(g) > 1 {
				n += 2
			} else {
				n++
			}
		}
		return n
	}
	return score(a) > score(b)
}
