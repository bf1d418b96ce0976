package vocabulary

import (
	"strings"

	"dateline/loader/lexicon"
)

var (
	particles = lexicon.Particles(lexicon.Article)
	suffixes  = lexicon.Suffixes(lexicon.Article)
	uttering  = lexicon.Class("uttering")
)

// IsParticle reports whether a word or a hyphen ties a person's names together.
func IsParticle(text string) bool { return text == "-" || particles[strings.ToLower(text)] }

// IsSuffix reports whether a word after a surname is not part of it: "Jr.", "III".
func IsSuffix(text string) bool { return text == "," || suffixes[strings.TrimSuffix(text, ".")] }

// IsQuote reports whether a token is a quotation mark.
func IsQuote(text string) bool {
	switch text {
	case "\"", "“", "”", "''", "``", "«", "»", "„":
		return true
	}
	return false
}

// IsPartnerPreposition reports whether the partner of a contact follows a preposition:
// "met with".
func IsPartnerPreposition(text string) bool {
	switch text {
	case "with", "to", "by":
		return true
	}
	return false
}

// IsSpeech reports whether a verb is one whose subject speaks.
func IsSpeech(lemma string) bool { return uttering[lemma] }

// IsDomain reports whether a word is the name of a site: "Quayside.com".
func IsDomain(text string) bool {
	dot := strings.LastIndexByte(text, '.')
	return dot > 0 && domains[strings.ToLower(text[dot+1:])]
}

// domains are last parts of the names of sites.
var domains = lexicon.Class("site-ending")

// OutletNames are words that mark the name of a newspaper or broadcaster at its end. Those
// that do so anywhere in it are of class media-name.
var OutletNames = lexicon.Class("outlet-name")

// OutletNouns are nouns by which an article calls a newspaper or broadcaster again.
var OutletNouns = lexicon.Class("outlet")
