package names

import (
	"strings"
	"unicode/utf8"

	"dateline/loader/grammar"
	"dateline/loader/language"
	"dateline/loader/lexicon"
	"dateline/loader/who/vocabulary"
)

// joinHyphens makes one name of a person's parts that the model cut apart at a
// hyphen: "Kang Dae" and "-sung", "Kang" and "Dae-sung".
func (f *finder) joinHyphens() {
	for index := range f.names {
		n := &f.names[index]
		if n.dropped() || n.Class != Person {
			continue
		}
		hyphen := n.End
		if n.Len() == 1 && hyphen < len(f.parse.Tokens) && f.clues.nameWord(hyphen) {
			hyphen++
		}
		whole := language.Span{Start: n.Start, End: hyphen + 2}
		if isHyphenated(f.parse, whole) && f.free(language.Span{Start: n.End, End: whole.End}) {
			f.extend(index, whole)
		}
	}
}

// maxSyllable is the length of the longest syllables in romanized names: "chyung".
const maxSyllable = 6

// isHyphenated reports whether a span is a name whose family name comes first, before
// a given name of two syllables: "Kang Dae-sung".
func isHyphenated(parse *grammar.Parse, span language.Span) bool {
	if span.Len() != 4 || span.End > len(parse.Tokens) {
		return false
	}
	family, first, hyphen, second := parse.Tokens[span.Start], parse.Tokens[span.Start+1], parse.Tokens[span.Start+2], parse.Tokens[span.Start+3]
	if hyphen.Text != "-" || first.Space || hyphen.Space || !vocabulary.StartsUpper(family.Text) || !vocabulary.StartsUpper(first.Text) {
		return false
	}
	return utf8.RuneCountInString(first.Text) <= maxSyllable && isSyllable(second.Text)
}

// isSyllable reports whether a word after a hyphen can be the second half of a given
// name, rather than of a compound: "-sung", but not "-led" or "-style".
func isSyllable(word string) bool {
	if word == "" || len(word) > maxSyllable || combiningWords[word] || strings.HasSuffix(word, "ed") {
		return false
	}
	return !strings.ContainsFunc(word, func(r rune) bool { return r < 'a' || r > 'z' })
}

// combiningWords follow a name and a hyphen without being of it: "Harold
// Finch-style".
var combiningWords = lexicon.Class("after-hyphen")
