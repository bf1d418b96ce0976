package read

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"
)

// passage is a piece of text with the origin of each of its parts. Its segments
// cover it without gaps and count from its start.
type passage struct {
	text     string
	segments []Segment
}

// edit replaces the bytes [from, to) of a passage; with is usually empty.
type edit struct {
	from, to int
	with     string
}

// passageOf returns source text as a passage; at is the code point where it starts
// in the source.
func passageOf(text string, at int) passage {
	n := utf8.RuneCountInString(text)
	return passage{text, []Segment{{0, n, at, at + n}}}
}

// edited applies edits, which must be sorted and not overlap.
func (p passage) edited(edits []edit) passage {
	if len(edits) == 0 {
		return p
	}
	var out builder
	var bytes, runes int
	// ahead moves to a byte offset and returns the code points that it passes.
	ahead := func(to int) (int, int) {
		from := runes
		runes += utf8.RuneCountInString(p.text[bytes:to])
		bytes = to
		return from, runes
	}
	for _, e := range edits {
		start := bytes
		from, to := ahead(e.from)
		out.keep(p, p.text[start:e.from], from, to)
		from, to = ahead(e.to)
		if e.with != "" {
			out.replace(p, e.with, from, to)
		}
	}
	start := bytes
	from, to := ahead(len(p.text))
	out.keep(p, p.text[start:], from, to)
	return passage{out.text.String(), out.segments}
}

// cut keeps only the bytes [from, to).
func (p passage) cut(from, to int) passage {
	if from == 0 && to == len(p.text) {
		return p
	}
	return p.edited([]edit{{0, from, ""}, {to, len(p.text), ""}})
}

// trimmed drops white space at both ends.
func (p passage) trimmed() passage {
	left := len(p.text) - len(strings.TrimLeftFunc(p.text, unicode.IsSpace))
	right := len(strings.TrimRightFunc(p.text, unicode.IsSpace))
	return p.cut(left, max(left, right))
}

// builder builds a passage from parts of others.
type builder struct {
	text     strings.Builder
	runes    int
	segments []Segment
}

// keep appends the code points [from, to) of a passage, which are text.
func (b *builder) keep(p passage, text string, from, to int) {
	if from == to {
		return
	}
	shift := b.runes - from
	first := sort.Search(len(p.segments), func(i int) bool { return p.segments[i].End > from })
	for _, s := range p.segments[first:] {
		if s.Start >= to {
			break
		}
		part := s
		if s.End-s.Start == s.SourceEnd-s.SourceStart {
			part.Start, part.End = max(s.Start, from), min(s.End, to)
			part.SourceStart += part.Start - s.Start
			part.SourceEnd = part.SourceStart + part.End - part.Start
		}
		part.Start, part.End = part.Start+shift, part.End+shift
		b.add(part)
	}
	b.text.WriteString(text)
	b.runes += to - from
}

// replace appends other text for the code points [from, to) of a passage.
func (b *builder) replace(p passage, with string, from, to int) {
	n := utf8.RuneCountInString(with)
	sourceFrom, sourceTo := Origin(p.segments).Source(from, to)
	b.add(Segment{b.runes, b.runes + n, sourceFrom, sourceTo})
	b.text.WriteString(with)
	b.runes += n
}

// add appends a segment, and joins it to the one before if they continue each other.
func (b *builder) add(s Segment) {
	if n := len(b.segments); n > 0 {
		last := &b.segments[n-1]
		even := last.End-last.Start == last.SourceEnd-last.SourceStart && s.End-s.Start == s.SourceEnd-s.SourceStart
		if even && last.End == s.Start && last.SourceEnd == s.SourceStart {
			last.End, last.SourceEnd = s.End, s.SourceEnd
			return
		}
	}
	b.segments = append(b.segments, s)
}

// space appends text that has no place in the source.
func (b *builder) space(text string) {
	b.text.WriteString(text)
	b.runes += utf8.RuneCountInString(text)
}
