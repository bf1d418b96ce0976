package contact

import (
	"dateline/loader/grammar"
	"dateline/loader/what/evidence"
)

// placeOf returns the location in the clause of a contact, -1 for none: "in Oslo", "at
// the Elysée".
func placeOf(a *evidence.Article, c *draft) int {
	if journey := evidence.JourneyOf(a, c.trigger); journey >= 0 {
		for _, objects := range a.ObjectsOf(journey, "to", "in", "for") {
			if place, ok := a.Location(objects[0]); ok {
				return place
			}
		}
	}
	for _, holder := range []int{c.trigger, c.carrier, evidence.Occurrence(a, c.trigger)} {
		if holder < 0 {
			continue
		}
		for _, objects := range a.ObjectsOf(holder, "in", "at", "inside", "near") {
			if place, ok := a.Location(objects[0]); ok {
				return place
			}
		}
	}
	for _, objects := range a.ObjectsOf(c.trigger, "for") {
		if !evidence.CountedTimes[a.Lower(objects[0])] {
			continue
		}
		for _, inner := range a.ObjectsOf(objects[0], "in", "at") {
			if place, ok := a.Location(inner[0]); ok {
				return place // "for the first time in Oslo"
			}
		}
	}
	// "met B in Oslo", "talks with B in Oslo": the phrase hangs on the party.
	for _, party := range append(a.Children(c.trigger, "dobj", "nsubjpass"), grammar.Agents(a.Parse, c.trigger)...) {
		for _, objects := range a.ObjectsOf(party, "in", "at") {
			if place, ok := a.Location(objects[0]); ok {
				return place
			}
		}
	}
	for _, groups := range a.ObjectsOf(c.trigger, "with", "between", "of", "to") {
		for _, party := range groups {
			for _, objects := range a.ObjectsOf(party, "in", "at") {
				if place, ok := a.Location(objects[0]); ok {
					return place
				}
			}
		}
	}
	return -1
}
