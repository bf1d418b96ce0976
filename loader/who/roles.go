package who

import (
	"slices"
	"strings"

	"dateline/loader/language"
	"dateline/loader/lexicon"
)

// offices reads the offices and roles that a text gives to people.
type offices struct {
	doc    *language.Document
	words  *vocabulary
	parse  parse
	names  *namedText
	roster *roster
	at     map[int]role // role phrases by head token
}

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

// level maps variants of a role's noun to one.
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

// spelledOut gives the nouns of abbreviated titles.
var spelledOut = lexicon.Abbreviations(lexicon.OfTitle)

func singular(word, lemma string) string {
	if lemma != "" && lemma != word {
		return lemma
	}
	return strings.TrimSuffix(word, "s")
}

// adverbialTitle reports whether a word of a title is none of the office.
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

// readRole reads the role in span, whose noun is head; false where it is none.
func (o *offices) readRole(span language.Span, head int) (role, bool) {
	r := role{span: span, stateAt: -1, of: -1, possessor: -1}
	// The part after the last possessive or name is the office itself.
	words := span.Start
	for i := span.Start; i < span.End; i++ {
		token := o.doc.Tokens[i]
		lower := strings.ToLower(token.Text)
		switch {
		case token.Tag == "POS":
			words = i + 1
		case token.Tag == "PRP$":
			r.possessor, words = i, i+1
		case o.names.at[i] >= 0:
			o.ownerOf(&r, i)
		case lower == "former" || lower == "ex" || lower == "then" || lower == "ex-" || lower == "late":
			r.former = true
		}
	}
	for i := words; i < span.End; i++ {
		token := o.doc.Tokens[i]
		lower := strings.ToLower(token.Text)
		if o.notOffice(i) {
			continue
		}
		if full, ok := spelledOut[lower]; ok {
			lower = full
		}
		if rest, ok := strings.CutPrefix(lower, "ex-"); ok {
			r.former, lower = true, rest
		}
		if rest, ok := strings.CutPrefix(lower, "then-"); ok {
			r.former, lower = true, rest
		}
		if rest, ok := strings.CutSuffix(lower, "-elect"); ok {
			r.elect, lower = true, rest
		}
		r.words = append(r.words, lower)
	}
	if len(r.words) == 0 {
		return role{}, false
	}
	r.plural = o.doc.Tokens[head].Tag == "NNS" || o.doc.Tokens[head].Tag == "NNPS"
	last := len(r.words) - 1
	if r.plural {
		r.words[last] = singular(r.words[last], o.names.lemma(head))
	}
	var dropped int
	r.words, dropped, r.class, r.title = o.officeOf(r.words)
	r.span.Start = o.officeStart(r, words, dropped)
	r.head = level(r.words[len(r.words)-1])
	if at := slices.Index(r.words, "of"); at > 0 {
		r.head = level(r.words[at-1])
	} else if at := slices.Index(r.words, "for"); at > 0 {
		r.head = level(r.words[at-1])
	}
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

// isField reports whether the state in a role is what its holder knows about, not whose
// he is: "China expert", but "Chinese expert" and "China's expert".
func (o *offices) isField(r role) bool {
	if r.state == nil || r.stateAt < 0 || !learned[r.head] {
		return false
	}
	n := o.names.list[o.names.at[r.stateAt]]
	possessed := n.End < len(o.doc.Tokens) && o.doc.Tokens[n.End].Tag == "POS"
	return n.entry != nil && n.entry.use == useState && o.names.adjectiveAt(r.stateAt) == nil && !possessed
}

// notOffice reports whether a token of a title is no word of the office itself.
func (o *offices) notOffice(i int) bool {
	token := o.doc.Tokens[i]
	return o.names.at[i] >= 0 || token.Tag == "DT" || token.POS == "PUNCT" || token.POS == "SPACE" || adverbialTitle(strings.ToLower(token.Text))
}

// officeOf cuts the words of a role down to what is said of the office, and
// gives its class. "conservative president" is a president.
func (o *offices) officeOf(words []string) (office []string, dropped int, class, title string) {
	for start := 0; start < len(words); start++ {
		for end := len(words); end > start; end-- {
			known := o.words.offices[strings.Join(words[start:end], " ")]
			if known == nil || end < len(words) && words[end] != "of" && words[end] != "for" && words[end] != "in" && words[end] != "and" {
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

// officeStart returns where a role's phrase begins once the words before its office
// are dropped: at the name or adjectives right before the office. First is the
// token after the possessor.
func (o *offices) officeStart(r role, first, dropped int) int {
	if dropped == 0 {
		return r.span.Start
	}
	at := first
	for ; at < r.span.End && dropped > 0; at++ {
		if !o.notOffice(at) {
			dropped--
		}
	}
	for at > r.span.Start && (o.names.at[at-1] >= 0 || o.doc.Tokens[at-1].Tag == "POS" || o.doc.Tokens[at-1].POS == "ADJ" || o.doc.Tokens[at-1].Tag == "DT") {
		at--
	}
	return at
}

// ownerOf takes the name at token i as that of the state, body or person whose
// office a role is.
func (o *offices) ownerOf(r *role, i int) {
	n := o.names.list[o.names.at[i]]
	if s := o.names.stateAt(i); s != nil && (n.entry == nil || n.entry.use != useOrganization) {
		r.state, r.stateAt = s, i
		return
	}
	if m, ok := o.roster.At(i); ok {
		r.of = m.Member
		if n.entry != nil && n.entry.use == useSeat {
			r.state = n.entry.state
			r.of = o.roster.seat(n.entry)()
		}
	}
}
