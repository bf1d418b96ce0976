package event

import (
	"slices"
	"strings"

	"dateline/graph"
)

// summarizeContact says who was in contact with whom, how, where, when and about
// what.
func summarizeContact(e *graph.Event, entities map[string]graph.Entity, quote string) string {
	words := phrasingOf(e)
	from := names(e, entities, graph.RoleInitiator)
	to := names(e, entities, graph.RoleRecipient)
	among := names(e, entities, graph.RoleParticipant)
	predicate := predicates[e.Status].of(words)
	if e.DeniesPlan {
		predicate = " is denied"
	}
	var text string
	switch {
	case predicate != "":
		text = nounPhrase(words, from, append(to, among...))
		if e.DeniesPlan {
			text = "a plan for " + text
		}
	case len(from) > 0 && len(to)+len(among) > 0:
		text = verbPhrase(e.Status, join(from), words.directedPast, words.directedVerb, " "+join(append(to, among...)))
	default:
		text = verbPhrase(e.Status, join(append(append(from, to...), among...)), words.mutualPast, words.mutualVerb, "")
	}
	if place := entities[e.PlaceID]; place != nil {
		text += placePhrase(graph.ProfileOf(place), quote)
	}
	text += when(e) + aboutPhrase(e)
	if mediators := names(e, entities, graph.RoleMediator); len(mediators) > 0 {
		text += ", mediated by " + join(mediators)
		if predicate != "" {
			text += ","
		}
	}
	return fullStop(capital(text + predicate))
}

// predicate is what a summary says about a contact that it names by a noun.
type predicate struct{ singular, plural string }

// predicates are for contacts of which nothing says that they took place. A denied one may
// also have been refused, or not be planned: the status does not distinguish these, so
// neither do the words.
var predicates = map[graph.Status]predicate{
	graph.StatusDenied:    {" is denied or ruled out", " are denied or ruled out"},
	graph.StatusPlanned:   {" is planned", " are planned"},
	graph.StatusRequested: {" was requested or offered", " were requested or offered"},
}

func (p predicate) of(words phrasing) string {
	if words.plural {
		return p.plural
	}
	return p.singular
}

// nounPhrase names a contact: "a call from Ana Silva to Piet Boom".
func nounPhrase(words phrasing, from, to []string) string {
	all := append(slices.Clone(from), to...)
	switch {
	case words.by != "" && len(from) > 0 && len(to) > 0:
		return words.noun + " " + words.by + " " + join(from) + " to " + join(to)
	case len(all) < 2:
		return words.noun + " with " + join(all)
	}
	return words.noun + " between " + join(all)
}

// verbPhrase says who did what in the form that the status asks for.
func verbPhrase(status graph.Status, who, past, verb, whom string) string {
	switch status {
	case graph.StatusDisputed:
		return "it is disputed whether " + who + " " + past + whom
	case graph.StatusHypothetical:
		return who + " may " + verb + whom
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
