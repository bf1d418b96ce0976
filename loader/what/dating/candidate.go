package dating

import (
	"sort"
	"strings"

	"dateline/graph"
	"dateline/loader/grammar"
	"dateline/loader/logistic"
	"dateline/loader/what/evidence"
	"dateline/loader/when"
)

// Occasion is an event whose time is asked for.
type Occasion struct {
	Trigger evidence.Trigger
	Means   graph.Means
	Status  graph.Status
	Others  []*graph.TimeSpan // of other events of the same parties
}

// Candidate is a time that an occasion may have.
type Candidate struct {
	Time     *graph.TimeSpan // nil if the occasion has none
	Features logistic.Features

	origin     origin
	expression int // index in the times of the article, -1 if no expression says it
}

// origin is where a candidate comes from.
type origin string

const (
	fromText        origin = "text"
	fromPublication origin = "publication"
	fromDayBefore   origin = "day before"
	fromOther       origin = "other"
	fromNothing     origin = "none"
)

// From maxBefore sentences before an occasion to maxAfter after it, every time is a
// candidate, but no more than maxTimes on either side. The opening has maxOpening
// sentences.
const (
	maxBefore  = 6
	maxAfter   = 3
	maxTimes   = 20
	maxOpening = 6
)

// Chronicle is what an article's times are together.
type Chronicle struct {
	article *evidence.Article
	times   []when.Expression
	often   map[graph.EDTF]int // how often the text says a time
	opening int                // the first day that the opening names, an index in times; -1 for none
}

// Read reads the chronicle of an article.
func Read(a *evidence.Article) *Chronicle {
	c := &Chronicle{article: a, times: a.Times(), often: map[graph.EDTF]int{}, opening: -1}
	for i := range c.times {
		t := &c.times[i]
		if t.EDTF.IsZero() {
			continue
		}
		c.often[t.EDTF]++
		if c.opening < 0 && t.EDTF.Precision() == graph.PrecisionDay && c.sentence(i) < maxOpening {
			c.opening = i
		}
	}
	return c
}

// sentence returns the sentence in which a time begins.
func (c *Chronicle) sentence(time int) int {
	return c.article.Tokens[c.times[time].Span.Start].Sentence
}

// Candidates returns the times that an occasion may have, described.
func (c *Chronicle) Candidates(o Occasion) []Candidate {
	candidates := c.gather(o)
	s := c.settingOf(o)
	for i := range candidates {
		candidates[i].Features = c.describe(s, candidates, i)
	}
	return candidates
}

func (c *Chronicle) gather(o Occasion) []Candidate {
	var found []Candidate
	a := c.article
	for _, i := range c.near(o.Trigger.Token) {
		if time := c.timeFor(o, i); time != nil {
			found = append(found, Candidate{Time: time, origin: fromText, expression: i})
		}
	}
	if published := a.Published; !published.IsZero() && evidence.IsStory(a) && !isToCome(o.Status) && !isHabit(a, o.Trigger) {
		found = append(found, Candidate{Time: evidence.PublicationDay(a, ""), origin: fromPublication, expression: -1})
		before := &graph.TimeSpan{EDTF: graph.EDTFDay(published.AddDays(-1)), Anchor: published}
		found = append(found, Candidate{Time: before, origin: fromDayBefore, expression: -1})
	}
	seen := map[graph.EDTF]bool{}
	for _, time := range o.Others {
		if !seen[time.EDTF] {
			seen[time.EDTF] = true
			found = append(found, Candidate{Time: time, origin: fromOther, expression: -1})
		}
	}
	return append(found, Candidate{origin: fromNothing, expression: -1})
}

// timeFor returns what a time of the text would be as that of an occasion, nil if it cannot
// be its time: what "will" be is not over, and without a day of publication nothing tells
// what is past from what is to come but the sentence itself.
func (c *Chronicle) timeFor(o Occasion, i int) *graph.TimeSpan {
	a, isHere := c.article, c.sentence(i) == c.article.Tokens[o.Trigger.Token].Sentence
	isAhead := isToCome(o.Status) || o.Status == graph.StatusRequested
	switch {
	case a.Published.IsZero():
		if isAhead && !isHere {
			return nil
		}
	case o.Status == graph.StatusPlanned && c.times[i].EDTF.Latest().Before(a.Published) && finiteTense(a.Parse, verbOf(o)) == "will":
		return nil
	}
	if !isHere {
		return c.times[i].TimeSpan()
	}
	if evidence.IsOfLater(a, &c.times[i], o.Trigger) || isAhead && c.isDayOfReport(o, i) {
		return nil
	}
	return evidence.Displaced(a, &c.times[i], o.Trigger)
}

// isDayOfReport reports whether a time is when somebody said what the occasion is told in:
// "said on Sunday that she would meet Okoro".
func (c *Chronicle) isDayOfReport(o Occasion, i int) bool {
	a := c.article
	speech := a.VerbAbove(a.SpanRoot(c.times[i].Span))
	return speech >= 0 && grammar.SpeechVerbs[a.Lemma(speech)] && speech != verbOf(o) && a.VerbAbove(o.Trigger.Token) == speech
}

// isToCome reports whether an event is only planned or thought of. The day of publication
// is not its day unless something says so.
func isToCome(s graph.Status) bool {
	return s == graph.StatusPlanned || s == graph.StatusHypothetical
}

// near returns the times that have a place in the calendar and are near a token, with the
// last time and the last day before it and the day of the opening, in their order.
func (c *Chronicle) near(token int) []int {
	here := c.article.Tokens[token].Sentence
	split := sort.Search(len(c.times), func(i int) bool { return c.times[i].Span.Start >= token })
	first := sort.Search(len(c.times), func(i int) bool { return c.sentence(i) >= here-maxBefore })
	first = max(first, split-maxTimes)
	var found []int
	if c.opening >= 0 && c.opening < first {
		found = append(found, c.opening)
	}
	for _, i := range []int{c.lastBefore(first, true), c.lastBefore(first, false)} {
		if i >= 0 && i != c.opening && (len(found) == 0 || found[len(found)-1] != i) {
			found = append(found, i)
		}
	}
	for i := first; i < min(len(c.times), split+maxTimes) && c.sentence(i) <= here+maxAfter; i++ {
		if c.isPlaced(i) {
			found = append(found, i)
		}
	}
	return found
}

// maxBack is how many times back the last one is looked for, so that the search stays
// linear.
const maxBack = 50

// isPlaced reports whether a time has a place in the calendar with two ends.
func (c *Chronicle) isPlaced(i int) bool {
	e := c.times[i].EDTF
	return !e.IsZero() && !strings.Contains(e.String(), "..")
}

// lastBefore returns the last time before an index that has a place in the calendar, or
// the last such day; -1 for none.
func (c *Chronicle) lastBefore(index int, isDay bool) int {
	for i := index - 1; i >= max(0, index-maxBack); i-- {
		if e := c.times[i].EDTF; c.isPlaced(i) && (!isDay || e.Precision() == graph.PrecisionDay) {
			return i
		}
	}
	return -1
}

// Published returns the day of publication as a time, nil if it is unknown.
func (c *Chronicle) Published() *graph.TimeSpan {
	if c.article.Published.IsZero() {
		return nil
	}
	return evidence.PublicationDay(c.article, "")
}
