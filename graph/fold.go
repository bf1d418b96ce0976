package graph

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

//go:generate go run ./internal/genfold

// Fold returns the form in which names are compared: lower case, no accents, words
// separated by single spaces. "Łukasz D’Été-Öz" and "lukasz d ete oz" fold to the same.
//
// It is Unicode's NFKD without combining marks, and full case folding, for everything that
// is or decomposes to Latin, Greek, Cyrillic or digits; Latin letters that do not decompose
// become their base letters (ß ss, ł l, ø o, æ ae, đ d, ı i). Other scripts are kept, in
// lower case, with the vowel signs that their words need. Invisible characters (soft
// hyphens, joiners, marks of direction) are dropped; every other run of characters that
// are neither letters nor numbers becomes one space, or nothing at the ends. Folding twice
// changes nothing.
func Fold(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	gap := false
	write := func(r rune) {
		if r == ' ' {
			gap = true
			return
		}
		if gap && b.Len() > 0 {
			b.WriteByte(' ')
		}
		gap = false
		b.WriteRune(r)
	}
	for _, r := range s {
		switch {
		case r < utf8.RuneSelf:
			write(foldASCII(r))
		case isFoldedAway(r):
		case isFoldSpace(r):
			write(' ')
		default:
			folded, ok := foldRunes[r]
			if !ok {
				write(unicode.ToLower(r))
				continue
			}
			for _, f := range folded {
				write(f)
			}
		}
	}
	return b.String()
}

func foldASCII(r rune) rune {
	switch {
	case r >= 'a' && r <= 'z', r >= '0' && r <= '9':
		return r
	case r >= 'A' && r <= 'Z':
		return r + 'a' - 'A'
	}
	return ' '
}

// isFoldedAway reports whether Fold drops a character: combining accents and points,
// invisible characters, and the modifier letters that transliterations write for ayn,
// hamza and the soft sign, which other spellings of the same name leave out.
func isFoldedAway(r rune) bool {
	switch r {
	case 'ʹ', 'ʺ', 'ʾ', 'ʿ':
		return true
	}
	if unicode.Is(unicode.Cf, r) {
		return true
	}
	return unicode.IsMark(r) && unicode.In(r, unicode.Inherited, unicode.Cyrillic, unicode.Hebrew, unicode.Arabic)
}

// isFoldSpace reports whether a character separates words: all do but letters, numbers and
// the vowel signs of other scripts. The letters ʼ and ʻ are apostrophes in names, so they
// count as punctuation, like ' and ’.
func isFoldSpace(r rune) bool {
	if r == 'ʼ' || r == 'ʻ' {
		return true
	}
	return !unicode.IsLetter(r) && !unicode.IsNumber(r) && !unicode.IsMark(r)
}

var foldRunes = foldRunesOf(foldTable[:])

func foldRunesOf(table []struct{ folded, runes string }) map[rune]string {
	byRune := make(map[rune]string, 4096)
	for _, row := range table {
		for _, r := range row.runes {
			byRune[r] = row.folded
		}
	}
	return byRune
}
