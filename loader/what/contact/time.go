package contact

import (
	"slices"
	"strings"
	"time"

	"dateline/graph"
	"dateline/loader/grammar"
	"dateline/loader/what/evidence"
)

// timeOf returns the time of a contact: the one that its clause names, or else the day
// that the text is telling of. It is unplaced if the clause names a time that cannot be
// placed, such as a day of an unknown year.
func timeOf(a *evidence.Article, c *draft) (time *graph.TimeSpan, unplaced bool) {
	if c.again > 0 {
		time = timeOfAgain(a, c)
		return time, time == nil
	}
	if time := evidence.TimeOf(a, c.asTrigger()); time != nil {
		return time, false
	}
	if evidence.IsUnplaced(a, c.asTrigger()) {
		return nil, true
	}
	return timeFromNarrative(a, c), false
}

// isOfAsking reports whether the time of a contact that is only asked for is that of the
// asking: "on 3 May Lim called on Chad to resume talks with Okoro".
func isOfAsking(a *evidence.Article, c *draft) bool {
	if c.time == nil || c.status != graph.StatusRequested {
		return false
	}
	for i := a.Segment(c.trigger).Start; i < a.Segment(c.trigger).End; i++ {
		time := a.TimeAt(i)
		if time == nil || time.Span.Start != i || time.EDTF != c.time.EDTF {
			continue
		}
		verb := a.VerbAbove(i)
		return verb >= 0 && verb != c.trigger && verb != c.carrier && slices.ContainsFunc(grammar.Governors(a.Parse, c.trigger, nil), func(g grammar.Governor) bool { return g.Token == verb })
	}
	return false
}

// timeFromNarrative returns the time of a contact whose own clause has none: the day of
// which the text is telling, for the simple past and for "earlier in the day"; the day of
// publication for what is happening as it is written. Nil if there is no such day.
func timeFromNarrative(a *evidence.Article, c *draft) *graph.TimeSpan {
	if modeOf(c.status) != graph.StatusAsserted {
		return nil
	}
	if isGoingOn(a, c) && !a.Published.IsZero() {
		return evidence.PublicationDay(a, "")
	}
	if part := evidence.PartOfDay(a, c.trigger); part != "" {
		if day := orElse(evidence.NarratedDay(a, c.trigger, false), evidence.StoryDay(a, c.trigger, c.all())); day != nil {
			return day
		}
		if day := evidence.NarratedDay(a, c.trigger, true); day != nil {
			return day
		}
		if !a.Published.IsZero() {
			return evidence.PublicationDay(a, part)
		}
	}
	if !evidence.IsNarrated(a, c.asTrigger()) || evidence.HasTime(a, c.trigger) {
		return nil
	}
	if day := orElse(evidence.NarratedDay(a, c.trigger, false), evidence.StoryDay(a, c.trigger, c.all())); day != nil {
		return day
	}
	if evidence.IsLead(a, c.trigger) && !a.Published.IsZero() {
		return evidence.PublicationDay(a, "(day of publication)")
	}
	return nil
}

// stillToCome returns the time of a contact, moved on by a week where it is a weekday before
// publication that its clause leaves open and the contact is only to come: "preparations are
// under way for a meeting on Friday". Tenses of the past leave it: "was to meet on Friday".
func stillToCome(a *evidence.Article, c *draft) *graph.TimeSpan {
	if c.time == nil || a.Published.IsZero() || c.time.Precision() != graph.PrecisionDay || !isWeekday(c.time.Text) {
		return c.time
	}
	day := c.time.Earliest()
	if !day.Before(a.Published) || a.Published.DaysSince(day) >= daysOfWeek || !isAhead(a, c) {
		return c.time
	}
	moved := *c.time
	moved.EDTF = graph.EDTFDay(day.AddDays(daysOfWeek))
	return &moved
}

const daysOfWeek = 7

