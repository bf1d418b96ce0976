package event

import "dateline/graph"

// compareContacts adds how, when and where two accounts say that a contact was.
func compareContacts(e *explanation, a, b *account, entities map[string]graph.Entity) {
	e.first, e.other = viewOf(a), viewOf(b)
	if a.Time == nil && b.Time == nil {
		e.first.published, e.other.published = "", ""
		e.published = articlesPhrase(a, b)
	}
	if place := entities[a.place]; place != nil && a.place == b.place {
		e.place = placePhrase(graph.ProfileOf(place), a.Quote)
	}
}

// sameTime reports whether both views have the same time, or neither has one.
func (e *explanation) sameTime() bool { return e.first.time == e.other.time }

// undated reports whether neither view has a time.
func (e *explanation) undated() bool { return e.first.time == "" && e.other.time == "" }

// explainContacts says by what two accounts of a contact were compared.
func explainContacts(e *explanation, of subjects) string {
	text := of.all + " are about " + e.parties
	switch sameMeans, sameTime := e.first.sameMeans(e.other), e.sameTime(); {
	case sameMeans && sameTime:
		return text + ": " + e.first.contact(e.undated()) + e.place + e.timeOfBoth()
	case sameMeans:
		return text + ": " + e.first.contact(false) + e.place + ", which " + e.timesOfEach(of)
	case sameTime && e.undated():
		return text + e.place + ", and " + of.none + " gives a date" + inParentheses(e.published) + ": " + e.meansOfEach(of)
	case sameTime:
		return text + e.place + e.timeOfBoth() + ": " + e.meansOfEach(of)
	}
	return text + e.place + ": " + e.meansOfEach(of)
}

// timeOfBoth returns the time that both views have, or when their articles were published.
func (e *explanation) timeOfBoth() string {
	if e.undated() {
		return inParentheses(e.published)
	}
	return " " + e.first.time
}

// timesOfEach says when each account puts the contact.
func (e *explanation) timesOfEach(of subjects) string {
	switch {
	case e.first.time == "":
		return "the first does not date" + inParentheses(e.first.published) + " and " + of.other + of.verb(" puts ", " put ") + e.other.time
	case e.other.time == "":
		return "the first puts " + e.first.time + " and " + of.other + of.verb(" does", " do") + " not date" + inParentheses(e.other.published)
	}
	return "the first puts " + e.first.time + " and " + of.other + " " + e.other.time
}

// meansOfEach says how each account describes the contact, with its time where they
// differ in that too.
func (e *explanation) meansOfEach(of subjects) string {
	first, firstSays := e.described(e.first)
	other, otherSays := e.described(e.other)
	switch {
	case !firstSays:
		return "the first does not say how, " + of.other + of.verb(" reports ", " report ") + other
	case !otherSays:
		return "the first reports " + first + ", " + of.other + of.verb(" does", " do") + " not say how"
	}
	return "the first reports " + first + ", " + of.other + " " + other
}

// described returns what a view reports; false where all it could add is that it does not
// say how the parties were in touch.
func (e *explanation) described(v view) (text string, says bool) {
	if e.sameTime() {
		if v.unspecified && v.status == "" {
			return "", false
		}
		text = v.name(false)
	} else {
		text = v.dated(v.name)
	}
	if v.unspecified {
		text += " without saying how"
	}
	return text, true
}
