package read

import (
	"html"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// tidy removes everything from a line that is not its words: invisible characters,
// link and image markup (the words of a link stay), footnote marks, character
// references, emphasis and heading marks.
func tidy(p passage) passage {
	p = p.edited(invisible(p.text)).trimmed()
	p = p.edited(spaces(p.text))
	p = p.edited(composed(p.text))
	for _, rule := range markup {
		if strings.Contains(p.text, rule.hint) {
			p = p.edited(rule.edits(p.text))
		}
	}
	p = p.edited(itemMark(p.text))
	return p.cut(pictographs(p.text)).trimmed()
}

// itemMark matches the bullet of a list item.
var itemMark = deletions(regexp.MustCompile(`^[-*+•▪●◦‣]\s+`))

// pictographs returns the bytes of a line without the pictographs, such as emoji, at
// its ends.
func pictographs(text string) (from, to int) {
	isPicture := func(r rune) bool {
		return r >= 0x2600 && (unicode.Is(unicode.So, r) || unicode.Is(unicode.Sk, r)) || r == 0xFE0F || r == 0x200D || unicode.IsSpace(r)
	}
	from = len(text) - len(strings.TrimLeftFunc(text, isPicture))
	return from, max(from, len(strings.TrimRightFunc(text, isPicture)))
}

// markup lists the edits in the order in which they apply. A rule is skipped if the
// line does not contain its hint.
var markup = []struct {
	hint  string
	edits func(string) []edit
}{
	{"![[", deletions(regexp.MustCompile(`!\[\[[^\]\n]*\]\]`))},
	{"[[", noteLinkWords},
	{"{{", deletions(regexp.MustCompile(`\{\{[<%][^{}\n]{0,500}[>%]\}\}`))},
	{"==", emphasis(regexp.MustCompile(`(?:^|[^\w=])(==)[^\s=](?:[^=]{0,300}?[^\s=])?(==)(?:[^\w=]|$)`))},
	{"![", deletions(regexp.MustCompile(`!\[[^\]\n]*\]\([^)\s]*(?:\s+"[^"]*")?\)`))},
	{"](", links},
	{"[", deletions(regexp.MustCompile(`\[(?:\d{1,3}|citation needed|note \d+)\]`))},
	{"<", deletions(regexp.MustCompile(`(?i)</?(?:p|br|b|i|em|strong|a|span|div|u|s|blockquote|tweet|img|h[1-6]|li|ul|ol|sup|sub|small|figure|` +
		`figcaption|iframe|font|cite|q|time|hr|table|tr|td|th|tbody|thead|section|article)(?:\s[^<>]{0,600})?/?>`))},
	{"&", references},
	{"[^", deletions(regexp.MustCompile(`\[\^\w{1,12}\]`))},
	{"**", deletions(regexp.MustCompile(`\*\*`))},
	{"__", deletions(regexp.MustCompile(`\b__|__\b`))},
	{"*", emphasis(regexp.MustCompile(`(?:^|[^\w*])(\*)[^\s*](?:[^*]{0,300}?[^\s*])?(\*)(?:[^\w*]|$)`))},
	{"_", emphasis(regexp.MustCompile(`(?:^|[^\w_])(_)[^\s_](?:[^_]{0,300}?[^\s_])?(_)(?:[^\w_]|$)`))},
	{"#", deletions(regexp.MustCompile(`^#{1,6}\s+|\s+#{1,6}$`))},
	{">", deletions(regexp.MustCompile(`^(?:>\s*)+`))},
}

func deletions(pattern *regexp.Regexp) func(string) []edit {
	return func(text string) []edit {
		var edits []edit
		for _, at := range pattern.FindAllStringIndex(text, -1) {
			edits = append(edits, edit{from: at[0], to: at[1]})
		}
		return edits
	}
}

// emphasis drops the two marks around words, which are groups 1 and 2.
func emphasis(pattern *regexp.Regexp) func(string) []edit {
	return func(text string) []edit {
		var edits []edit
		for _, at := range pattern.FindAllStringSubmatchIndex(text, -1) {
			edits = append(edits, edit{from: at[2], to: at[3]}, edit{from: at[4], to: at[5]})
		}
		return edits
	}
}

var link = regexp.MustCompile(`\[([^\[\]\n]*)\]\(([^()\s]*(?:\([^()\s]*\)[^()\s]*)*)(?:\s+"[^"]*")?\)`)

// links keeps the words of [words](target).
func links(text string) []edit {
	var edits []edit
	for _, at := range link.FindAllStringSubmatchIndex(text, -1) {
		edits = append(edits, edit{from: at[0], to: at[2]}, edit{from: at[3], to: at[1]})
	}
	return edits
}

var noteLink = regexp.MustCompile(`\[\[(?:[^\[\]\n|]*\|)?([^\[\]\n|]+)\]\]`)

// noteLinkWords keeps the words of [[note]] and [[note|words]].
func noteLinkWords(text string) []edit {
	var edits []edit
	for _, at := range noteLink.FindAllStringSubmatchIndex(text, -1) {
		edits = append(edits, edit{from: at[0], to: at[2]}, edit{from: at[3], to: at[1]})
	}
	return edits
}

var reference = regexp.MustCompile(`&(?:#\d{1,7}|#x[0-9A-Fa-f]{1,6}|[A-Za-z]{2,8});`)

func references(text string) []edit {
	var edits []edit
	for _, at := range reference.FindAllStringIndex(text, -1) {
		sign := text[at[0]:at[1]]
		if plain := html.UnescapeString(sign); plain != sign && !strings.ContainsFunc(plain, isControl) {
			edits = append(edits, edit{at[0], at[1], plain})
		}
	}
	return edits
}

func isControl(r rune) bool { return unicode.IsControl(r) || isInvisible(r) }

// isInvisible reports whether a character shows nothing and splits words or changes
// the direction of writing: soft hyphens, zero-width spaces, byte order marks,
// direction marks, ASCII control characters. Joiners stay, since emoji and Persian
// need them. So do control characters beyond ASCII, which text that was decoded
// twice is full of.
func isInvisible(r rune) bool {
	switch {
	case r == '\t':
		return false
	case r == 0x00AD, r == 0x200B, r == 0x200E, r == 0x200F, r == 0x2060, r == 0xFEFF:
		return true
	case r >= 0x202A && r <= 0x202E, r >= 0x2066 && r <= 0x2069:
		return true
	}
	return r < 0x20 || r == 0x7F
}

// spaces makes plain spaces of the others, such as those that keep two words on one line.
func spaces(text string) []edit {
	var edits []edit
	for at, r := range text {
		if r > unicode.MaxASCII && unicode.Is(unicode.Zs, r) {
			edits = append(edits, edit{at, at + utf8.RuneLen(r), " "})
		}
	}
	return edits
}

// composed makes one character of a letter and the accents that follow it, as files from
// macOS have them, since names are compared letter by letter.
func composed(text string) []edit {
	if norm.NFC.IsNormalString(text) {
		return nil
	}
	var edits []edit
	for at := 0; at < len(text); {
		end := at + max(1, norm.NFC.NextBoundaryInString(text[at:], true))
		if one := norm.NFC.String(text[at:end]); one != text[at:end] {
			edits = append(edits, edit{at, end, one})
		}
		at = end
	}
	return edits
}

func invisible(text string) []edit {
	var edits []edit
	for at, r := range text {
		if isInvisible(r) {
			edits = append(edits, edit{from: at, to: at + len(string(r))})
		}
	}
	return edits
}
