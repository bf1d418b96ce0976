package read

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	"dateline/graph"
	"dateline/graph/neo4j/internal/mapping"
	"dateline/graph/storekit"
)

// A brief is a list of lists of texts: the event, its participants, the IDs of its
// reports, its parties, and then each of its first reports with its article. Each list
// begins with PartMark, and each text with TextMark: separators of ASCII, which are rare
// in texts. An event with a text that contains one has no brief.
const (
	PartMark = "\x1e"
	TextMark = "\x1f"
	// noTime stands for the EDTF of an event without a time.
	noTime = "-"
	// trueText is how Cypher writes a truth value.
	trueText = "true"
)

// readText reads a brief.
func (f *filling) readText(brief string) error {
	parts := strings.Split(brief, PartMark)
	if len(parts) < 5 || parts[0] != "" {
		return fmt.Errorf("%w: brief %.80q", graph.ErrCorrupt, brief)
	}
	event := textsOf(parts[1])
	e := event.event()
	if event.err != nil {
		return event.err
	}
	participants := textsOf(parts[2])
	e.Participants, e.ReportIDs = storekit.ReadParticipants(participants), textsOf(parts[3]).left
	if participants.err != nil {
		return participants.err
	}
	f.events[e.ID] = e
	for _, party := range textsOf(parts[4]).left {
		if err := f.addParty(party); err != nil {
			return err
		}
	}
	for _, part := range parts[5:] {
		texts := textsOf(part)
		f.addReport(e, texts.report(), texts.article())
		if texts.err != nil {
			return texts.err
		}
	}
	return nil
}

// texts reads the texts of a list, one after the other.
type texts struct {
	left []string
	err  error
}

func textsOf(part string) *texts {
	if part == "" {
		return new(texts)
	}
	return &texts{left: strings.Split(strings.TrimPrefix(part, TextMark), TextMark)}
}

func (t *texts) text() string {
	if len(t.left) == 0 {
		t.fault(errors.New("too few texts"))
		return ""
	}
	text := t.left[0]
	t.left = t.left[1:]
	return text
}

func (t *texts) fault(err error) {
	if t.err == nil && err != nil {
		t.err = fmt.Errorf("%w: brief: %s", graph.ErrCorrupt, err.Error()) // not %w, as in storekit's Fault
	}
}

// Texts returns the rest of the list.
func (t *texts) Texts() []string { return t.left }

// Fault notes that the brief is damaged.
func (t *texts) Fault(format string, args ...any) { t.fault(fmt.Errorf(format, args...)) }

func (t *texts) count() int {
	count, err := strconv.Atoi(t.text())
	t.fault(err)
	return count
}

func (t *texts) day() graph.Date {
	var d graph.Date
	t.fault(d.UnmarshalText([]byte(t.text())))
	return d
}

func (t *texts) span() *graph.TimeSpan {
	edtf, text, anchor, bound := t.text(), t.text(), t.day(), t.text() == trueText
	if edtf == noTime {
		return nil
	}
	when, err := mapping.SpanOf(edtf, text, anchor, bound)
	t.fault(err)
	return when
}

func (t *texts) event() *graph.Event {
	return &graph.Event{
		ID: t.text(), Block: t.text(), Type: graph.EventType(t.text()), Means: graph.Means(t.text()), Status: graph.Status(t.text()),
		Summary: t.text(), Time: t.span(), PlaceID: t.text(), ArticleCount: t.count(), PublisherCount: t.count(),
	}
}

func (t *texts) report() *graph.Report {
	return &graph.Report{ID: t.text(), Status: graph.Status(t.text()), Quote: t.text(), Start: t.count(), End: t.count()}
}

func (t *texts) article() *graph.Article {
	return &graph.Article{ID: t.text(), URL: t.text(), Title: t.text(), Publisher: t.text(), Published: t.day()}
}
