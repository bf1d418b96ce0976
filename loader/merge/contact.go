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
	if a.Time == nil && b.Time == nil && a.Means != b.Means && !(a.Means.IsVague() && b.Means.IsVague()) {
		return false // with neither a day nor the means in common, too little speaks for one event
	}
	return a.Means.Compatible(b.Means) && sameTime(a, b)
}

// misdatedContact compares two reports of days next to each other.
func misdatedContact(a, b *telling) bool {
	return a.Means.Compatible(b.Means) && sameStatus(a, b) && publishedWithin(a, b, freshness)
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

// contactSummary tells who was in contact with whom, how and when.
func contactSummary(e *graph.Event, entities map[string]graph.Entity, quote string) string {
	words := phrasings[e.Means]
	from := names(e, entities, graph.RoleInitiator)
	to := names(e, entities, graph.RoleRecipient)
	among := names(e, entities, graph.RoleParticipant)
	var text, end string
	switch {
	case e.Status == graph.StatusDenied:
		text, end = denied(words, from, append(to, among...))
	case len(from) > 0 && len(to)+len(among) > 0:
		text = phrase(e.Status, join(from), words.directedPast, words.directedVerb, " "+join(append(to, among...)))
	default:
		text = phrase(e.Status, join(append(append(from, to...), among...)), words.mutualPast, words.mutualVerb, "")
	}
	if mediators := names(e, entities, graph.RoleMediator); len(mediators) > 0 {
		text += ", mediated by " + join(mediators)
	}
	if place := entities[e.PlaceID]; place != nil {
		text += placePhrase(graph.ProfileOf(place), quote)
	}
	return sentence(text + when(e) + end + ".")
}

// denied names a contact that did not take place, that somebody refused or that is
// not planned. The status does not distinguish these, so neither do the words.
func denied(words phrasing, from, to []string) (text, end string) {
	end = " is denied or ruled out"
	if words.plural {
		end = " are denied or ruled out"
	}
	all := append(slices.Clone(from), to...)
	switch {
	case words.directed && len(from) > 0 && len(to) > 0:
		return words.noun + " from " + join(from) + " to " + join(to), end
	case len(all) < 2:
		return words.noun + " with " + join(all), end
	}
	return words.noun + " between " + join(all), end
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
func placePhrase(place *graph.Profile, quote string) string {
	for _, form := range append([]string{place.Name}, place.Aliases...) {
		for _, preposition := range []string{" at the ", " in the ", " at ", " near ", " outside "} {
			if strings.Contains(quote, preposition+form) {
				return preposition + place.Name
			}
		}
	}
	return " in " + place.Name
}
