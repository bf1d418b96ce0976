package who

import (
	"strings"

	"dateline/graph"
	"dateline/loader/language"
)

// personName is a person's name in its parts, folded.
type personName struct {
	given   []string // first and middle names or initials
	surname string
	words   []string // all of it
	written string

	familyFirst bool // "Kang Dae-sung"
}

// readPersonName splits a name. Of a single word, that is the surname.
func readPersonName(doc *language.Document, span language.Span) *personName {
	last, familyFirst := surnameToken(doc, span), hyphenatedName(doc, span)
	p := &personName{familyFirst: familyFirst, written: strings.Join(strings.Fields(doc.Slice(span)), " ")}
	for i := span.Start; i < span.End; i++ {
		word := graph.Fold(doc.Tokens[i].Text)
		if word == "" || i > last && !familyFirst {
			continue
		}
		p.words = append(p.words, word)
		if i != last && !isParticle(doc.Tokens[i].Text) {
			p.given = append(p.given, word)
		}
	}
	p.surname = skeleton(graph.Fold(doc.Tokens[last].Text))
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

// samePerson reports whether two full names can be one person's.
func samePerson(a, b *personName) bool {
	if a.surname != b.surname {
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
func withoutFirst(a, b *personName) bool {
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
	words := lexicon()
	for _, set := range words.nicknames[a] {
		for _, other := range words.nicknames[b] {
			if set == other {
				return true
			}
		}
	}
	return skeleton(a) == skeleton(b)
}

// fuller reports whether a is the fuller form of a name than b.
func fuller(a, b *personName) bool {
	score := func(p *personName) int {
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

// castPeople makes figures of the people with full names, then finds whom the
// single names mean. It gives the figure of each name, -1 for other names.
func (c *Cast) castPeople() []int {
	of := noneFor(len(c.names))
	var people []int
	for i, n := range c.names {
		if n.class != classPerson {
			continue
		}
		p := readPersonName(c.doc, n.Span)
		if len(p.words) < 2 {
			continue
		}
		of[i] = c.castFullName(p, c.genderBefore(n.Span), &people)
	}
	// Those whom something tells come first: their number tells whom the rest mean.
	for _, pass := range []func(int) bool{c.isTold, func(int) bool { return true }} {
		for i, n := range c.names {
			if n.class == classPerson && of[i] < 0 && pass(i) {
				of[i] = c.castSingleName(i, readPersonName(c.doc, n.Span), of, &people)
			}
		}
	}
	return of
}

// isTold reports whether a title or a pronoun tells the gender of a single name.
func (c *Cast) isTold(index int) bool {
	span := c.names[index].Span
	return c.genderBefore(span) != genderUnknown || c.genderAfter(span) != genderUnknown
}

func (c *Cast) castFullName(p *personName, title gender, people *[]int) int {
	for _, index := range *people {
		fig := &c.figures[index]
		if !samePerson(fig.people, p) || !sameGender(fig.gender, c.genderOfName(p)) {
			continue
		}
		if fuller(p, fig.people) {
			fig.people, fig.name = p, p.written
		}
		return index
	}
	return c.newPerson(p, title, people)
}

func (c *Cast) newPerson(p *personName, title gender, people *[]int) int {
	if g := c.genderOfName(p); g != genderUnknown && title == genderUnknown {
		title = g
	}
	index := c.figureOf(key(graph.KindPerson, p.written), func() figure {
		return figure{kind: graph.KindPerson, name: p.written, holder: -1, people: p, gender: title}
	})
	*people = append(*people, index)
	return index
}

// sameGender reports whether nothing tells two genders apart.
func sameGender(a, b gender) bool {
	return a == b || a == genderUnknown || b == genderUnknown
}

// castSingleName finds whom a single name means: the one person who bears it as
// surname, or else as first name.
func (c *Cast) castSingleName(index int, p *personName, of []int, people *[]int) int {
	title := c.genderBefore(c.names[index].Span)
	var bySurname, byOther []int
	for _, i := range *people {
		fig := &c.figures[i]
		if !sameGender(fig.gender, title) {
			continue
		}
		switch {
		case fig.people.surname == p.surname:
			bySurname = append(bySurname, i)
		case len(fig.people.words) > 1 && (fig.people.words[0] == p.words0() || contains(fig.people.words[1:], p.words0())):
			byOther = append(byOther, i)
		}
	}
	if title == genderUnknown && len(bySurname) > 1 {
		title = c.genderAfter(c.names[index].Span)
		if agreeing := c.ofGender(bySurname, title); len(agreeing) == 1 {
			return agreeing[0]
		}
	}
	candidates := bySurname
	if len(candidates) == 0 {
		candidates = byOther
	}
	switch len(candidates) {
	case 0:
		return c.newPerson(p, title, people)
	case 1:
		return candidates[0]
	}
	return c.mainBearer(index, candidates, of)
}

// genderAfter returns the gender that the next pronoun tells, where it follows in
// the same sentence with no other person between: "Clinton said that she".
func (c *Cast) genderAfter(span language.Span) gender {
	for i := span.End; i < c.doc.SentenceOf(span.Start).End; i++ {
		if n := c.nameAt[i]; n >= 0 && c.names[n].class == classPerson {
			return genderUnknown
		}
		token := c.doc.Tokens[i]
		if isPronoun(token) && !isThing(token) {
			return genderOfNoun(strings.ToLower(token.Text))
		}
	}
	return genderUnknown
}

// ofGender returns the candidates known to be of a gender.
func (c *Cast) ofGender(candidates []int, want gender) []int {
	var found []int
	for _, i := range candidates {
		if want != genderUnknown && c.figures[i].gender == want {
			found = append(found, i)
		}
	}
	return found
}

func (p *personName) words0() string {
	if len(p.words) == 0 {
		return ""
	}
	return p.words[0]
}

func contains(words []string, word string) bool {
	for _, w := range words {
		if w == word && word != "" {
			return true
		}
	}
	return false
}

// mainBearer picks whom a name means that several bear: the only one introduced
// so far, else the one with more full names; none where they are equal.
func (c *Cast) mainBearer(index int, candidates []int, of []int) int {
	before, total := map[int]int{}, map[int]int{}
	for i, figure := range of {
		if figure < 0 {
			continue
		}
		total[figure]++
		if i < index && length(c.names[i].Span) > 1 {
			before[figure]++
		}
	}
	best, introduced := -1, 0
	for _, candidate := range candidates {
		if before[candidate] > 0 {
			introduced++
			best = candidate
		}
	}
	if introduced == 1 {
		return best
	}
	best = -1
	tie := false
	for _, candidate := range candidates {
		switch {
		case best < 0 || total[candidate] > total[best]:
			best, tie = candidate, false
		case total[candidate] == total[best] && candidate != best:
			tie = true
		}
	}
	if tie {
		return c.nearestBearer(index, candidates, of)
	}
	return best
}

// nearestBearer returns the candidate named last before the name, where the name
// follows on it in the same or the previous sentence.
func (c *Cast) nearestBearer(index int, candidates []int, of []int) int {
	sentence := c.doc.Tokens[c.names[index].Start].Sentence
	found := -1
	for i := index - 1; i >= 0 && sentence-c.doc.Tokens[c.names[i].Start].Sentence <= 1; i-- {
		for _, candidate := range candidates {
			if of[i] != candidate || found == candidate {
				continue
			}
			if found >= 0 {
				return -1
			}
			found = candidate
		}
	}
	return found
}
