package merge

import (
	"fmt"
	"slices"
	"strings"

	"dateline/graph"
)

func anyParty(graph.Participation) bool { return true }

// sameContact compares means, time and status.
func sameContact(a, b *telling) bool { return alikeInKindAndTime(a, b) && sameStatus(a, b) }

// alikeInKindAndTime compares means and time.
func alikeInKindAndTime(a, b *telling) bool {
	if a.Time == nil && b.Time == nil && a.Means != b.Means && !(broadMeans(a.Means) && broadMeans(b.Means)) {
		return false // with neither a day nor the means in common, too little speaks for one event
	}
	return sameMeans(a.Means, b.Means) && sameTime(a, b)
}

// misdatedContact compares two reports of days next to each other.
func misdatedContact(a, b *telling) bool {
	return sameMeans(a.Means, b.Means) && sameStatus(a, b) && publishedWithin(a, b, freshness)
}

// alikeContact tells how much a report has in common with one that it may be the
// same event as: mostAlike for the same time and means.
func alikeContact(a, b *telling) int {
	alike := 0
	if b.Time != nil && a.Time.EDTF == b.Time.EDTF {
		alike += 2
	}
	if a.Means == b.Means {
		alike++
	}
	return alike
}

const mostAlike = 3

// phrasing is how one means reads: with a direction and without, as what took
// place and as what may yet; and as a noun, of what is denied.
type phrasing struct {
	directedPast, directedVerb string // "called", "call"
	mutualPast, mutualVerb     string // "spoke by phone", "speak by phone"
	noun                       string // "a call"
}

var phrasings = map[graph.Means]phrasing{
	graph.MeansCall:        {"called", "call", "spoke by phone", "speak by phone", "a call"},
	graph.MeansMeeting:     {"met", "meet", "met", "meet", "a meeting"},
	graph.MeansVisit:       {"visited", "visit", "met", "meet", "a visit"},
	graph.MeansMessage:     {"wrote to", "write to", "exchanged messages", "exchange messages", "a message"},
	graph.MeansTalks:       {"held talks with", "hold talks with", "held talks", "hold talks", "talks"},
	graph.MeansUnspecified: {"contacted", "contact", "were in contact", "be in contact", "contact"},
}

// phrasingOf returns the phrasing of means; that of no means in particular for unknown ones.
func phrasingOf(m graph.Means) phrasing {
	if words, ok := phrasings[m]; ok {
		return words
	}
	return phrasings[graph.MeansUnspecified]
}

// contactSummary tells who was in contact with whom, how and when.
func contactSummary(e *graph.Event, entities map[string]graph.Entity, quote string) string {
	words := phrasingOf(e.Means)
	from := names(e, entities, graph.RoleInitiator)
	to := names(e, entities, graph.RoleRecipient)
	among := names(e, entities, graph.RoleParticipant)
	var text, end string
	switch {
	case e.Status == graph.StatusDenied:
		text, end = denied(e.Means, words.noun, from, append(to, among...))
	case len(from) > 0 && len(to)+len(among) > 0:
		text = phrase(e.Status, join(from), words.directedPast, words.directedVerb, " "+join(append(to, among...)))
	default:
		text = phrase(e.Status, join(append(append(from, to...), among...)), words.mutualPast, words.mutualVerb, "")
	}
	if mediators := names(e, entities, graph.RoleMediator); len(mediators) > 0 {
		text += ", mediated by " + join(mediators)
	}
	if place := entities[e.PlaceID]; place != nil {
		text += placePhrase(place.Profile(), quote)
	}
	return sentence(text + when(e) + end + ".")
}

// denied names a contact that did not take place, that somebody refused or that is
// not planned: the status tells them not apart, so neither do the words.
func denied(means graph.Means, noun string, from, to []string) (text, end string) {
	end = " is denied or ruled out"
	if means == graph.MeansTalks {
		end = " are denied or ruled out"
	}
	all := append(slices.Clone(from), to...)
	switch directed := means == graph.MeansCall || means == graph.MeansVisit || means == graph.MeansMessage; {
	case directed && len(from) > 0 && len(to) > 0:
		return noun + " from " + join(from) + " to " + join(to), end
	case len(all) < 2:
		return noun + " with " + join(all), end
	}
	return noun + " between " + join(all), end
}

// phrase puts who did what into the form that a status asks for.
func phrase(status graph.Status, who, past, verb, whom string) string {
	plural := strings.Contains(who, " and ")
	be := "is"
	if plural {
		be = "are"
	}
	switch status {
	case graph.StatusDisputed:
		return fmt.Sprintf("it is disputed whether %s %s%s", who, past, whom)
	case graph.StatusPlanned:
		return fmt.Sprintf("%s %s to %s%s", who, be, verb, whom)
	case graph.StatusRequested:
		return fmt.Sprintf("it was asked or offered that %s %s%s", who, verb, whom)
	case graph.StatusHypothetical:
		return fmt.Sprintf("%s may %s%s", who, verb, whom)
	}
	return who + " " + past + whom
}

// placePhrase takes the preposition from the quote ("at the Kremlin"), and "in"
// where the quote does not name the place.
func placePhrase(place *graph.Named, quote string) string {
	for _, form := range append([]string{place.Name}, place.Aliases...) {
		for _, preposition := range []string{" at the ", " in the ", " at ", " near ", " outside "} {
			if strings.Contains(quote, preposition+form) {
				return preposition + place.Name
			}
		}
	}
	return " in " + place.Name
}
