package when

import (
	"strings"
	"unicode"

	"dateline/loader/language"
)

// word is what the rules see: a run of letters and digits, or one mark. Words are
// finer than tokens, so that "third-quarter" and "2014–16" can be read.
type word struct {
	text, lower string
	start, end  int           // code points in the article's text
	from, to    int           // bytes
	token       int           // the token that it begins in
	glued       bool          // no space before it
	breaks      bool          // a paragraph begins before it
	tag         string        // of its token: Penn Treebank
	name        language.Span // the name that it is in, in tokens; empty for none
	nameLabel   string        // OntoNotes
}

// split cuts the article's text into words.
func split(doc *language.Document) []word {
	runes, bytes := runesOf(doc.Text)
	var words []word
	token := 0
	newlines := 0
	for i := 0; i < len(runes); {
		if unicode.IsSpace(runes[i]) {
			if runes[i] == '\n' {
				newlines++
			}
			i++
			continue
		}
		end := wordEnd(runes, i)
		for token < len(doc.Tokens) && doc.Tokens[token].End <= i {
			token++
		}
		if token == len(doc.Tokens) {
			return words
		}
		text := string(runes[i:end])
		w := word{
			text: text, lower: normal(text), start: i, end: end, token: token,
			from: bytes[i], to: bytes[end],
			glued:  i > 0 && !unicode.IsSpace(runes[i-1]),
			breaks: newlines > 1 || len(words) == 0,
			tag:    doc.Tokens[token].Tag,
		}
		if e := doc.Tokens[token].Entity; e >= 0 && e < len(doc.Entities) {
			w.name, w.nameLabel = doc.Entities[e].Span, doc.Entities[e].Label
		}
		words = append(words, w)
		newlines = 0
		i = end
	}
	return words
}

// normal returns a text in lower case, with one form of hyphen and of apostrophe.
func normal(text string) string {
	switch text {
	case "‐", "‑", "–":
		return "-"
	case "’", "‘", "`":
		return "'"
	}
	return strings.ToLower(text)
}

// wordEnd returns the end of the word that begins at i.
func wordEnd(runes []rune, i int) int {
	switch {
	case unicode.IsDigit(runes[i]):
		return numberEnd(runes, i)
	case unicode.IsLetter(runes[i]):
		return letterEnd(runes, i)
	}
	return i + 1
}

// numberEnd takes digits with marks between them ("1,000", "2.5", "11:33"), then
// letters that belong to them ("10th", "1990s").
func numberEnd(runes []rune, i int) int {
	end := i
	for end < len(runes) && (unicode.IsDigit(runes[end]) || isInner(runes, end)) {
		end++
	}
	letters := end
	for letters < len(runes) && unicode.IsLetter(runes[letters]) {
		letters++
	}
	switch strings.ToLower(string(runes[end:letters])) {
	case "st", "nd", "rd", "th", "s":
		return letters
	}
	return end
}

func isInner(runes []rune, i int) bool {
	return strings.ContainsRune(",.:", runes[i]) && i+1 < len(runes) && unicode.IsDigit(runes[i+1])
}

// letterEnd takes letters, and the full stops of "a.m." and "Sept.".
func letterEnd(runes []rune, i int) int {
	end := i
	for end < len(runes) && (unicode.IsLetter(runes[end]) || unicode.Is(unicode.Mn, runes[end])) {
		end++
	}
	if end == i+1 {
		for end+1 < len(runes) && runes[end] == '.' && unicode.IsLetter(runes[end+1]) &&
			(end+2 == len(runes) || !unicode.IsLetter(runes[end+2])) {
			end += 2
		}
	}
	if end < len(runes) && runes[end] == '.' && takesStop(string(runes[i:end])) {
		end++
	}
	return end
}

// takesStop reports whether a word is written with a full stop: "Sept.", "a.m.".
func takesStop(text string) bool {
	return abbreviations[strings.ToLower(text)] || strings.Contains(text, ".")
}

// isShouted reports whether a word is all capitals.
func (w word) isShouted() bool { return w.text == strings.ToUpper(w.text) }

func (w word) isCapital() bool {
	for _, r := range w.text {
		return unicode.IsUpper(r)
	}
	return false
}

// runesOf returns the code points of a text and the byte at which each begins, with the
// length of the text as the last.
func runesOf(text string) (runes []rune, bytes []int) {
	runes = make([]rune, 0, len(text))
	bytes = make([]int, 0, len(text)+1)
	for at, r := range text {
		runes = append(runes, r)
		bytes = append(bytes, at)
	}
	return runes, append(bytes, len(text))
}
