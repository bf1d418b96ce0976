package export

import (
	"bufio"
	"fmt"
	"slices"
	"strings"
	"time"

	"dateline/graph"
	"dateline/terminal"
)

// Kind is what the rows of an export are.
type Kind string

// The kinds of rows.
const (
	KindEvents   Kind = "events"
	KindEntities Kind = "entities"
	KindArticles Kind = "articles"
)

var kinds = []Kind{KindEvents, KindEntities, KindArticles}

// Kinds lists the kinds of rows.
func Kinds() []Kind { return slices.Clone(kinds) }

// Format is a form of output.
type Format struct {
	// Name is what users ask for, such as csv.
	Name string
	// MediaType is the HTTP content type.
	MediaType string
	// Extension of files, with its dot.
	Extension string
	// Summary is one line for help texts.
	Summary string

	// without is what the format does not show.
	without graph.Without
	// The constructors are nil for kinds of rows that the format cannot express.
	events   func(*bufio.Writer, Options) sink[*Event]
	entities func(*bufio.Writer, Options) sink[*Entity]
	articles func(*bufio.Writer, Options) sink[*Article]
}

// Options of an export. The zero value is usable.
type Options struct {
	// Title names the export, in formats that have a title.
	Title string
	// Screen is where it is read, for the table; its zero value is a file.
	Screen terminal.Screen
	// Now is when the export was made, for formats that need it.
	Now time.Time
	// PageTimeout is how long the store may take for one page; 0 for no limit. The whole
	// export may take any time.
	PageTimeout time.Duration
	// BeforePage, if set, is called before each page is waited for and written.
	BeforePage func()
}

// sink writes rows of one kind in one format: begin, any number of rows, end.
type sink[T any] interface {
	begin() error
	row(T) error
	end() error
}

// What formats need not have read: notShown by any of them, and, where parties are names
// alone and articles have no byline, the rest of those too.
var (
	notShown   = graph.Without{ReportParties: true, ReportDetails: true}
	namesShown = graph.Without{ReportParties: true, ReportDetails: true, ArticleDetails: true, EntityDetails: true}
)

// formats are in the order of help texts.
var formats = []Format{
	{Name: "jsonl", MediaType: "application/x-ndjson; charset=utf-8", Extension: ".jsonl",
		Summary: "JSON lines: one object a line, with everything that is known",
		without: notShown,
		events:  newJSONEvents, entities: newJSONEntities, articles: newJSONArticles},
	{Name: "csv", MediaType: "text/csv; charset=utf-8; header=present", Extension: ".csv",
		Summary: "table for spreadsheets: one line a report, formulas inert",
		without: namesShown,
		events:  newCSVEvents, entities: newCSVEntities, articles: newCSVArticles},
	{Name: "table", MediaType: "text/plain; charset=utf-8", Extension: ".txt",
		Summary: "text to read: each contact with its quotes and their sources",
		without: namesShown,
		events:  newTableEvents},
	{Name: "timelinejs", MediaType: "application/json; charset=utf-8", Extension: ".json",
		Summary: "JSON for Knight Lab's TimelineJS 3",
		without: namesShown,
		events:  newTimelineEvents, articles: newTimelineArticles},
	{Name: "icalendar", MediaType: "text/calendar; charset=utf-8", Extension: ".ics",
		Summary: "iCalendar for calendar programs; undated events are journal entries",
		without: namesShown,
		events:  newCalendarEvents},
	{Name: "graphml", MediaType: "application/graphml+xml; charset=utf-8", Extension: ".graphml",
		Summary: "GraphML for yEd, Cytoscape, igraph and networkx: parties and events are nodes",
		without: graph.Without{ReportParties: true, ReportDetails: true, ArticleDetails: true},
		events:  newGraphML},
	{Name: "gexf", MediaType: "application/gexf+xml; charset=utf-8", Extension: ".gexf",
		Summary: "GEXF for Gephi and networkx, with a time axis",
		without: graph.Without{ReportParties: true, ReportDetails: true, ArticleDetails: true},
		events:  newGEXF},
	{Name: "ftm", MediaType: "application/x-ndjson; charset=utf-8", Extension: ".ftm.json",
		Summary: "FollowTheMoney entities for OpenAleph, a JSON object a line",
		without: notShown,
		events:  newFTMEvents, entities: newFTMEntities, articles: newFTMArticles},
	{Name: "markdown", MediaType: "text/markdown; charset=utf-8", Extension: ".md",
		Summary: "Markdown with a footnote for each quote",
		without: namesShown,
		events:  newMarkdownEvents, entities: newMarkdownEntities, articles: newMarkdownArticles},
	{Name: "bibtex", MediaType: "application/x-bibtex; charset=utf-8", Extension: ".bib",
		Summary: "BibTeX: the articles that are cited, each once",
		without: graph.Without{Conflicts: true, EventDetails: true, ReportParties: true, ReportSources: true, ReportDetails: true, EntityDetails: true},
		events:  newBibTeXEvents, articles: newBibTeXArticles},
}

// Formats lists the formats.
func Formats() []Format { return slices.Clone(formats) }

// FormatOf returns the format of a name. The error, for a name that no format has, wraps
// graph.ErrInvalid and lists the names.
func FormatOf(name string) (Format, error) {
	var names []string
	for _, f := range formats {
		if f.Name == name {
			return f, nil
		}
		names = append(names, f.Name)
	}
	return Format{}, fmt.Errorf("%w: there is no format %.40q; the formats are %s", graph.ErrInvalid, name, strings.Join(names, ", "))
}

// Takes reports whether the format can express rows of a kind.
func (f Format) Takes(kind Kind) bool {
	switch kind {
	case KindEvents:
		return f.events != nil
	case KindEntities:
		return f.entities != nil
	case KindArticles:
		return f.articles != nil
	}
	return false
}
