package main

import (
	"dateline/bench/contactgold"
	"dateline/bench/training"
	"dateline/loader/what/contact"
	"dateline/loader/what/dating"
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

func readLessons(path string) ([]lesson, error) {
	var lessons []lesson
	err := contactgold.Each(path, func(a *contactgold.Article) { lessons = append(lessons, lessonsOf(a)...) })
	return lessons, err
}

func lessonsOf(a *contactgold.Article) []lesson {
	chronicle := dating.Read(a.Evidence)
	var lessons []lesson
	m, found := contactgold.NewMatcher(a), map[int]bool{}
	for _, undated := range contact.Occasions(a.Evidence) {
		if i := m.Match(undated.Trigger.Token, undated.Parties); i >= 0 {
			lessons = append(lessons, newLesson(a.ID, chronicle, undated, &a.Contacts[i]))
			found[i] = true
		}
	}
	for i := range a.Contacts {
		if undated, ok := unfound(a, m, i); ok && !found[i] {
			lessons = append(lessons, newLesson(a.ID, chronicle, undated, &a.Contacts[i]))
		}
	}
	return lessons
}

// newLesson asks for the time of a contact.
func newLesson(articleID string, chronicle *dating.Chronicle, u contact.Undated, g *contactgold.Contact) lesson {
	l := lesson{articleID: articleID, isUndated: u.Time == nil && !u.IsOpen && !g.Optional}
	for _, c := range chronicle.Candidates(u.Occasion) {
		l.question.Candidates = append(l.question.Candidates, training.Candidate{Features: c.Features, Right: g.Accepts(c.Time)})
	}
	l.isUntimed = g.AnyTime && g.Time == nil
	if l.isUntimed {
		l.question.Weight = untimedWeight
	}
	if g.AnyTime && !l.isUntimed {
		l.isUndated = false // nothing to get wrong
	}
	l.isPublicationRight = chronicle.Published() != nil && g.Accepts(chronicle.Published())
	return l
}
