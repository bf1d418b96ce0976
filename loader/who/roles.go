package who

import (
	"slices"
	"strings"

	"dateline/loader/grammar"
	"dateline/loader/language"
	"dateline/loader/lexicon"
)

// role is an office or role as a phrase gives it, before a name or by itself:
// "Russian Foreign Minister", "Macron's top adviser", "the president".
type role struct {
	span      language.Span // the whole phrase
	words     []string      // the words of the office in lower case: [top foreign policy adviser]
	written   string        // the office as written
	head      string        // the noun, synonyms levelled: adviser
	class     string        // of a lexicon office: state, foreign, …; "" for others
	title     string        // of a lexicon office: what its synonyms share
	former    bool
	elect     bool
	state     *state // whose office it is
	stateAt   int    // the token that tells the state, -1 for none
	of        int    // the member of the body or person whose office it is, -1 for none
	possessor int    // a possessive pronoun's token, -1 for none
	definite  bool
	plural    bool
}

// offices reads the offices and roles that a text gives to people.
type offices struct {
	parse  *grammar.Parse
	words  *vocabulary
	names  *namedText
	roster *roster
	at     map[int]role // role phrases by head token
}

// readRole reads the role in span, whose noun is head; false where it is none.
func (o *offices) readRole(span language.Span, head int) (role, bool) {
	r := role{span: span, stateAt: -1, of: -1, possessor: -1}
	first := o.readOwner(&r)
	o.readOffice(&r, first)
	if len(r.words) == 0 {
		return role{}, false
	}
	if r.plural = isPluralTag(o.parse.Tag(head)); r.plural {
		last := len(r.words) - 1
		r.words[last] = singular(r.words[last], o.names.lemma(head))
	}
	o.cutToOffice(&r, first)
	r.head = level(headNoun(r.words))
	if r.class == "" && !o.words.isOfficeNoun(r.head) {
		return role{}, false
	}
	r.written = strings.Join(r.words, " ")
	if o.isField(r) {
		r.written = r.state.name + " " + r.written
		r.state, r.stateAt = nil, -1
	}
	return r, true
}

// readOwner reads whose office a phrase is about, and returns the token after the
// possessor, where the office itself begins.
func (o *offices) readOwner(r *role) (first int) {
	first = r.span.Start
	for i := r.span.Start; i < r.span.End; i++ {
		switch {
		case o.parse.Tag(i) == "POS":
			first = i + 1
		case o.parse.Tag(i) == "PRP$":
			r.possessor, first = i, i+1
		case o.names.at[i] >= 0:
			o.ownerOf(r, i)
		case isFormer(o.parse.Lower(i)):
			r.former = true
		}
	}
	return first
}

// isFormer reports whether a word makes an office one of the past.
func isFormer(word string) bool {
	switch word {
	case "former", "ex", "then", "ex-", "late":
		return true
	}
	return false
}

// readOffice reads the words of an office from a token on, in full, and what their
// prefixes and suffixes say: "ex-", "-elect".
func (o *offices) readOffice(r *role, first int) {
	for i := first; i < r.span.End; i++ {
		if o.notOffice(i) {
			continue
		}
		word := o.parse.Lower(i)
		if full, ok := spelledOut[word]; ok {
			word = full
		}
		for _, prefix := range []string{"ex-", "then-"} {
			if rest, ok := strings.CutPrefix(word, prefix); ok {
				r.former, word = true, rest
			}
		}
		if rest, ok := strings.CutSuffix(word, "-elect"); ok {
			r.elect, word = true, rest
		}
		r.words = append(r.words, word)
	}
}

// notOffice reports whether a token of a title is not a word of the office itself.
func (o *offices) notOffice(i int) bool {
	token := o.parse.Tokens[i]
	return o.names.at[i] >= 0 || token.Tag == "DT" || token.POS == "PUNCT" || token.POS == "SPACE" || adverbialTitle(o.parse.Lower(i))
}

// singular returns a plural noun's lemma, where the tagger gave it one.
func singular(word, lemma string) string {
	if lemma != "" && lemma != word {
		return lemma
	}
	return strings.TrimSuffix(word, "s")
}

