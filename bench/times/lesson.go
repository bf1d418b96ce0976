package main

import (
	"encoding/json"
	"fmt"

	"dateline/bench/training"
	"dateline/graph"
	"dateline/loader/annotate"
	"dateline/loader/language"
	"dateline/loader/what/contact"
	"dateline/loader/what/dating"
	"dateline/loader/what/evidence"
	"dateline/loader/when"
	"dateline/loader/who"
)

// lesson is what one contact teaches.
type lesson struct {
	articleID          string
	question           training.Question
	isUndated          bool // rules give it no time
	isUntimed          bool // the gold gives it none, and accepts any
	isPublicationRight bool
}

// isPossible reports whether a candidate is right.
func (l lesson) isPossible() bool {
	for _, c := range l.question.Candidates {
		if c.Right {
			return true
		}
	}
	return false
}

// untimedWeight is the weight of contacts that the gold leaves without a time: low, since
// it accepts any time of them, but more than nothing, so that what cannot be dated is not.
var untimedWeight = 0.15

// gold is an article with its contacts.
type gold struct {
	Contacts []goldContact `json:"contacts"`
}

type goldContact struct {
	Participants []struct {
		Name    string   `json:"name"`
		Aliases []string `json:"aliases"`
	} `json:"participants"`
	Time     *annotate.Days `json:"time"`
	AnyTime  bool           `json:"time_any"`
	Optional bool           `json:"optional"`
	Means    oneOrMore      `json:"means"`
	Status   oneOrMore      `json:"status"`
	Quote    string         `json:"quote"`
	Also     []string       `json:"also"`
}

// accepts reports whether a time is right: it overlaps the contact's, and is at most
// twice as long.
func (g *goldContact) accepts(t *graph.TimeSpan) bool {
	if g.Time == nil || t == nil {
		return g.Time == nil && t == nil
	}
	days := g.Time.Latest.DaysSince(g.Time.Earliest) + 1
	return !g.Time.Earliest.After(t.Latest()) && !t.Earliest().After(g.Time.Latest) && t.EDTF.Days() <= 2*days
}

func readLessons(path string) ([]lesson, error) {
	pipeline, err := language.New()
	if err != nil {
		return nil, err
	}
	var lessons []lesson
	err = training.EachLine(path, func(line []byte) error {
		found, err := lessonsOf(pipeline, line)
		lessons = append(lessons, found...)
		return err
	})
	return lessons, err
}

func lessonsOf(pipeline *language.Pipeline, line []byte) ([]lesson, error) {
	var record annotate.Record
	var g gold
	if err := json.Unmarshal(line, &record); err != nil {
		return nil, err
	}
	if err := json.Unmarshal(line, &g); err != nil {
		return nil, err
	}
	item, err := record.Item()
	if err != nil {
		if item.Article, err = record.Article(); err != nil {
			return nil, err
		}
	}
	article := item.Article
	doc := pipeline.ParseParagraphs(article.Text)
	a := evidence.New(doc, &article, when.Find(doc, article.Published), who.Find(doc, &article))
	chronicle := dating.Read(a)
	id := fmt.Sprint(record.ID)
	var lessons []lesson
	m, found := newMatcher(a, g.Contacts), map[*goldContact]bool{}
	for _, undated := range contact.Occasions(a) {
		if g := m.match(undated); g != nil {
			lessons = append(lessons, newLesson(id, chronicle, undated, g))
			found[g] = true
		}
	}
	missed, of := m.unfound(found)
	for i, undated := range missed {
		lessons = append(lessons, newLesson(id, chronicle, undated, of[i]))
	}
	return lessons, nil
}

// newLesson asks for the time of a contact.
func newLesson(articleID string, chronicle *dating.Chronicle, u contact.Undated, g *goldContact) lesson {
	l := lesson{articleID: articleID, isUndated: u.Time == nil && !u.IsOpen && !g.Optional}
	for _, c := range chronicle.Candidates(u.Occasion) {
		l.question.Candidates = append(l.question.Candidates, training.Candidate{Features: c.Features, Right: g.accepts(c.Time)})
	}
	l.isUntimed = g.AnyTime && g.Time == nil
	if l.isUntimed {
		l.question.Weight = untimedWeight
	}
	if g.AnyTime && !l.isUntimed {
		l.isUndated = false // nothing to get wrong
	}
	l.isPublicationRight = chronicle.Published() != nil && g.accepts(chronicle.Published())
	return l
}
