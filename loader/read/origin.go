package read

import "sort"

// Origin maps the code points of a cleaned text to its source. It is sorted by
// Start; text between two segments (new line ends) has no place in the source.
type Origin []Segment

// A Segment maps the text from Start to End to the source from SourceStart to
// SourceEnd, in code points. If both have the same length, they are equal code point
// by code point, except for white space; otherwise the source writes the whole piece
// differently, such as "&amp;" for "&".
type Segment struct {
	Start, End             int
	SourceStart, SourceEnd int
}

// Source returns the part of the source that text[start:end] was made from, in code
// points: the words as they were saved, including link targets within them. It is 0,
// 0 if the range touches no segment.
func (o Origin) Source(start, end int) (from, to int) {
	first := sort.Search(len(o), func(i int) bool { return o[i].End > start })
	last := sort.Search(len(o), func(i int) bool { return o[i].Start >= end }) - 1
	if first > last || start >= end {
		return 0, 0
	}
	from, _ = o[first].source(max(start, o[first].Start))
	_, to = o[last].source(min(end, o[last].End) - 1)
	return from, to
}

// source returns the part of the source that one code point of the segment comes
// from.
func (s Segment) source(at int) (from, to int) {
	if s.End-s.Start != s.SourceEnd-s.SourceStart {
		return s.SourceStart, s.SourceEnd
	}
	from = s.SourceStart + at - s.Start
	return from, from + 1
}

// moved returns the origin of the same text behind a number of further code points.
func (o Origin) moved(by int) Origin {
	moved := make(Origin, len(o))
	for i, s := range o {
		s.Start, s.End = s.Start+by, s.End+by
		moved[i] = s
	}
	return moved
}
