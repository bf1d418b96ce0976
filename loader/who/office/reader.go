package office

import (
	"slices"
	"strings"

	"dateline/loader/grammar"
	"dateline/loader/language"
	"dateline/loader/lexicon"
	"dateline/loader/who/names"
	"dateline/loader/who/roster"
	"dateline/loader/who/vocabulary"
)

// Reader reads the offices and roles that a text gives to people.
type Reader struct {
	Parse   *grammar.Parse
	Words   *vocabulary.Words
	Names   *names.Text
	Roster  *roster.Roster
	Phrases map[int]roster.Role // role phrases by head token
}

// Read reads the titles before the names of people, and the roles beside them.
func Read(r *roster.Roster) *Reader {
	o := &Reader{Parse: r.Parse, Words: r.Names.Words, Names: r.Names, Roster: r, Phrases: map[int]roster.Role{}}
	titles{o}.read()
	appositions{o}.read()
	return o
}

// readRole reads the role in span, whose noun is head; false where it is none.
func (o *Reader) readRole(span language.Span, head int) (roster.Role, bool) {
	r := roster.Role{Span: span, StateAt: -1, Of: -1, Possessor: -1}
	first := o.readOwner(&r)
	o.readOffice(&r, first)
	if len(r.Words) == 0 {
		return roster.Role{}, false
	}
	if r.Plural = grammar.IsPluralNoun(o.Parse, head); r.Plural {
		last := len(r.Words) - 1
		r.Words[last] = singular(r.Words[last], o.Names.Lemma(head))
	}
	o.cutToOffice(&r, first)
	r.Head = vocabulary.BaseNoun(headNoun(r.Words))
	if r.Class == "" && !o.Words.IsOfficeNoun(r.Head) {
		return roster.Role{}, false
	}
	r.Written = strings.Join(r.Words, " ")
	if o.isField(r) {
		r.Written = r.State.Name + " " + r.Written
		r.State, r.StateAt = nil, -1
	}
	return r, true
}

// readOwner reads whose office a phrase is about, and returns the token after the
// possessor, where the office itself begins.
func (o *Reader) readOwner(r *roster.Role) (first int) {
	first = r.Span.Start
	for i := r.Span.Start; i < r.Span.End; i++ {
		switch {
		case o.Parse.Tag(i) == "POS":
			first = i + 1
		case o.Parse.Tag(i) == "PRP$":
			r.Possessor, first = i, i+1
		case o.Names.IsNamed(i):
			o.OwnerOf(r, i)
		case pastOffices[o.Parse.Lower(i)]:
			r.Former = true
		}
	}
	return first
}

// pastOffices are words that make an office one of the past.
var pastOffices = lexicon.Class("past-office")

// readOffice reads the words of an office from a token on, in full, and what their
// prefixes and suffixes say: "ex-", "-elect".
func (o *Reader) readOffice(r *roster.Role, first int) {
	for i := first; i < r.Span.End; i++ {
		if o.notOffice(i) {
			continue
		}
		word := o.Parse.Lower(i)
		if full, ok := spelledOut[word]; ok {
			word = full
		}
		for _, prefix := range []string{"ex-", "then-"} {
			if rest, ok := strings.CutPrefix(word, prefix); ok {
				r.Former, word = true, rest
			}
		}
		if rest, ok := strings.CutSuffix(word, "-elect"); ok {
			r.Elect, word = true, rest
		}
		r.Words = append(r.Words, word)
	}
}

// notOffice reports whether a token of a title is not a word of the office itself.
func (o *Reader) notOffice(i int) bool {
	token := o.Parse.Tokens[i]
	return o.Names.IsNamed(i) || token.Tag == "DT" || token.POS == "PUNCT" || token.POS == "SPACE" || besideOffice[o.Parse.Lower(i)]
}

// singular returns a plural noun's lemma, where the tagger gave it one.
func singular(word, lemma string) string {
	if lemma != "" && lemma != word {
		return lemma
	}
	return strings.TrimSuffix(word, "s")
}

