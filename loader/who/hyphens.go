package who

import (
	"strings"
	"unicode/utf8"

	"dateline/loader/language"
)

// joinHyphens makes one name of a person's parts that the model cut apart at a
// hyphen: "Kang Dae" and "-sung", "Kang" and "Dae-sung".
func (f *finder) joinHyphens() {
	for index := range f.names {
		n := &f.names[index]
		if n.Start == n.End || n.class != classPerson {
			continue
		}
		end := n.End
		if length(n.Span) == 1 && end < len(f.doc.Tokens) && f.text.nameWord(end) {
			end++
		}
		if end-n.Start != 2 || !hyphenatedName(f.doc, language.Span{Start: n.Start, End: end + 2}) || !f.free(language.Span{Start: n.End, End: end + 2}) {
			continue
		}
		for i := n.End; i < end+2; i++ {
			f.owner[i] = index
		}
		n.End = end + 2
	}
}

// maxSyllable is the length of the longest syllables in romanized names: "chyung".
const maxSyllable = 6

// hyphenatedName reports whether a span is a name whose family name comes first,
// before a given name of two syllables: "Kang Dae-sung".
func hyphenatedName(doc *language.Document, span language.Span) bool {
	if length(span) != 4 || span.End > len(doc.Tokens) {
		return false
	}
	first, syllable, hyphen, last := doc.Tokens[span.Start], doc.Tokens[span.Start+1], doc.Tokens[span.Start+2], doc.Tokens[span.Start+3]
	if hyphen.Text != "-" || syllable.Space || hyphen.Space || !startsUpper(first.Text) || !startsUpper(syllable.Text) || !isLower(last.Text) {
		return false
	}
	if max(utf8.RuneCountInString(syllable.Text), utf8.RuneCountInString(last.Text)) > maxSyllable || combiningWords[last.Text] {
		return false
	}
	return !strings.HasSuffix(last.Text, "ed") && !strings.ContainsFunc(last.Text, func(r rune) bool { return r < 'a' || r > 'z' })
}

// combiningWords follow a name and a hyphen without being of it: "Harold
// Finch-style".
var combiningWords = wordSet(`style era led like run owned born held built made backed allied linked themed type
	esque friendly loyal elect in law ally aide age wing wide bound based free funded hosted`)
