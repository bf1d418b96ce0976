package event

import (
	"fmt"
	"slices"
	"strings"

	"dateline/graph"
)

// summarizeContact says who was in contact with whom, how, where and when.
func summarizeContact(e *graph.Event, entities map[string]graph.Entity, quote string) string {
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

// phrase says who did what in the form that the status asks for.
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

// placePhrase returns a place with the preposition that the quote has before it ("at the
// Kremlin"), or with "in" where the quote does not name it.
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
