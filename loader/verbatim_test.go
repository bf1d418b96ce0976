package loader

import (
	"strings"
	"testing"

	"dateline/graph"
	"dateline/loader/read"
)

func TestKeepVerbatim(t *testing.T) {
	// The source reads: The ministry [told](#) us today that Ana met Bo. Ana [thanked](#) Bo.
	text := "The ministry told us today that Ana met Bo. Ana thanked Bo."
	origin := read.Origin{
		{Start: 0, End: 13, SourceStart: 0, SourceEnd: 13},
		{Start: 13, End: 17, SourceStart: 14, SourceEnd: 18},
		{Start: 17, End: 48, SourceStart: 22, SourceEnd: 53},
		{Start: 48, End: 55, SourceStart: 54, SourceEnd: 61},
		{Start: 55, End: 59, SourceStart: 65, SourceEnd: 69},
	}
	member := func(name string) graph.Member {
		m := graph.Member{ID: name, Name: name}
		for at := 0; ; at++ {
			next := strings.Index(text[at:], name)
			if next < 0 {
				return m
			}
			at += next
			m.Mentions = append(m.Mentions, graph.MentionSpan{Text: name, Start: at, End: at + len(name)})
		}
	}
	report := func(start, end int) graph.Report {
		return graph.Report{Start: start, End: end, Quote: text[start:end], Participants: []graph.Participation{{EntityID: "Ana"}, {EntityID: "Bo"}}}
	}
	batch := &graph.Batch{Article: graph.Article{Text: text}, Members: []graph.Member{member("Ana"), member("Bo")}, Reports: []graph.Report{report(0, 43), report(44, 59)}}
	alone := report(0, 43)
	alone.Participants = alone.Participants[:1]
	batch.Reports = append(batch.Reports, alone)
	keepVerbatim(batch, origin)
	if got := batch.Reports[2].Quote; got != text[:43] {
		t.Errorf("one party alone, and yet the quote is %q", got)
	}
	if got := batch.Reports[0].Quote; got != "Ana met Bo." {
		t.Errorf("quote %q", got)
	}
	if got := batch.Reports[1].Quote; got != "Ana thanked Bo." {
		t.Errorf("no piece names both, and yet the quote is %q", got)
	}
}
