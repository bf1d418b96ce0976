package reference

import (
	"slices"
	"strings"

	"dateline/graph"
	"dateline/loader/lexicon"
	"dateline/loader/who/roster"
	"dateline/loader/who/vocabulary"
)

// standsFor returns the state that "the Russian side" or "the French government"
// is, -1 for other phrases.
func (n *nominals) standsFor(p *phrase) int {
	if p.state == nil || p.owner >= 0 || p.part >= 0 || !forStates[p.lemma] {
		return -1
	}
	return n.roster.State(p.state)
}

var forStates = lexicon.Class("for-state")

// bodyAgain returns the organization that a definite phrase takes up again, "the
// ministry", "the party": the only one with the noun in its name, or else the only one
// of its kind near by; -1 for other phrases.
func (n *nominals) bodyAgain(p *phrase) int {
	if !p.definite || p.plural || p.isOfSomebody() || p.span.Len() > 2 || !n.words.Bodies[p.lemma] && !vocabulary.OutletNouns[p.lemma] {
		return -1
	}
	if found := n.onlyBody(p, func(words []string) bool { return words[len(words)-1] == p.lemma }); found >= 0 {
		return found
	}
	if found := n.onlyBody(p, func(words []string) bool { return slices.Contains(words, p.lemma) }); found >= 0 {
		return found
	}
	return n.bodyNear(p)
}

// onlyBody returns the only organization named before a phrase whose name's words
// are such, -1 for none or more.
func (n *nominals) onlyBody(p *phrase, such func(words []string) bool) int {
	found := -1
	for i := range n.roster.Drafts {
		d := &n.roster.Drafts[i]
		if d.Kind != graph.KindOrganization || d.Nominal || d.State != nil && d.OrganizationKind != graph.OrganizationGovernment {
			continue
		}
		words := strings.Fields(graph.Fold(d.Name))
		if len(words) < 2 || !such(words) || !n.roster.MentionedBefore(d, p.head) {
			continue
		}
		if found >= 0 {
			return -1
		}
		found = i
	}
	return found
}

// bodyNear returns the only organization of the kind of a noun, "the group", "the
// company", that the nearest sentence with any names: the phrase's own before it or the
// one before, for outlets some more.
func (n *nominals) bodyNear(p *phrase) int {
	kind := kindOfBody(p.lemma)
	if kind == "" {
		return -1
	}
	most := 1
	if vocabulary.OutletNouns[p.lemma] {
		most = maxBack
	}
	for sentence := range n.backFrom(p.head, most) {
		var found []int
		for _, m := range n.roster.MentionsIn(sentence, p.head) {
			if n.isBodyOf(&n.roster.Drafts[m.Member], p, kind) && !slices.Contains(found, m.Member) {
				found = append(found, m.Member)
			}
		}
		switch len(found) {
		case 0:
		case 1:
			return found[0]
		default:
			return -1
		}
	}
	return -1
}

// isBodyOf reports whether a member is an organization of the kind that a phrase calls it.
func (n *nominals) isBodyOf(d *roster.Draft, p *phrase, kind graph.OrganizationKind) bool {
	if d.Kind != graph.KindOrganization || d.Nominal || d.State != nil && !roster.IsGovernmentBody(d.Name) {
		return false
	}
	return kind == d.OrganizationKind || vocabulary.OutletNouns[p.lemma] && isMasthead(d.Name)
}

// countryAgain returns the state that "the country" as a subject takes up: the only
// one that acts in the sentence before it or in its own; -1 for others.
func (n *nominals) countryAgain(token int) int {
	if !n.isTheCountry(token) {
		return -1
	}
	found := -1
	for sentence := range n.backFrom(token, 1) {
		for _, m := range n.roster.MentionsIn(sentence, token) {
			d := &n.roster.Drafts[m.Member]
			if d.State == nil || !d.State.IsSovereign() || roster.IsGovernmentBody(d.Name) || m.Member == found {
				continue
			}
			if found >= 0 {
				return -1
			}
			found = m.Member
		}
	}
	return found
}

// countryNouns are what an article calls its country again.
var countryNouns = lexicon.Class("the-country")

// isTheCountry reports whether a token is the noun of "the country" as a subject.
func (n *nominals) isTheCountry(token int) bool {
	if !countryNouns[n.names.Lemma(token)] || n.parse.Tag(token) != "NN" || n.parse.Dep(token) != "nsubj" {
		return false
	}
	span := n.names.NounPhrase(token)
	return span.Len() == 2 && n.parse.Lower(span.Start) == "the"
}

// isMasthead reports whether a name is one of a newspaper by its last word.
func isMasthead(name string) bool {
	fields := strings.Fields(name)
	return len(fields) > 1 && mastheads[fields[len(fields)-1]]
}

// mastheads are last words of the names of newspapers, with their capitals.
var mastheads = lexicon.Map(func() map[string]bool {
	set := map[string]bool{}
	for word := range lexicon.Class("newspaper-name") {
		set[vocabulary.Capitalized(word)] = true
	}
	return set
})

// kindOfBody returns the kind of organization that a noun calls again, "" for none.
func kindOfBody(lemma string) graph.OrganizationKind {
	switch {
	case forCompanies[lemma]:
		return graph.OrganizationCompany
	case forBodies[lemma]:
		return graph.OrganizationOther
	case vocabulary.OutletNouns[lemma]:
		return graph.OrganizationMedia
	case forParties[lemma]:
		return graph.OrganizationParty
	case forGovernments[lemma]:
		return graph.OrganizationGovernment
	}
	return ""
}

var (
	forCompanies   = lexicon.Class("for-company")
	forBodies      = lexicon.Class("for-body")
	forParties     = lexicon.Class("for-party")
	forGovernments = lexicon.Class("for-government")
)
