package export

import (
	"context"
	"errors"
	"io"
	"runtime"
	"strings"
	"testing"

	"dateline/graph"
)

// An event that many reports tell of has all of them, up to maxCitations, and says how many
// were left out.
func TestManyReports(t *testing.T) {
	for reports, want := range map[int]int{1: 1, reportsAhead + 1: reportsAhead + 1, maxCitations + 7: maxCitations} {
		e := madeUpEvent(1, "Lim", graph.StatusAsserted, nil)
		first := e.Reports.Nodes[0]
		e.Reports.Nodes, e.ReportIDs = nil, nil
		for range reports {
			e.Reports.Nodes = append(e.Reports.Nodes, first)
			e.ReportIDs = append(e.ReportIDs, first.ID)
		}
		f := &fake{events: func(int) *graph.Event { return e }, count: 1}
		found, err := eventPages(f, Query{}, graph.Without{})(t.Context(), "", 1)
		if err != nil {
			t.Fatal(err)
		}
		if row := found.rows[0]; len(row.Citations) != want || row.Omitted != reports-want {
			t.Errorf("of %d reports: %d citations, %d omitted", reports, len(row.Citations), row.Omitted)
		}
	}
}

func TestLimit(t *testing.T) {
	f := everything()
	for _, limit := range []int{1, 7, f.count, 10_000} {
		format, _ := FormatOf("jsonl")
		rows, err := Run(t.Context(), f, Query{Of: KindEvents, Limit: limit}, format, io.Discard, Options{})
		if want := min(limit, f.count); err != nil || rows != want {
			t.Errorf("limit %d: %d rows, %v", limit, rows, err)
		}
	}
}

func TestErrorsEndAnExport(t *testing.T) {
	f := &fake{count: 10 * pageSize, failAfter: 3 * pageSize}
	e := madeUpEvent(1, "Lim", graph.StatusAsserted, nil)
	f.events = func(int) *graph.Event { return e }
	format, _ := FormatOf("gexf")
	rows, err := Run(t.Context(), f, Query{Of: KindEvents}, format, io.Discard, Options{})
	if rows != 3*pageSize || !errors.Is(err, graph.ErrUnavailable) || !strings.Contains(err.Error(), "after 1500 rows") {
		t.Errorf("%d rows, %v", rows, err)
	}
	if _, err := Run(t.Context(), f, Query{Of: KindEntities}, format, io.Discard, Options{}); !errors.Is(err, graph.ErrInvalid) {
		t.Errorf("a format without entities: %v", err)
	}
}

// The writer's error ends the export soon: nothing reads on for a client that is gone.
func TestAWriterThatFails(t *testing.T) {
	for _, format := range formats {
		if !format.Takes(KindEvents) {
			continue
		}
		f := &fake{count: 1_000_000, events: func(i int) *graph.Event { return madeUpEvent(i, "Lim", graph.StatusAsserted, times[1]) }}
		_, err := Run(t.Context(), f, Query{Of: KindEvents}, format, brokenPipe{}, Options{})
		if format.Name == "gexf" { // its nodes alone fill the buffer later than others
			if err == nil {
				t.Errorf("%s: no error", format.Name)
			}
		} else if !errors.Is(err, io.ErrClosedPipe) || len(f.asked) > 3 {
			t.Errorf("%s: %v after %d pages", format.Name, err, len(f.asked))
		}
	}
}

type brokenPipe struct{}

func (brokenPipe) Write([]byte) (int, error) { return 0, io.ErrClosedPipe }

// The memory of an export does not grow with its rows: it is measured at its end, with the
// writer's state alive.
func TestConstantMemory(t *testing.T) {
	rows := 1_000_000
	if testing.Short() {
		rows = 100_000
	}
	for _, name := range []string{"csv", "gexf"} {
		t.Run(name, func(t *testing.T) {
			ctx, cancel := context.WithCancel(t.Context())
			defer cancel()
			prototype := madeUpEvent(0, "Lim", graph.StatusAsserted, times[1])
			f := &fake{count: rows, events: func(int) *graph.Event { return prototype }}
			format, _ := FormatOf(name)
			grown := &heapWatch{every: 1 << 24}
			written, err := Run(ctx, f, Query{Of: KindEvents}, format, grown, Options{})
			if err != nil || written != rows {
				t.Fatalf("%d rows, %v", written, err)
			}
			const allowed = 16 << 20
			if grown.most > allowed {
				t.Errorf("the heap grew by %d MB", grown.most>>20)
			}
		})
	}
}

// heapWatch measures the live heap every so many bytes.
type heapWatch struct {
	every, written int
	base, most     uint64
}

func (h *heapWatch) Write(p []byte) (int, error) {
	before := h.written / h.every
	h.written += len(p)
	if h.written/h.every == before && h.base > 0 {
		return len(p), nil
	}
	runtime.GC()
	var stats runtime.MemStats
	runtime.ReadMemStats(&stats)
	if h.base == 0 {
		h.base = stats.HeapAlloc
	}
	if stats.HeapAlloc > h.base {
		h.most = max(h.most, stats.HeapAlloc-h.base)
	}
	return len(p), nil
}
