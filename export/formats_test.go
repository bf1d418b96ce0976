package export

import (
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	"html"
	"io"
	"strings"
	"testing"

	ical "github.com/arran4/golang-ical"

	"dateline/graph"
)

// Every event of every status and time is in every format with its citation, and with what
// is not exact about its time.
func TestEveryRowIsCited(t *testing.T) {
	f := everything()
	unfold := strings.NewReplacer("\r\n ", "", `\;`, ";", `\,`, ",", `\?`, "?", "&#xA;", " ")
	for _, format := range formats {
		if !format.Takes(KindEvents) || format.Name == "bibtex" { // which has articles, not events
			continue
		}
		t.Run(format.Name, func(t *testing.T) {
			text := html.UnescapeString(unfold.Replace(exported(t, f, KindEvents, format.Name)))
			for i := range f.count {
				e := f.events(i)
				when := WhenOf(e.Time)
				wants := []string{
					fmt.Sprintf("Summary %d of", i), fmt.Sprintf("Quote %d ", i), fmt.Sprintf("Publisher %d", i),
					fmt.Sprintf("news.example/%d?a=1", i), when.Text, when.Note,
				}
				if when.Unknown() {
					wants[5] = "" // "date unknown" says it, and null in JSON lines
				}
				if when.Unknown() && format.Name == "jsonl" {
					wants[4] = `"time":null`
				}
				for _, want := range wants {
					if !strings.Contains(text, want) {
						t.Fatalf("event %d (%v) lacks %q", i, when.EDTF, want)
					}
				}
			}
			for _, status := range graph.Statuses() {
				if !strings.Contains(strings.ToLower(text), strings.ToLower(string(status))) {
					t.Errorf("the status %s is not told", status)
				}
			}
		})
	}
}

// A headline alone never makes a fact of a claim.
func TestHeadlinesTellClaims(t *testing.T) {
	for _, status := range graph.Statuses() {
		e := newEvent(&graph.Event{Summary: "A call.", Status: status}, nil)
		plain := status == graph.StatusAsserted || status == graph.StatusConfirmed
		if got := e.headline(); (got == "A call.") != plain {
			t.Errorf("%s: %q", status, got)
		}
		if calendarStatus[status] == "" {
			t.Errorf("%s has no status in calendars", status)
		}
	}
}

// No cell of a table starts as a formula does, wherever it is split.
func TestFormulasAreInert(t *testing.T) {
	for _, kind := range kinds {
		text := exported(t, everything(), kind, "csv")
		for _, separator := range []rune{',', ';', '\t'} {
			reader := csv.NewReader(strings.NewReader(strings.TrimPrefix(text, "\ufeff")))
			reader.Comma, reader.LazyQuotes, reader.FieldsPerRecord = separator, true, -1
			rows, err := reader.ReadAll()
			if err != nil {
				t.Fatal(err)
			}
			for _, row := range rows {
				for _, cell := range row {
					if startsFormula(cell) {
						t.Errorf("%s split at %q has the cell %q", kind, separator, cell)
					}
				}
			}
		}
	}
}

func TestInertLeavesTheRestAlone(t *testing.T) {
	for _, text := range []string{"", "-12.5", "a - b", "Ana Lim; Otto Lim", "x=y", "2025-07-XX"} {
		if got := inert(text); got != text {
			t.Errorf("%q became %q", text, got)
		}
	}
}

// Spreadsheets take neither form of a month for its first day.
func TestMonthsStayMonths(t *testing.T) {
	month := graph.MustEDTF("2025-07")
	if got := sheetEDTF(month); got != "2025-07-XX" {
		t.Errorf("got %s", got)
	}
	if back := graph.MustEDTF(sheetEDTF(month)); back.Earliest() != month.Earliest() || back.Latest() != month.Latest() {
		t.Errorf("it means %v to %v", back.Earliest(), back.Latest())
	}
}

// JSON lines keep texts as they are.
func TestJSONLinesAreExact(t *testing.T) {
	f := everything()
	for i, line := range strings.Split(strings.TrimSpace(exported(t, f, KindEvents, "jsonl")), "\n") {
		var got jsonEvent
		if err := json.Unmarshal([]byte(line), &got); err != nil {
			t.Fatal(err)
		}
		want := f.events(i)
		if got.Summary != want.Summary || got.Citations[0].Quote != want.Reports.Nodes[0].Quote || got.Status != want.Status {
			t.Errorf("line %d: %+v", i, got)
		}
		if (got.Time == nil) != (want.Time == nil) || got.Time != nil && got.Time.EDTF != want.Time.EDTF {
			t.Errorf("line %d has the time %+v, want %+v", i, got.Time, want.Time)
		}
	}
}

