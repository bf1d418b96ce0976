package contact

import (
	"dateline/loader/language"
	"dateline/loader/lexicon"
)

// verb is one sense of a contact verb, and noun a contact noun.
type (
	verb = lexicon.ContactVerb
	noun = lexicon.ContactNoun
)

// direction says who begins a contact.
type direction = lexicon.Direction

const (
	mutual   = lexicon.Mutual
	outward  = lexicon.Outward
	inward   = lexicon.Inward
	envoying = lexicon.Envoying
)

var (
	// verbsOf are the senses of contact verbs by lemma.
	verbsOf = lexicon.ContactVerbs()
	// nounOf are the contact nouns by lemma.
	nounOf = lexicon.ContactNouns()
)

// IsTriggerWord reports whether a token has the lemma of a contact's verb or noun. The
// tagger takes a headline's verb for a plural noun: "Okoro visits Lim".
func IsTriggerWord(token language.Token) bool {
	return len(verbsOf[token.Lemma]) > 0 || nounOf[token.Lemma] != nil || introducing[token.Lemma]
}

// asks reports whether a verb is also of what journalists and those whom they ask do.
func asks(v *verb) bool { return ofInterviews[v.Lemma] || v.Object == lexicon.Addressee }
