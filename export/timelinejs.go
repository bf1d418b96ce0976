package export

import (
	"bufio"
	"encoding/json"
	"html"
	"io"
	"strings"

	"dateline/graph"
)

// timelineJS writes {"events": […], "title": {…}} of TimelineJS 3. That format requires a
// date of each event: one without is shown on the day of its first report, and says so;
// if that is unknown too, it is told in the title slide.
type timelineJS struct {
	w       *bufio.Writer
	options Options
	first   bool
	undated spill
}

func newTimelineEvents(w *bufio.Writer, o Options) sink[*Event] {
	return timelineEvents{&timelineJS{w: w, options: o, first: true}}
}

func newTimelineArticles(w *bufio.Writer, o Options) sink[*Article] {
	return timelineArticles{&timelineJS{w: w, options: o, first: true}}
}

type timelineSlide struct {
	ID          string        `json:"unique_id"`
	Start       timelineDate  `json:"start_date"`
	End         *timelineDate `json:"end_date,omitempty"`
	DisplayDate string        `json:"display_date"`
	Group       string        `json:"group,omitempty"`
	Text        timelineText  `json:"text"`
}

type timelineText struct {
	Headline string `json:"headline"`
	Text     string `json:"text"`
}

type timelineDate struct {
	Year  int `json:"year"`
	Month int `json:"month,omitempty"`
	Day   int `json:"day,omitempty"`
}

func (t *timelineJS) begin() error {
	_, err := t.w.WriteString(`{"events":[`)
	return err
}

func (t *timelineJS) slide(s timelineSlide) error {
	if !t.first {
		_ = t.w.WriteByte(',')
	}
	t.first = false
	return encodeJSON(t.w, s)
}

// encodeJSON writes a value with < and > escaped, so that a page may hold it in a script.
func encodeJSON(w io.Writer, value any) error {
	text, err := json.Marshal(value)
	if err != nil {
		return err
	}
	_, err = w.Write(append(text, '\n'))
	return err
}

// end writes the title with the undated events, whose text is JSON without its quotes.
func (t *timelineJS) end() error {
	title := t.options.Title
	if title == "" {
		title = "Dateline"
	}
	headline, err := json.Marshal(html.EscapeString(title))
	if err != nil {
		return err
	}
	_, _ = t.w.WriteString(`],"title":{"text":{"headline":` + string(headline) + `,"text":"`)
	if err := t.undated.copyTo(t.w); err != nil {
		return err
	}
	_, err = t.w.WriteString("\"}}}\n")
	return err
}

// Close removes the temporary file.
func (t *timelineJS) Close() error { return t.undated.Close() }

// tell adds a paragraph to the title's text.
func (t *timelineJS) tell(text string) error {
	quoted, err := json.Marshal(text)
	if err != nil {
		return err
	}
	_, err = t.undated.WriteString(string(quoted[1 : len(quoted)-1]))
	return err
}

type timelineEvents struct{ *timelineJS }

func (t timelineEvents) row(e *Event) error {
	slide := timelineSlide{
		ID: e.ID, DisplayDate: e.When.Text, Group: groupOf(e), Text: timelineText{html.EscapeString(e.headline()), eventHTML(e)},
	}
	if !e.When.Unknown() {
		slide.Start, slide.End = timelineDates(e.When)
		if e.When.Note != "" {
			slide.DisplayDate += " (" + e.When.Note + ")"
		}
		return t.slide(slide)
	}
	day := firstPublished(e.Citations)
	if day.IsZero() {
		return t.tell("<p><b>" + slide.Text.Headline + "</b> (" + unknownTime + ")</p>" + slide.Text.Text)
	}
	slide.Start = timelineDate{day.Year, int(day.Month), day.Day}
	slide.DisplayDate = unknownTime + "; shown on the day of its first report, " + dayInWords(day)
	return t.slide(slide)
}

// groupOf is the row of the timeline that an event is in.
func groupOf(e *Event) string {
	if e.Means == graph.MeansNone || e.Means == graph.MeansUnspecified {
		return strings.ToLower(string(e.Type))
	}
	return strings.ToLower(string(e.Means))
}

// timelineDates uses that TimelineJS knows months and years as such.
func timelineDates(w When) (timelineDate, *timelineDate) {
	from, to, _ := w.Days()
	switch w.EDTF.Precision() {
	case graph.PrecisionMonth:
		return timelineDate{Year: from.Year, Month: int(from.Month)}, nil
	case graph.PrecisionYear:
		return timelineDate{Year: from.Year}, nil
	}
	start := timelineDate{from.Year, int(from.Month), from.Day}
	if from == to {
		return start, nil
	}
	return start, &timelineDate{to.Year, int(to.Month), to.Day}
}

// firstPublished returns the earliest day on which a citation was published.
func firstPublished(citations []Citation) graph.Date {
	var first graph.Date
	for _, c := range citations {
		if !c.Published.IsZero() && (first.IsZero() || c.Published.Before(first)) {
			first = c.Published
		}
	}
	return first
}

// eventHTML returns the parties and citations of an event.
func eventHTML(e *Event) string {
	var out strings.Builder
	out.WriteString("<p>" + html.EscapeString(strings.Join(e.parties(), "; ")) + " — " + strings.ToLower(string(e.Status)) + "</p>")
	for _, c := range e.Conflicts {
		out.WriteString("<p>Conflict: " + html.EscapeString(c.Explanation) + "</p>")
	}
	for _, c := range e.Citations {
		out.WriteString(citationHTML(c))
	}
	return out.String()
}

// citationHTML returns a citation with a link to its article.
func citationHTML(c Citation) string {
	said := ""
	if len(c.SaidBy) > 0 {
		said = html.EscapeString(strings.Join(c.SaidBy, ", ")) + ", in: "
	}
	source := c
	source.URL = ""
	text := said + html.EscapeString(source.source())
	if link := safeLink(c.URL); link != "" {
		text += `, <a href="` + html.EscapeString(link) + `">` + html.EscapeString(link) + "</a>"
	} else if c.URL != "" {
		text += ", " + html.EscapeString(c.URL)
	}
	return "<blockquote>" + html.EscapeString(c.Quote) + "</blockquote><p>" + text + "</p>"
}

type timelineArticles struct{ *timelineJS }

func (t timelineArticles) row(a *Article) error {
	headline, text := html.EscapeString(a.Title), citationHTML(a.Citation)
	if a.Published.IsZero() {
		return t.tell("<p><b>" + headline + "</b> (" + unknownTime + ")</p>" + text)
	}
	day := a.Published
	return t.slide(timelineSlide{
		ID: a.ID, Start: timelineDate{day.Year, int(day.Month), day.Day}, DisplayDate: dayInWords(day), Group: a.Publisher,
		Text: timelineText{headline, text},
	})
}
