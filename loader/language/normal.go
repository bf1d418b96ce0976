package language

import (
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// plainText is a text as the model knows texts: with composed letters, and blanks for
// the spaces that do not break a line; and where its code points stand in the original.
type plainText struct {
	text   string
	starts []int // per code point and at the end: where it starts in the original; nil if nothing was changed
	ends   []int // per code point: where it ends there
}

// plainBlank reports whether a space is one that only typesetting distinguishes from a
// blank.
func plainBlank(r rune) bool {
	switch r {
	case '\u00A0', '\u2007', '\u2009', '\u202F':
		return true
	}
	return false
}

// plain returns a text as the model knows texts. It needs valid UTF-8.
func plain(text string) plainText {
	if norm.NFC.IsNormalString(text) && !hasPlainBlank(text) {
		return plainText{text: text}
	}
	p := plainText{}
	var written []byte
	var segments norm.Iter
	segments.InitString(norm.NFC, text)
	for at := 0; !segments.Done(); {
		from := segments.Pos()
		segment := segments.Next()
		original := text[from:segments.Pos()]
		written = p.add(written, segment, at, utf8.RuneCountInString(original))
		at += utf8.RuneCountInString(original)
	}
	p.starts = append(p.starts, utf8.RuneCountInString(text))
	p.text = string(written)
	return p
}

// add writes a segment that stood at a code point of the original and had so many of
// them there.
func (p *plainText) add(written, segment []byte, at, size int) []byte {
	count, n := utf8.RuneCount(segment), 0
	for len(segment) > 0 {
		r, width := utf8.DecodeRune(segment)
		segment = segment[width:]
		if plainBlank(r) {
			r = ' '
		}
		written = utf8.AppendRune(written, r)
		start, end := at+min(n, size-1), at+min(n+1, size)
		if n++; n == count {
			end = at + size
		}
		p.starts, p.ends = append(p.starts, start), append(p.ends, end)
	}
	return written
}

func hasPlainBlank(text string) bool {
	for _, r := range text {
		if plainBlank(r) {
			return true
		}
	}
	return false
}

// restore gives tokens of the plain text their places in the original.
func (p *plainText) restore(tokens []Token) {
	if p.starts == nil {
		return
	}
	for i := range tokens {
		tokens[i].Start = p.starts[tokens[i].Start]
		if tokens[i].End > 0 {
			tokens[i].End = p.ends[tokens[i].End-1]
		}
	}
}
