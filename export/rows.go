package export

import (
	"strings"
	"unicode"

	"dateline/graph"
)

// Event is an event with its citations.
type Event struct {
	*graph.Event
	When When
	// Citations are in the order of the event's reports.
	Citations []Citation
	// Omitted is how many further reports the event has; see maxCitations.
	Omitted int
}

// Entity is a person, organization or place and where an article names it.
type Entity struct {
	graph.Entity
	// Citation is nil if no article mentions it by any words.
	Citation *Citation
}

// Article is an article with the beginning of its text as its citation.
type Article struct {
	*graph.Article
	Citation Citation
}

// Citation is where a row comes from.
type Citation struct {
	ReportID string       `json:"reportId,omitempty"`
	Status   graph.Status `json:"status,omitempty"`
	// Quote is the article's text from Start to End, in code points, End excluded.
	Quote string `json:"quote"`
	Start int    `json:"start"`
	End   int    `json:"end"`
	// SaidBy are those on whose word the article says it.
	SaidBy    []string   `json:"saidBy,omitempty"`
	Publisher string     `json:"publisher,omitempty"`
	Title     string     `json:"title,omitempty"`
	Byline    string     `json:"byline,omitempty"`
	Published graph.Date `json:"published"`
	URL       string     `json:"url,omitempty"`
	ArticleID string     `json:"articleId"`
	// SourceKind is what kind of thing the quote stands in; "" if the format does not show it.
	SourceKind graph.SourceKind `json:"sourceKind,omitempty"`
	// Confidence is from 0 to 1; 0 if the format does not show it.
	Confidence float64 `json:"confidence,omitempty"`
}

// newEvent makes the row of an event from its reports.
func newEvent(e *graph.Event, reports []*graph.Report) *Event {
	row := &Event{Event: e, When: WhenOf(e.Time), Citations: make([]Citation, len(reports))}
	for i, r := range reports {
		row.Citations[i] = citationOf(r)
	}
	row.Omitted = max(0, len(e.ReportIDs)-len(reports))
	return row
}

func citationOf(r *graph.Report) Citation {
	c := cite(r.Article)
	c.ReportID, c.Status, c.Quote, c.Start, c.End, c.Confidence = r.ID, r.Status, r.Quote, r.Start, r.End, r.Confidence
	c.SourceKind = r.SourceKind()
	for _, source := range r.AttributedTo {
		c.SaidBy = append(c.SaidBy, graph.ProfileOf(source).Name)
	}
	return c
}

// cite fills what a citation has of its article.
func cite(a *graph.Article) Citation {
	if a == nil {
		return Citation{}
	}
	return Citation{
		Publisher: a.Publisher, Title: a.Title, Byline: a.Byline, Published: a.Published, URL: a.URL, ArticleID: a.ID,
	}
}

// maxExcerpt is the length of the longest excerpt, in code points (judgement: a long
// sentence).
const maxExcerpt = 300

// around returns the bounds of the line around a part of a text, cut to maxExcerpt.
func around(text []rune, start, end int) (from, to int) {
	from, to = start, end
	for from > 0 && text[from-1] != '\n' && to-from < maxExcerpt {
		from--
	}
	for to < len(text) && text[to] != '\n' && to-from < maxExcerpt {
		to++
	}
	return from, to
}

// newArticle makes the row of an article, with the first line of its text as the quote.
func newArticle(a *graph.Article) *Article {
	row := &Article{Article: a, Citation: cite(a)}
	text := []rune(a.Text)
	start := 0
	for start < len(text) && strings.ContainsRune(" \t\r\n", text[start]) {
		start++
	}
	if start < len(text) {
		from, to := around(text, start, start)
		row.Citation.Quote, row.Citation.Start, row.Citation.End = string(text[from:to]), from, to
	}
	return row
}

// nameOf returns the name of an entity, "" for none.
func nameOf(e graph.Entity) string {
	if e == nil {
		return ""
	}
	return graph.ProfileOf(e).Name
}

// placeName returns the name of the event's place, "" if it has none.
func (e *Event) placeName() string {
	if e.Place == nil {
		return ""
	}
	return e.Place.Name
}

// topics are the words that tell what the event was about.
func (e *Event) topics() []string {
	topics := make([]string, len(e.About))
	for i, passage := range e.About {
		topics[i] = passage.Text
	}
	return topics
}

// claimed is how an event's status is told where a reader could take it for a fact; "" for
// events that took place.
var claimed = map[graph.Status]string{
	graph.StatusDenied:       "Denied",
	graph.StatusPlanned:      "Planned",
	graph.StatusRequested:    "Requested",
	graph.StatusHypothetical: "Hypothetical",
	graph.StatusDisputed:     "Disputed",
}

// headline is the event's summary, with its status in front where it did not plainly take
// place: a list that shows only headlines must not make a fact of a claim.
func (e *Event) headline() string {
	if claim := claimed[e.Status]; claim != "" {
		return claim + ": " + e.Summary
	}
	return e.Summary
}

// parties returns the event's participants in words: "Ana Lim (INITIATOR, for Oman)".
func (e *Event) parties() []string {
	parties := make([]string, len(e.Participants))
	for i, p := range e.Participants {
		parties[i] = nameOf(p.Entity) + " (" + string(p.Role)
		if behalf := nameOf(p.OnBehalfOf); behalf != "" {
			parties[i] += ", for " + behalf
		}
		parties[i] += ")"
	}
	return parties
}

// String returns a citation as running text: the quote, who said it, and the source.
func (c Citation) String() string {
	text := "“" + oneLine(c.Quote) + "”"
	if len(c.SaidBy) > 0 {
		text += " (" + oneLine(strings.Join(c.SaidBy, ", ")) + ")"
	}
	return text + " — " + c.source()
}

// source returns the publisher, title, day and URL of a citation.
func (c Citation) source() string {
	parts := make([]string, 0, 4)
	if c.Publisher != "" {
		parts = append(parts, oneLine(c.Publisher))
	}
	if c.Title != "" {
		parts = append(parts, "“"+oneLine(c.Title)+"”")
	}
	parts = append(parts, c.published())
	if c.URL != "" {
		parts = append(parts, oneLine(c.URL))
	}
	return strings.Join(parts, ", ")
}

// published returns the day of publication in words.
func (c Citation) published() string {
	if c.Published.IsZero() {
		return "no date"
	}
	return dayInWords(c.Published)
}

// oneLine replaces each run of white space by a space.
func oneLine(text string) string {
	if isOneLine(text) {
		return text
	}
	return strings.Join(strings.Fields(text), " ")
}

// isOneLine reports whether a text has single spaces between words and no other white
// space: that of most quotes and names, which need no copy then.
func isOneLine(text string) bool {
	before := ' '
	for _, r := range text {
		if r == ' ' && before == ' ' || r != ' ' && unicode.IsSpace(r) {
			return false
		}
		before = r
	}
	return text == "" || before != ' '
}