// weekdays are their names, in lower case.
var weekdays = func() map[string]bool {
	names := map[string]bool{}
	for day := range time.Weekday(daysOfWeek) {
		names[strings.ToLower(day.String())] = true
	}
	return names
}()

// isWeekday reports whether a time is written as a weekday and no more than a part of it: "on
// Friday evening", not "last Friday" or "Friday, 3 May".
func isWeekday(text string) bool {
	words := strings.Fields(strings.ToLower(text))
	if len(words) > 0 && words[0] == "on" {
		words = words[1:]
	}
	return len(words) > 0 && len(words) < 3 && weekdays[words[0]] && !strings.ContainsAny(text, "0123456789,")
}

// isAhead reports whether a contact is planned, or asked for in the present perfect, and no verb
// above it tells of the past.
func isAhead(a *evidence.Article, c *draft) bool {
	switch c.status {
	case graph.StatusPlanned:
	case graph.StatusRequested:
		if c.noun != nil || !a.HasChild(c.trigger, "has", "have") {
			return false
		}
	default:
		return false
	}
	for verb := c.carrier; verb >= 0; verb = a.VerbAbove(verb) {
		if a.Tag(verb) == "VBD" || slices.ContainsFunc(a.Children(verb, "aux", "auxpass"), func(child int) bool { return a.Tag(child) == "VBD" }) {
			return false
		}
	}
	return true
}

// toldOn returns the day before publication on which somebody said that a contact had
// taken place, "on 3 May Lim confirmed that she had met Okoro"; zero if no such day is
// named.
func toldOn(a *evidence.Article, c *draft) graph.Date {
	if modeOf(c.status) != graph.StatusAsserted {
		return graph.Date{}
	}
	speech := tellingOf(a, c)
	if speech < 0 {
		return graph.Date{}
	}
	said := evidence.TimeOf(a, evidence.Trigger{Token: speech, Anchor: -1, Carrier: speech})
	if said == nil || said.Precision() != graph.PrecisionDay || a.Published.IsZero() || !said.Latest().Before(a.Published) {
		return graph.Date{}
	}
	return said.Latest()
}

// tellingOf returns the verb that tells of a contact as past: a verb of speech, or that of
// a report: "reports emerged of a trip to Okoro". It returns -1 for none.
func tellingOf(a *evidence.Article, c *draft) int {
	if isPluperfect(a, c) {
		return evidence.GoverningSpeech(a, c.trigger)
	}
	if c.noun == nil || a.Dep(c.trigger) != "pobj" || a.Head(a.Head(c.trigger)) == c.trigger {
		return -1
	}
	report := a.Head(a.Head(c.trigger))
	if a.IsVerb(report) { // the parser hung it on the verb
		report = grammar.SurfaceSubject(a.Parse, report)
	}
	if report >= 0 && telling[a.Lemma(report)] && a.IsVerb(a.Head(report)) {
		return a.Head(report)
	}
	return -1
}

// isPluperfect reports whether a contact lies before what the clause around it tells: "had
// met Okoro".
func isPluperfect(a *evidence.Article, c *draft) bool {
	for _, verb := range []int{c.trigger, c.carrier} {
		if verb < 0 {
			continue
		}
		for _, child := range a.Children(verb, "aux", "auxpass") {
			if a.Lower(child) == "had" {
				return true
			}
		}
	}
	return false
}

// isGoingOn reports whether a verb is in the present progressive: "is hosting Okoro".
func isGoingOn(a *evidence.Article, c *draft) bool {
	if c.noun != nil || c.direction != inward || a.Tag(c.trigger) != "VBG" {
		return false
	}
	for _, child := range a.Children(c.trigger, "aux") {
		if tag := a.Tag(child); tag == "VBZ" || tag == "VBP" {
			return true
		}
	}
	return false
}

// orElse returns the first of two pointers that is not nil.
func orElse[T any](a, b *T) *T {
	if a != nil {
		return a
	}
	return b
}
