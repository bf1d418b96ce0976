package what

// placeOf returns the location that the clause of a contact tells, -1 for none: "in
// Oslo", "at the Elysée".
func (r *reading) placeOf(c *contact) int {
	if journey := r.journeyOf(c.trigger); journey >= 0 {
		for _, objects := range r.objectsOf(journey, "to", "in", "for") {
			if place, ok := r.cast.Location(objects[0]); ok {
				return place
			}
		}
	}
	for _, holder := range []int{c.trigger, c.carrier, r.occurrence(c.trigger)} {
		if holder < 0 {
			continue
		}
		for _, objects := range r.objectsOf(holder, "in", "at", "inside", "near") {
			if place, ok := r.cast.Location(objects[0]); ok {
				return place
			}
		}
	}
	for _, objects := range r.objectsOf(c.trigger, "for") {
		if r.lower(objects[0]) != "time" {
			continue
		}
		for _, inner := range r.objectsOf(objects[0], "in", "at") {
			if place, ok := r.cast.Location(inner[0]); ok {
				return place // "for the first time in Oslo"
			}
		}
	}
	// "met B in Oslo", "talks with B in Oslo": the phrase hangs on the party.
	for _, party := range append(r.children(c.trigger, "dobj", "nsubjpass"), r.agents(c.trigger)...) {
		for _, objects := range r.objectsOf(party, "in", "at") {
			if place, ok := r.cast.Location(objects[0]); ok {
				return place
			}
		}
	}
	for _, groups := range r.objectsOf(c.trigger, "with", "between", "of", "to") {
		for _, party := range groups {
			for _, objects := range r.objectsOf(party, "in", "at") {
				if place, ok := r.cast.Location(objects[0]); ok {
					return place
				}
			}
		}
	}
	return -1
}
