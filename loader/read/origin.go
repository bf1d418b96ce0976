package read

import "sort"

// Origin tells where the code points of a cleaned text stand in its source. It
// is sorted by Start; what lies between two segments (line ends that were set
// anew) stands nowhere in the source.
type Origin []Segment

// A Segment of the text, from Start to End, is the piece of the source from
// SourceStart to SourceEnd. Where both are equally long they are equal code
// point by code point, up to white space; else the piece as a whole was written
// in another way, such as "&amp;" for "&".
type Segment struct {
	Start, End             int
	SourceStart, SourceEnd int
}

// Source returns the piece of the source that text[start:end] was made from, in
// code points: the words as they were saved, link targets within them included.
// It is 0, 0 where the range touches no segment.
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

// source returns the piece of the source that one code point of the segment is.
func (s Segment) source(at int) (from, to int) {
	if s.End-s.Start != s.SourceEnd-s.SourceStart {
		return s.SourceStart, s.SourceEnd
	}
	from = s.SourceStart + at - s.Start
	return from, from + 1
}
