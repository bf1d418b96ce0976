package grammar

import (
	"slices"
	"strings"

	"dateline/loader/language"
	"dateline/loader/lexicon"
)

// IsPhrasal reports whether a verb and a word that depends on it are one of some phrasal
// verbs, such as "call off".
func IsPhrasal(p *Parse, verb int, phrasal lexicon.Set) bool {
	lemma := p.Lemma(verb)
	return slices.ContainsFunc(p.Children(verb), func(child int) bool { return phrasal[lemma+" "+p.Lower(child)] })
}

// Lemma returns a token's base form in lower case; of the head of a noun that hyphens join,
// such as "sit-down", the whole noun.
func (p *Parse) Lemma(i int) string {
	if whole := p.hyphenated(i); whole != "" {
		return whole
	}
	lemma := strings.ToLower(p.Tokens[i].Lemma)
	if plain, ok := irregularLemmas[lemma]; ok {
		return plain
	}
	return lemma
}

// hyphenated returns the noun of an event that hyphens join and that a token heads, "sit-down"
// for "down" and "one-on-one" for its first "one"; "" for other tokens.
func (p *Parse) hyphenated(i int) string {
	if (i == 0 || p.Tokens[i-1].Text != "-") && (i+1 >= len(p.Tokens) || p.Tokens[i+1].Text != "-") {
		return ""
	}
	span := language.Span{Start: i, End: i + 1}
	for span.Start > 1 && p.isHyphen(span.Start-1) {
		span.Start -= 2
	}
	for span.End+1 < len(p.Tokens) && p.isHyphen(span.End) {
		span.End += 2
	}
	whole := strings.ToLower(p.Slice(span))
	if eventNouns[whole] == nil || p.SpanRoot(span) != i {
		return ""
	}
	return whole
}

// isHyphen reports whether a token is a hyphen with no space beside it.
func (p *Parse) isHyphen(i int) bool {
	return p.Tokens[i].Text == "-" && !p.Tokens[i].Space && !p.Tokens[i-1].Space
}
