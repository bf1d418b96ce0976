package loader

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/graph"
	"dateline/loader/read"
)

// keepVerbatim shortens quotes from which reading removed markup ("The ministry
// [confirmed](#) that …"), so that they can be found word for word in the saved
// source too. It keeps the longest piece between two such seams that mentions as
// many of the parties. If there is none, the quote stays whole; it still is the
// article's text.
func keepVerbatim(batch *graph.Batch, origin read.Origin) {
	seams := seamsOf(origin)
	if len(seams) == 0 {
		return
	}
	text := []rune(batch.Article.Text)
	mentions := mentionsByMember(batch.Members)
	for i := range batch.Reports {
		r := &batch.Reports[i]
		start, end := r.Start, r.End
		whole := named(r, mentions, start, end)
		if whole < 2 {
			continue // a piece that mentions only one party does not show the event
		}
		best := 0
		for _, piece := range pieces(r.Start, r.End, seams) {
			from, to := trim(text, piece[0], piece[1])
			from = afterThat(text, from, firstNamed(r, mentions, from, to))
			if named(r, mentions, from, to) == whole && to-from > best {
				best, start, end = to-from, from, to
			}
		}
		r.Start, r.End, r.Quote = start, end, string(text[start:end])
	}
}

// seamsOf returns the offsets in the text between code points that do not follow
// each other in the source, other than at line ends.
func seamsOf(origin read.Origin) []int {
	var seams []int
	for i := 1; i < len(origin); i++ {
		before, after := origin[i-1], origin[i]
		if after.Start == before.End && after.SourceStart != before.SourceEnd {
			seams = append(seams, after.Start)
		}
	}
	return seams
}

// pieces splits a range at the seams within it. It returns nil if there are none.
func pieces(start, end int, seams []int) [][2]int {
	first, _ := slices.BinarySearch(seams, start+1)
	var cut [][2]int
	from := start
	for _, seam := range seams[first:] {
		if seam >= end {
			break
		}
		cut = append(cut, [2]int{from, seam})
		from = seam
	}
	if from == start {
		return nil
	}
	return append(cut, [2]int{from, end})
}

func trim(text []rune, start, end int) (from, to int) {
	loose := func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune(",;:", r) }
	for start < end && loose(text[start]) {
		start++
	}
	for end > start && loose(text[end-1]) {
		end--
	}
	return start, end
}

// afterThat returns the start of what is said, if a piece begins in the middle of a
// reporting clause ("Tuesday that Ana met Bo") and it is before limit; otherwise
// start.
func afterThat(text []rune, start, limit int) int {
	const word = " that "
	if at := strings.LastIndex(string(text[start:limit]), word); at >= 0 {
		return start + utf8.RuneCountInString(string(text[start:limit])[:at+len(word)])
	}
	return start
}

// firstNamed returns the first offset of a mention of a participant between start
// and end, or start if there is none.
func firstNamed(r *graph.Report, mentions map[string][]graph.MentionSpan, start, end int) int {
	first := end
	for _, p := range r.Participants {
		for _, m := range mentions[p.EntityID] {
			if m.Start >= start && m.Start < first {
				first = m.Start
			}
		}
	}
	if first == end {
		return start
	}
	return first
}

func mentionsByMember(members []graph.Member) map[string][]graph.MentionSpan {
	mentions := make(map[string][]graph.MentionSpan, len(members))
	for i := range members {
		mentions[members[i].ID] = members[i].Mentions
	}
	return mentions
}

// named counts the participants that are mentioned between two offsets.
func named(r *graph.Report, mentions map[string][]graph.MentionSpan, start, end int) int {
	count := 0
	for _, p := range r.Participants {
		if slices.ContainsFunc(mentions[p.EntityID], func(m graph.MentionSpan) bool { return m.Start >= start && m.End <= end }) {
			count++
		}
	}
	return count
}