// cutToOffice cuts a role down to an office that the lexicon knows: a "conservative
// president" is a president. First is the token where the words begin.
func (o *Reader) cutToOffice(r *roster.Role, first int) {
	var dropped int
	r.Words, dropped, r.Class, r.Title = o.officeIn(r.Words)
	if dropped > 0 {
		r.Span.Start = o.officeStart(r.Span, first, dropped)
	}
}

// officeIn returns the first and longest office among the words of a role, how many
// Words stand before it, and what the lexicon says of it; all words where it knows none.
func (o *Reader) officeIn(words []string) (office []string, dropped int, class, title string) {
	for start := range words {
		for end := len(words); end > start; end-- {
			known := o.Words.Offices[strings.Join(words[start:end], " ")]
			if known == nil || end < len(words) && !opensComplement(words[end]) {
				continue
			}
			if start > 0 && otherOffices[words[start-1]] {
				return words[start-1 : end], start - 1, "deputy " + known.Class, words[start-1] + " " + known.Title
			}
			return words[start:end], start, known.Class, known.Title
		}
	}
	return words, 0, "", ""
}

// opensComplement reports whether what an office is of can begin with a word: "president
// of", "president for".
func opensComplement(word string) bool {
	switch word {
	case "of", "for", "in", "and":
		return true
	}
	return false
}

// officeStart returns where a role's phrase begins once words before its office are
// dropped: at the name or adjectives right before the office.
func (o *Reader) officeStart(span language.Span, first, dropped int) int {
	at := first
	for ; at < span.End && dropped > 0; at++ {
		if !o.notOffice(at) {
			dropped--
		}
	}
	for at > span.Start && o.leadsOffice(at-1) {
		at--
	}
	return at
}

// leadsOffice reports whether a token before an office is of its phrase.
func (o *Reader) leadsOffice(i int) bool {
	token := o.Parse.Tokens[i]
	return o.Names.IsNamed(i) || token.Tag == "POS" || token.Tag == "DT" || token.POS == "ADJ"
}

// headNoun returns the noun of an office: that before its "of" or "for", else the last
// word.
func headNoun(words []string) string {
	for _, preposition := range []string{"of", "for"} {
		if at := slices.Index(words, preposition); at > 0 {
			return words[at-1]
		}
	}
	return words[len(words)-1]
}

// OwnerOf takes the name at token i as that of the state, body or person whose
// office a role is.
func (o *Reader) OwnerOf(r *roster.Role, i int) {
	n := o.Names.NameAt(i)
	if s := o.Names.StateAt(i); s != nil && !n.HasUse(vocabulary.UseOrganization) {
		r.State, r.StateAt = s, i
		return
	}
	m, ok := o.Roster.At(i)
	if !ok {
		return
	}
	r.Of = m.Member
	if n.HasUse(vocabulary.UseSeat) {
		r.State = n.Entry.State
		r.Of = o.Roster.Seat(n.Entry)
	}
}

// isField reports whether the state in a role is what its holder knows about, not whose
// he is: "China expert", but "Chinese expert" and "China's expert".
func (o *Reader) isField(r roster.Role) bool {
	if r.State == nil || r.StateAt < 0 || !learned[r.Head] {
		return false
	}
	n := o.Names.NameAt(r.StateAt)
	possessed := n.End < len(o.Parse.Tokens) && o.Parse.Tag(n.End) == "POS"
	return n.HasUse(vocabulary.UseState) && o.Names.AdjectiveAt(r.StateAt) == nil && !possessed
}

// spelledOut are the nouns of abbreviated titles.
var spelledOut = lexicon.Abbreviations(lexicon.OfTitle)

// besideOffice are words of titles that are not part of the office: "longtime", "Mr.".
var besideOffice = lexicon.Class("beside-office")

// otherOffices are words that make another office of the one after them: "deputy".
var otherOffices = lexicon.Class("other-office")

// learned are nouns of those who know a field.
var learned = lexicon.Class("learned")
