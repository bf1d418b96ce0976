package roster

import (
	"dateline/loader/language"
	"dateline/loader/who/vocabulary"
)

// Role is an office or role as a phrase gives it, before a name or by itself:
// "Russian Foreign Minister", "Macron's top adviser", "the president".
type Role struct {
	Span      language.Span // the whole phrase
	Words     []string      // the words of the office in lower case: [top foreign policy adviser]
	Written   string        // the office as written
	Head      string        // the noun, one for its variants: adviser
	Class     string        // of a lexicon office: state, foreign, …; "" for others
	Title     string        // of a lexicon office: what its synonyms share
	Former    bool
	Elect     bool
	State     *vocabulary.State // whose office it is
	StateAt   int               // the token that names the state, -1 for none
	Of        int               // the member of the body or person whose office it is, -1 for none
	Possessor int               // a possessive pronoun's token, -1 for none
	Definite  bool
	Plural    bool
}

// OfState returns the role of one of a group, of a state.
func (r Role) OfState(s *vocabulary.State) Role {
	r.State, r.Of, r.Plural = s, -1, false
	return r
}
