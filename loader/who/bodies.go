package who

import (
	"slices"
	"strings"

	"dateline/graph"
	"dateline/loader/lexicon"
)

// standsFor returns the state that "the Russian side" or "the French government"
// is, -1 for other phrases.
func (n *nominals) standsFor(p phrase, lemma string) int {
	if p.state == nil || p.owner >= 0 || p.part >= 0 {
		return -1
	}
	switch lemma {
	case "side", "government", "authority", "administration", "leadership", "state", "regime", "republic":
		return n.roster.state(p.state)
	}
	return -1
}

// namedBody returns the organization whose name ends in the noun of a definite
// phrase, where it is the only one: "the ministry", "the party".
func (n *nominals) namedBody(p phrase, lemma string) int {
	if !p.definite || p.plural || p.owner >= 0 || p.state != nil || p.part >= 0 || !n.words.bodies[lemma] && !outlets[lemma] || length(p.span) > 2 {
		return -1
	}
	last := func(words []string) bool { return words[len(words)-1] == lemma }
	if found := n.onlyBody(p, last); found >= 0 {
		return found
	}
	if found := n.onlyBody(p, func(words []string) bool { return slices.Contains(words, lemma) }); found >= 0 {
		return found
	}
	return n.bodyNear(p, lemma)
}

// onlyBody returns the only organization named before a phrase whose name's words
// are such, -1 for none or more.
func (n *nominals) onlyBody(p phrase, such func(words []string) bool) int {
	found := -1
	for i := range n.roster.drafts {
		d := &n.roster.drafts[i]
		if d.kind != graph.KindOrganization || d.nominal || d.state != nil && d.orgKind != graph.OrganizationGovernment {
			continue
		}
		words := strings.Fields(graph.Fold(d.name))
		if len(words) < 2 || !such(words) || !n.roster.mentionedBefore(d, p.head) {
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
// company", that the phrase's sentence names before it, or else the one before.
func (n *nominals) bodyNear(p phrase, lemma string) int {
	kinds := kindsOfBody(lemma)
	if kinds == nil {
		return -1
	}
	sentence := n.doc.Tokens[p.head].Sentence
	reach := 1
	if outlets[lemma] {
		reach = maxPronounDistance
	}
	for back := 0; back <= min(reach, sentence); back++ {
		var found []int
		for _, m := range n.roster.mentionsIn(sentence-back, p.head) {
			d := &n.roster.drafts[m.Member]
			if d.kind == graph.KindOrganization && !d.nominal && (d.state == nil || governmentBody(d.name)) && (slices.Contains(kinds, d.orgKind) || outlets[lemma] && isMasthead(d.name)) && !slices.Contains(found, m.Member) {
				found = append(found, m.Member)
			}
		}
		if len(found) > 0 {
			if len(found) == 1 {
				return found[0]
			}
			return -1
		}
	}
	return -1
}

// countryAgain returns the state that "the country" as a subject takes up: the only
// one that acts in the sentence before it or in its own; -1 for others.
func (n *nominals) countryAgain(token int) int {
	lemma, t := n.names.lemma(token), n.doc.Tokens[token]
	if lemma != "country" && lemma != "nation" || t.Tag != "NN" || t.Dep != "nsubj" {
		return -1
	}
	span := n.names.nounPhrase(token)
	if length(span) != 2 || strings.ToLower(n.doc.Tokens[span.Start].Text) != "the" {
		return -1
	}
	found := -1
	for back := 0; back <= min(1, t.Sentence); back++ {
		for _, m := range n.roster.mentionsIn(t.Sentence-back, token) {
			state := n.roster.drafts[m.Member].state
			if state == nil || !state.sovereign() || governmentBody(n.roster.drafts[m.Member].name) || m.Member == found {
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

// isMasthead reports whether a name is one of a newspaper by its last word.
func isMasthead(name string) bool {
	fields := strings.Fields(name)
	return len(fields) > 1 && mastheads[fields[len(fields)-1]]
}

// mastheads are last words of the names of newspapers, with their capitals.
var mastheads = lexicon.Map(func() map[string]bool {
	set := map[string]bool{}
	for word := range lexicon.Class("newspaper-name") {
		set[capitalized(word)] = true
	}
	return set
})

// kindsOfBody returns the kinds of organization that a noun can mean.
func kindsOfBody(lemma string) []graph.OrganizationKind {
	switch lemma {
	case "company", "firm":
		return []graph.OrganizationKind{graph.OrganizationCompany}
	case "group", "organization", "organisation", "alliance", "bloc", "union", "militia":
		return []graph.OrganizationKind{graph.OrganizationOther}
	case "newspaper", "broadcaster", "daily", "weekly", "tabloid":
		return []graph.OrganizationKind{graph.OrganizationMedia}
	case "party":
		return []graph.OrganizationKind{graph.OrganizationParty}
	case "agency", "department", "ministry", "bureau", "court":
		return []graph.OrganizationKind{graph.OrganizationGovernment}
	}
	return nil
}