// Hostile names break no format: each is as long as it should be for its own parser.
func TestHostileNamesBreakNothing(t *testing.T) {
	f := everything()
	for _, name := range []string{"graphml", "gexf"} {
		decoder := xml.NewDecoder(strings.NewReader(exported(t, f, KindEvents, name)))
		var nodes, edges int
		for {
			token, err := decoder.Token()
			if errors.Is(err, io.EOF) {
				break
			} else if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			start, _ := token.(xml.StartElement)
			switch start.Name.Local {
			case "node":
				nodes++
			case "edge":
				edges++
			}
		}
		if parties := f.count + len(hostile); nodes != f.count+parties || edges != 4*f.count {
			t.Errorf("%s has %d nodes and %d edges, want %d and %d", name, nodes, edges, f.count+parties, 4*f.count)
		}
	}
	calendar, err := ical.ParseCalendar(strings.NewReader(exported(t, f, KindEvents, "icalendar")))
	if err != nil {
		t.Fatal(err)
	}
	if got := len(calendar.Events()) + len(calendar.Journals()); got != f.count {
		t.Errorf("the calendar has %d entries, want %d", got, f.count)
	}
	for _, e := range calendar.Events() {
		if e.GetProperty("X-EVIL") != nil {
			t.Error("a name became a property")
		}
	}
	timeline, markdown := exported(t, f, KindEvents, "timelinejs"), exported(t, f, KindEvents, "markdown")
	if strings.Contains(timeline, `\u003cscript`) || strings.Contains(timeline, "<") || strings.Contains(timeline, `href=\"javascript`) {
		t.Error("the timeline runs a script")
	}
	if strings.Contains(markdown, "<script") || strings.Contains(strings.ReplaceAll(markdown, `\]`, ""), "](") {
		t.Error("the Markdown has a script or a link that it should not have")
	}
}

// Events without a date are on no made-up day: TimelineJS, which needs one, says where it
// is from, and keeps those without any in the title.
func TestUndatedEventsAreKept(t *testing.T) {
	f := everything()
	var timeline struct {
		Events []timelineSlide
		Title  struct{ Text timelineText }
	}
	if err := json.Unmarshal([]byte(exported(t, f, KindEvents, "timelinejs")), &timeline); err != nil {
		t.Fatal(err)
	}
	var shown, titled int
	for _, slide := range timeline.Events {
		if strings.Contains(slide.DisplayDate, "date unknown; shown on the day of its first report, 11 February 2026") {
			shown++
		}
	}
	titled = strings.Count(timeline.Title.Text.Text, "(date unknown)")
	if undated := len(hostile); shown+titled != undated || shown == 0 || titled == 0 || len(timeline.Events)+titled != f.count {
		t.Errorf("of %d undated events %d are shown and %d are in the title; %d slides of %d events", undated, shown, titled, len(timeline.Events), f.count)
	}
}

// Entities and articles are cited by exact lines of an article.
func TestEntitiesAndArticlesAreCited(t *testing.T) {
	f := everything()
	for _, kind := range []Kind{KindEntities, KindArticles} {
		for _, line := range strings.Split(strings.TrimSpace(exported(t, f, kind, "jsonl")), "\n") {
			var row struct{ Citation Citation }
			if err := json.Unmarshal([]byte(line), &row); err != nil {
				t.Fatal(err)
			}
			text := []rune(f.articles[0].Text)
			if c := row.Citation; c.Quote == "" || c.Quote != string(text[c.Start:c.End]) || c.ArticleID == "" || c.URL == "" {
				t.Errorf("%s: %+v", kind, c)
			}
		}
		for _, format := range formats {
			if format.Takes(kind) && len(exported(t, f, kind, format.Name)) < 1000 {
				t.Errorf("%s as %s is empty", kind, format.Name)
			}
		}
	}
}

// BibTeX has each article once.
func TestBibTeXHasEachArticleOnce(t *testing.T) {
	f := everything()
	text := exported(t, f, KindEvents, "bibtex") + exported(t, f, KindArticles, "bibtex")
	if got, want := strings.Count(text, "@online{"), f.count+len(f.articles); got != want {
		t.Errorf("%d entries, want %d", got, want)
	}
	if strings.Count(text, "{")-strings.Count(text, `\{`) != strings.Count(text, "}")-strings.Count(text, `\}`) {
		t.Error("the braces do not match")
	}
}
