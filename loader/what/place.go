package what

import (
	"dateline/loader/grammar"
)

// placeOf returns the location that the clause of a contact tells, -1 for none: "in
// Oslo", "at the Elysée".
func (r *reading) placeOf(c *contact) int {
	if journey := r.journeyOf(c.trigger); journey >= 0 {
		for _, objects := range r.ObjectsOf(journey, "to", "in", "for") {
			if place, ok := r.cast.Location(objects[0]); ok {
				return place
			}
		}
	}
	for _, holder := range []int{c.trigger, c.carrier, r.occurrence(c.trigger)} {
		if holder < 0 {
			continue
		}
		for _, objects := range r.ObjectsOf(holder, "in", "at", "inside", "near") {
			if place, ok := r.cast.Location(objects[0]); ok {
				return place
			}
		}
	}
	for _, objects := range r.ObjectsOf(c.trigger, "for") {
		if r.Lower(objects[0]) != "time" {
			continue
		}
		for _, inner := range r.ObjectsOf(objects[0], "in", "at") {
			if place, ok := r.cast.Location(inner[0]); ok {
				return place // "for the first time in Oslo"
			}
		}
	}
	// "met B in Oslo", "talks with B in Oslo": the phrase hangs on the party.
	for _, party := range append(r.Children(c.trigger, "dobj", "nsubjpass"), grammar.Agents(r.Parse, c.trigger)...) {
		for _, objects := range r.ObjectsOf(party, "in", "at") {
			if place, ok := r.cast.Location(objects[0]); ok {
				return place
			}
		}
	}
	for _, groups := range r.ObjectsOf(c.trigger, "with", "between", "of", "to") {
		for _, party := range groups {
			for _, objects := range r.ObjectsOf(party, "in", "at") {
				if place, ok := r.cast.Location(objects[0]); ok {
					return place
				}
			}
		}
	}
	return -1
}
