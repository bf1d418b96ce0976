package export

import (
	"fmt"
	"strings"

	"dateline/graph"
)

// When is the time of an event as formats show it.
type When struct {
	// EDTF is the time as exact as the source; zero if it is unknown.
	EDTF graph.EDTF
	// Text is the time in words: "3 July 2025", "in July 2025", "by 10 February 2026".
	Text string
	// From and To bound it; zero where that side is open or unknown.
	From, To graph.Date
	// Note says what is not known; "" for a plain day.
	Note string
}

const unknownTime = "date unknown"

// WhenOf returns a time as formats show it. It is unknown for nil.
func WhenOf(span *graph.TimeSpan) When {
	if span == nil || span.EDTF.IsZero() {
		return When{Text: unknownTime, Note: "no report says when"}
	}
	e := span.EDTF
	w := When{EDTF: e, Text: inWords(e), Note: noteOf(span)}
	if from := e.Earliest(); from != graph.MinDate {
		w.From = from
	}
	if to := e.Latest(); to != graph.MaxDate {
		w.To = to
	}
	return w
}

// Unknown reports whether nothing is known of the time.
func (w When) Unknown() bool { return w.From.IsZero() && w.To.IsZero() }

// Days returns the days to show the event on in a format that knows only days, and how
// that narrows what is known; "" if it does not. The time must not be unknown.
func (w When) Days() (from, to graph.Date, narrowed string) {
	switch {
	case w.From.IsZero():
		return w.To, w.To, "shown on the last possible day; the start is open"
	case w.To.IsZero():
		return w.From, w.From, "shown on the first possible day; the end is open"
	case w.From == w.To && w.Note == "":
		return w.From, w.To, ""
	case w.From == w.To:
		return w.From, w.To, "shown on the day that is given"
	}
	return w.From, w.To, "shown over all days on which it may have been"
}

// precisionNotes say what is known of a time without qualifiers.
var precisionNotes = map[graph.Precision]string{
	graph.PrecisionWeek:     "only the week is known",
	graph.PrecisionMonth:    "only the month is known",
	graph.PrecisionSeason:   "only the season is known",
	graph.PrecisionYear:     "only the year is known",
	graph.PrecisionInterval: "only a span is known",
}

func noteOf(span *graph.TimeSpan) string {
	var notes []string
	switch e := span.EDTF; {
	case span.BoundOnly:
		notes = append(notes, "no report says when; it had happened by then")
	case e.Earliest() == graph.MinDate || e.Latest() == graph.MaxDate:
		notes = append(notes, "one end is open")
	case precisionNotes[e.Precision()] != "":
		notes = append(notes, precisionNotes[e.Precision()])
	}
	if span.EDTF.Approximate() {
		notes = append(notes, "approximate")
	}
	if span.EDTF.Uncertain() {
		notes = append(notes, "uncertain")
	}
	return strings.Join(notes, "; ")
}

// inWords returns a time in English.
func inWords(e graph.EDTF) string {
	from, to, isInterval := strings.Cut(e.String(), "/")
	switch {
	case !isInterval:
		return partInWords(e)
	case e.Precision() == graph.PrecisionWeek:
		return "in the week of " + dayInWords(e.Earliest())
	case from == "..", from == "":
		return "by " + bare(endInWords(to))
	case to == "..", to == "":
		return "from " + bare(endInWords(from)) + " on"
	}
	return "between " + bare(endInWords(from)) + " and " + bare(endInWords(to))
}

// bare drops the preposition of a part.
func bare(text string) string { return strings.TrimPrefix(text, "in ") }

// endInWords returns one end of an interval, which is itself a date.
func endInWords(text string) string {
	end, err := graph.ParseEDTF(text)
	if err != nil { // an end is a date by the grammar
		return text
	}
	return partInWords(end)
}

// partInWords returns a date that is no interval. Other times than days have "in" before
// them, since spreadsheets take "July 2025" for its first day.
func partInWords(e graph.EDTF) string {
	text := datedInWords(e)
	qualifier := ""
	if e.Uncertain() {
		qualifier = "perhaps "
	}
	if e.Approximate() {
		qualifier += "about "
	}
	if e.Precision() == graph.PrecisionDay {
		return qualifier + text
	}
	return "in " + qualifier + text
}

var seasons = map[string]string{"21": "spring", "22": "summer", "23": "autumn", "24": "winter"}

func datedInWords(e graph.EDTF) string {
	first := e.Earliest()
	switch e.Precision() {
	case graph.PrecisionDay:
		return dayInWords(first)
	case graph.PrecisionMonth:
		return fmt.Sprintf("%s %d", first.Month, first.Year)
	case graph.PrecisionSeason:
		_, code, _ := strings.Cut(strings.TrimLeft(e.String(), "-"), "-")
		return fmt.Sprintf("%s %d", seasons[code[:2]], first.Year)
	case graph.PrecisionYear:
		return fmt.Sprint(first.Year)
	}
	return fmt.Sprintf("%d to %d", first.Year, e.Latest().Year) // a decade or a century
}

func dayInWords(d graph.Date) string { return fmt.Sprintf("%d %s %d", d.Day, d.Month, d.Year) }