// isPluralTag reports whether a tag is one of plural nouns.
func isPluralTag(tag string) bool { return tag == "NNS" || tag == "NNPS" }

// cutToOffice cuts a role down to an office that the lexicon knows: a "conservative
// president" is a president. First is the token where the words begin.
func (o *offices) cutToOffice(r *role, first int) {
	var dropped int
	r.words, dropped, r.class, r.title = o.officeIn(r.words)
	if dropped > 0 {
		r.span.Start = o.officeStart(r.span, first, dropped)
	}
}

// officeIn returns the first and longest office among the words of a role, how many
// words stand before it, and what the lexicon says of it; all words where it knows none.
func (o *offices) officeIn(words []string) (office []string, dropped int, class, title string) {
	for start := range words {
		for end := len(words); end > start; end-- {
			known := o.words.offices[strings.Join(words[start:end], " ")]
			if known == nil || end < len(words) && !opensComplement(words[end]) {
				continue
			}
			if start > 0 && modifiesOffice(words[start-1]) {
				return words[start-1 : end], start - 1, "deputy " + known.class, words[start-1] + " " + known.title
			}
			return words[start:end], start, known.class, known.title
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
func (o *offices) officeStart(span language.Span, first, dropped int) int {
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
func (o *offices) leadsOffice(i int) bool {
	token := o.parse.Tokens[i]
	return o.names.at[i] >= 0 || token.Tag == "POS" || token.Tag == "DT" || token.POS == "ADJ"
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

// ownerOf takes the name at token i as that of the state, body or person whose
// office a role is.
func (o *offices) ownerOf(r *role, i int) {
	n := &o.names.list[o.names.at[i]]
	if s := o.names.stateAt(i); s != nil && !n.hasUse(useOrganization) {
		r.state, r.stateAt = s, i
		return
	}
	m, ok := o.roster.at(i)
	if !ok {
		return
	}
	r.of = m.Member
	if n.hasUse(useSeat) {
		r.state = n.entry.state
		r.of = o.roster.seat(n.entry)
	}
}

// isField reports whether the state in a role is what its holder knows about, not whose
// he is: "China expert", but "Chinese expert" and "China's expert".
func (o *offices) isField(r role) bool {
	if r.state == nil || r.stateAt < 0 || !learned[r.head] {
		return false
	}
	n := &o.names.list[o.names.at[r.stateAt]]
	possessed := n.End < len(o.parse.Tokens) && o.parse.Tag(n.End) == "POS"
	return n.hasUse(useState) && o.names.adjectiveAt(r.stateAt) == nil && !possessed
}

// level returns one noun for the variants of a role's noun.
func level(noun string) string {
	switch noun {
	case "advisor":
		return "adviser"
	case "spokeswoman", "spokesperson":
		return "spokesman"
	case "chairwoman", "chairperson", "chair":
		return "chairman"
	case "congresswoman", "representative", "rep.", "rep":
		return "congressman"
	case "sen.", "sen":
		return "senator"
	case "gov.", "gov":
		return "governor"
	case "gen.", "gen":
		return "general"
	case "boss", "head":
		return "chief"
	}
	return noun
}

// spelledOut are the nouns of abbreviated titles.
var spelledOut = lexicon.Abbreviations(lexicon.OfTitle)

// adverbialTitle reports whether a word of a title is not part of the office: "former",
// "Mr.".
func adverbialTitle(lower string) bool {
	switch lower {
	case "former", "ex", "then", "late", "current", "incumbent", "new", "newly", "elected", "outgoing", "longtime", "-", "mr.", "mr", "mrs", "mrs.", "ms", "ms.", "sir", "his", "her", "their", "its", "old", "veteran", "own":
		return true
	}
	return false
}

// modifiesOffice reports whether a word before an office makes it another one.
func modifiesOffice(word string) bool {
	switch word {
	case "deputy", "vice", "assistant", "shadow", "acting", "first", "second", "junior", "associate", "under":
		return true
	}
	return false
}

// learned are nouns of those who know a field.
var learned = lexicon.Class("learned")
