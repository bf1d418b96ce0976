package reference

import (
	"slices"
	"strings"

	"dateline/graph"
	"dateline/loader/lexicon"
	"dateline/loader/who/roster"
	"dateline/loader/who/vocabulary"
)

// nominals reads phrases of people and bodies that no name stands for, and makes
// members of them.
type nominals struct{ layers }

// nominal returns the member of a party known by its role alone, made if need be.
func (n *nominals) nominal(p *phrase) int {
	member := n.roster.Member(n.nominalKey(p), func() roster.Draft { return n.draft(p) })
	n.roster.Use(member, p.mention(member))
	d := &n.roster.Drafts[member]
	d.AddForm(p.bare)
	d.AddForm(p.noun)
	d.AddForm(n.whole(p))
	n.roster.Write(member)
	return member
}

func (n *nominals) nominalKey(p *phrase) string { return "NOMINAL:" + graph.Fold(n.nominalName(p)) }

// nominalName returns the name of a nominal member: the bare phrase with its
// holder's name.
func (n *nominals) nominalName(p *phrase) string {
	if p.owner < 0 {
		return p.bare
	}
	owner := n.roster.Drafts[p.owner].ShortName()
	if strings.Contains(p.bare, owner) {
		return p.bare
	}
	return owner + "'s " + p.bare
}

func (n *nominals) draft(p *phrase) roster.Draft {
	d := roster.Draft{Kind: graph.KindPerson, Name: n.nominalName(p), Nominal: true, Holder: p.owner, Gender: vocabulary.GenderOfNoun(p.noun)}
	if p.plural || n.words.Bodies[p.lemma] && !n.words.People[p.lemma] {
		d.Kind, d.OrganizationKind = graph.KindOrganization, kindOfNominal(p.lemma)
	}
	if p.owner < 0 && p.plural && p.part >= 0 && n.roster.Drafts[p.part].Kind == graph.KindOrganization {
		d.Holder = p.part // the people of a body
	}
	switch {
	case p.state != nil:
		d.Country = p.state.Country()
	case p.part >= 0:
		d.Country = n.roster.Drafts[p.part].Country
	}
	return d
}

// kindOfNominal returns the kind of body that a noun stands for.
func kindOfNominal(lemma string) graph.OrganizationKind {
	if stateBodies[lemma] {
		return graph.OrganizationGovernment
	}
	return graph.OrganizationOther
}

var stateBodies = lexicon.Class("state-body")

// nominalAgain returns the nominal member that a phrase takes up again: by the same
// words, and a definite one by its noun or one that means the same, "the diplomat", "the
// envoy" after "a French diplomat"; -1 for none or more than one.
func (n *nominals) nominalAgain(p *phrase) int {
	if member := n.roster.Known(n.nominalKey(p)); member >= 0 {
		return member
	}
	if !p.definite || p.owner < 0 && !p.isOneWord() {
		return -1
	}
	if p.owner >= 0 {
		return n.ownNominal(p)
	}
	found, several := n.onlyNominal(func(d *roster.Draft) bool { return n.namedBy(d, p) })
	if found >= 0 || several || p.plural {
		return found
	}
	found, _ = n.onlyNominal(func(d *roster.Draft) bool {
		return d.Kind == graph.KindPerson && isSynonym(p.lemma, d.Name) && n.roster.MentionedLately(d, p.head, maxBack)
	})
	return found
}

// ownNominal returns the only nominal member of the owner of a phrase that its noun
// names: "his adviser" after "Orr's top adviser".
func (n *nominals) ownNominal(p *phrase) int {
	if p.plural || !p.isOneWord() {
		return -1
	}
	found, _ := n.onlyNominal(func(d *roster.Draft) bool { return d.Holder == p.owner && n.namedBy(d, p) })
	return found
}

// namedBy reports whether the noun of a phrase is a word of a member's name that stands
// before it.
func (n *nominals) namedBy(d *roster.Draft, p *phrase) bool {
	return slices.Contains(strings.Fields(graph.Fold(d.Name)), graph.Fold(p.noun)) && n.roster.MentionedBefore(d, p.head)
}

// onlyNominal returns the only nominal member that is such, -1 for none or several.
func (n *nominals) onlyNominal(such func(d *roster.Draft) bool) (found int, several bool) {
	found = -1
	for i := range n.roster.Drafts {
		if d := &n.roster.Drafts[i]; !d.Nominal || !such(d) {
			continue
		}
		if found >= 0 {
			return -1, true
		}
		found = i
	}
	return found, false
}

// isSynonym reports whether a word of a name means the same as a noun.
func isSynonym(noun, name string) bool {
	for _, group := range synonyms {
		if group[noun] {
			return slices.ContainsFunc(strings.Fields(graph.Fold(name)), func(word string) bool { return group[word] })
		}
	}
	return false
}

// synonyms are groups of nouns that articles exchange for one another.
var synonyms = []lexicon.Set{lexicon.Class("like-envoy"), lexicon.Class("like-adviser"), lexicon.Class("like-lawmaker")}
