package contact

import (
	"slices"

	"dateline/graph"
	"dateline/loader/grammar"
	"dateline/loader/what/evidence"
)

// journey is a journey that the article tells of, by a verb ("flew to Oslo") or a noun
// ("his visit to Oslo").
type journey struct {
	token      int
	travellers []int
	country    string // of the destination, "" if unknown
	isPhrase   bool   // a noun in a phrase that says when or on what occasion: "during his visit"
}

// maxJourneys is how many journeys of a sentence are looked at, so that the search stays
// linear. A judgement.
const maxJourneys = 8

// stay is a traveller in a country.
type stay struct {
	traveller int
	country   string
}

// travels are the journeys of an article.
type travels struct {
	bySentence map[int][]journey
	stays      map[stay]bool
}

// travelsOf returns the journeys that an article tells of.
func travelsOf(a *evidence.Article) travels {
	found := travels{map[int][]journey{}, map[stay]bool{}}
	for i := range a.Tokens {
		j := journeyAt(a, i)
		if len(j.travellers) == 0 {
			continue
		}
		if sentence := a.Tokens[i].Sentence; len(found.bySentence[sentence]) < maxJourneys {
			found.bySentence[sentence] = append(found.bySentence[sentence], j)
		}
		for _, traveller := range j.travellers {
			found.stays[stay{traveller, j.country}] = true
		}
	}
	return found
}

// journeyAt returns the journey that a token tells of; it has no travellers if there is
// none.
func journeyAt(a *evidence.Article, i int) journey {
	j := journey{token: i}
	prepositions, goes := journeyVerbs[a.Lemma(i)]
	switch {
	case a.IsVerb(i) && goes && !staying[a.Lemma(i)]:
		place := a.Children(i, "dobj")
		if len(prepositions) > 0 {
			place = slices.Concat(a.ObjectsOf(i, prepositions...)...)
		}
		if len(place) > 0 { // not "went on to speak"
			j.travellers, j.country = a.PartiesOf(a.Subjects(i), nil), countryOf(a, place)
		}
	case a.IsNoun(i) && journeyNouns[a.Lemma(i)]:
		j.travellers = possessorParties(a, a.Proposition(i))
		if verb := grammar.CarrierOf(a.Parse, i); len(j.travellers) == 0 && verb >= 0 {
			j.travellers = a.PartiesOf(a.Subjects(verb), nil)
		}
		j.isPhrase = a.Dep(i) == "pobj" && ofJourney[a.Lower(a.Head(i))]
		j.country = countryOf(a, slices.Concat(a.ObjectsOf(i, "to", "in")...))
	}
	return j
}

// countryOf returns the country of the first of these phrases that names a place or state.
func countryOf(a *evidence.Article, tokens []int) string {
	for _, token := range tokens {
		if place, ok := a.Location(token); ok && a.Member(place).Country != "" {
			return a.Member(place).Country
		}
		if state, ok := a.StateOf(token); ok {
			return a.Member(state).Country
		}
	}
	return ""
}

// settleTraveller makes the side that travels to the other the first one.
func settleTraveller(a *evidence.Article, c *draft, t travels) {
	if c.means == graph.MeansCall || c.means == graph.MeansMessage || len(c.all()) < 2 {
		return
	}
	country := placeCountry(a, c)
	for _, j := range t.bySentence[a.Tokens[c.trigger].Sentence] {
		if !isOn(a, c, j) || country != "" && j.country != "" && country != j.country {
			continue
		}
		if settleSidesBy(a, c, j.country, func(m int) bool { return slices.Contains(j.travellers, m) }) {
			return
		}
	}
	atHome := func(m int) bool { return a.Member(m).Country == country }
	if country != "" && slices.ContainsFunc(actorsOf(c), atHome) {
		settleSidesBy(a, c, country, func(m int) bool { return t.stays[stay{m, country}] })
	}
}

// placeCountry returns the country in which a contact took place, "" if unknown.
func placeCountry(a *evidence.Article, c *draft) string {
	if c.place < 0 {
		return ""
	}
	return a.Member(c.place).Country
}

// settleSidesBy parts the parties of a contact into guests, who travelled to a country,
// and hosts, and reports whether it was a journey from one to the other. The country may
// be unknown.
func settleSidesBy(a *evidence.Article, c *draft, country string, travelled func(member int) bool) bool {
	var guests, hosts []int
	for _, member := range actorsOf(c) {
		home := a.Member(member).Country
		switch isGuest := travelled(member); {
		case isGuest && home == country && country != "":
			return false
		case isGuest:
			guests = append(guests, member)
		case home != country && home != "" && country != "":
			return false
		default:
			hosts = append(hosts, member)
		}
	}
	if len(guests) == 0 || len(hosts) == 0 {
		return false
	}
	c.first, c.second, c.direction = guests, hosts, outward
	return true
}

// isOn reports whether a contact took place on a journey of its sentence: the journey is
// told of before it, with its destination or as what the contact was its purpose, or in a
// phrase ("during his visit").
func isOn(a *evidence.Article, c *draft, j journey) bool {
	segment := a.Segment(c.trigger)
	if j.token < segment.Start || j.token >= segment.End || j.token == c.trigger {
		return false
	}
	return j.isPhrase || j.token < c.trigger && (j.country != "" || governs(a, j.token, c.trigger))
}

// governs reports whether a token is above another in the tree.
func governs(a *evidence.Article, above, i int) bool {
	for ancestor := range a.Ancestors(i) {
		if ancestor == above {
			return true
		}
	}
	return false
}
