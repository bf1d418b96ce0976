package export

import (
	"bufio"
	"strings"
	"time"

	ical "github.com/arran4/golang-ical"

	"dateline/graph"
)

// calendar writes RFC 5545, component by component. An event without any date is a
// VJOURNAL, which needs none; all others are VEVENTs over whole days.
type calendar struct {
	w       *bufio.Writer
	options Options
	config  *ical.SerializationConfiguration
}

func newCalendarEvents(w *bufio.Writer, o Options) sink[*Event] {
	if o.Now.IsZero() {
		o.Now = time.Unix(0, 0)
	}
	const lineLength = 75 // bytes, of RFC 5545
	return calendar{w, o, &ical.SerializationConfiguration{
		MaxLength: lineLength, NewLine: "\r\n", PropertyMaxLength: lineLength,
	}}
}

func (c calendar) begin() error {
	head := ical.NewCalendarFor("Dateline")
	head.SetVersion("2.0")
	if c.options.Title != "" {
		head.SetXWRCalName(plain(c.options.Title))
	}
	text := head.Serialize(ical.WithNewLineWindows)
	_, err := c.w.WriteString(strings.TrimSuffix(text, "END:VCALENDAR\r\n"))
	return err
}

func (c calendar) end() error {
	_, err := c.w.WriteString("END:VCALENDAR\r\n")
	return err
}

func (c calendar) row(e *Event) error {
	if e.When.Unknown() {
		journal := ical.NewJournal(e.ID + "@dateline")
		c.fill(&journal.ComponentBase, e, "")
		return journal.SerializeTo(c.w, c.config)
	}
	from, to, narrowed := e.When.Days()
	event := ical.NewEvent(e.ID + "@dateline")
	c.fill(&event.ComponentBase, e, narrowed)
	event.SetAllDayStartAt(from.Time())
	event.SetAllDayEndAt(to.AddDays(1).Time()) // the first day after it
	event.SetTimeTransparency(ical.TransparencyTransparent)
	event.SetProperty(ical.ComponentPropertyStatus, calendarStatus[e.Status])
	return event.SerializeTo(c.w, c.config)
}

// calendarStatus has what iCalendar knows of whether an event takes place.
var calendarStatus = map[graph.Status]string{
	graph.StatusAsserted:     "CONFIRMED",
	graph.StatusConfirmed:    "CONFIRMED",
	graph.StatusDenied:       "CANCELLED",
	graph.StatusPlanned:      "TENTATIVE",
	graph.StatusRequested:    "TENTATIVE",
	graph.StatusHypothetical: "TENTATIVE",
	graph.StatusDisputed:     "TENTATIVE",
}

// fill sets what entries of both kinds have.
func (c calendar) fill(entry *ical.ComponentBase, e *Event, narrowed string) {
	entry.SetDtStampTime(c.options.Now)
	summary := e.headline()
	if narrowed != "" && !strings.Contains(summary, e.When.Text) {
		summary += " [" + e.When.Text + "]"
	}
	entry.SetSummary(plain(summary))
	entry.SetDescription(plain(describe(e, narrowed)))
	if place := e.placeName(); place != "" {
		entry.SetProperty(ical.ComponentPropertyLocation, plain(place))
	}
	for _, category := range []string{string(e.Type), string(e.Means), string(e.Status)} {
		if category != "" {
			entry.AddProperty(ical.ComponentPropertyCategories, category)
		}
	}
	if len(e.Citations) > 0 {
		if link := safeLink(e.Citations[0].URL); link != "" {
			entry.SetProperty(ical.ComponentPropertyUrl, link)
		}
	}
	if !e.When.EDTF.IsZero() {
		entry.AddProperty("X-DATELINE-EDTF", e.When.EDTF.String())
	}
}

// describe tells what an entry's other fields cannot: how exact its time is, and its
// citations.
func describe(e *Event, narrowed string) string {
	lines := []string{"Time: " + e.When.Text}
	if e.When.Note != "" {
		lines[0] += " (" + e.When.Note + ")"
	}
	if narrowed != "" {
		lines = append(lines, "This entry is "+narrowed+".")
	}
	lines = append(lines, "Status: "+strings.ToLower(string(e.Status)), "Parties: "+strings.Join(e.parties(), "; "))
	for _, conflict := range e.Conflicts {
		lines = append(lines, "Conflict: "+conflict.Explanation)
	}
	for _, c := range e.Citations {
		lines = append(lines, c.String())
	}
	return strings.Join(lines, "\n")
}

// plain drops the control characters that a line of iCalendar may not have.
func plain(text string) string {
	text = strings.ReplaceAll(text, "\r\n", "\n")
	return strings.Map(func(r rune) rune {
		if r < ' ' && r != '\n' && r != '\t' || r == 0x7f {
			return -1
		}
		return r
	}, text)
}
