package who

import (
	"slices"
	"strings"

	"dateline/graph"
	"dateline/loader/lexicon"
)

// nominals reads phrases of people and bodies that no name stands for, and makes
// members of them.
type nominals struct {
	layers
	holders *holders
}

// nominal makes the member of a party known by its role alone.
func (n *nominals) nominal(p phrase, lemma string) int {
	name := n.nominalName(p)
	kind, orgKind := graph.KindPerson, graph.OrganizationKind("")
	if p.plural || n.words.bodies[lemma] && !n.words.people[lemma] {
		kind, orgKind = graph.KindOrganization, graph.OrganizationOther
		switch lemma {
		case "government", "administration", "ministry", "cabinet", "parliament", "authority", "army", "police", "regime", "court", "embassy", "department":
			orgKind = graph.OrganizationGovernment
		}
	}
	index := n.roster.draftOf("NOMINAL:"+graph.Fold(name), func() draft {
		d := draft{kind: kind, orgKind: orgKind, name: name, nominal: true, holder: p.owner, gender: genderOfNoun(p.noun)}
		if p.owner < 0 && p.plural && p.part >= 0 && n.roster.drafts[p.part].kind == graph.KindOrganization {
			d.holder = p.part // the people of a body
		}
		if p.state != nil {
			d.country = p.state.country()
		} else if p.part >= 0 {
			d.country = n.roster.drafts[p.part].country
		}
		return d
	})
	n.roster.use(index, p.mention(index))
	d := &n.roster.drafts[index]
	d.addForm(p.bare, false)
	d.addForm(p.noun, false)
	n.roster.fill(index)
	return index
}

// nominalName returns the name of a nominal member: the bare phrase with its
// holder's name.
func (n *nominals) nominalName(p phrase) string {
	if p.owner >= 0 && !strings.Contains(p.bare, n.roster.drafts[p.owner].shortName()) {
		return n.roster.drafts[p.owner].shortName() + "'s " + p.bare
	}
	return p.bare
}

// sameNominal returns the nominal member that a definite phrase takes up again, by
// the same noun or else by one that means the same: "the diplomat", "the envoy"
// after "a French diplomat"; -1 for none or more than one.
func (n *nominals) sameNominal(p phrase, lemma string) int {
	if index, ok := n.roster.byKey["NOMINAL:"+graph.Fold(n.nominalName(p))]; ok {
		return index
	}
	if !p.definite || p.owner < 0 && len(strings.Fields(p.bare)) > 1 {
		return -1
	}
	found, several := n.onlyNominal(p, func(d *draft) bool {
		return slices.Contains(strings.Fields(graph.Fold(d.name)), graph.Fold(p.noun)) && n.roster.mentionedBefore(d, p.head)
	})
	if found >= 0 || several || p.plural || p.owner >= 0 {
		return found
	}
	found, _ = n.onlyNominal(p, func(d *draft) bool {
		return d.kind == graph.KindPerson && n.synonymous(d, lemma) && n.roster.mentionedLately(d, p.head)
	})
	return found
}

// onlyNominal returns the only nominal member that is such, -1 for none or several.
func (n *nominals) onlyNominal(p phrase, such func(d *draft) bool) (found int, several bool) {
	found = -1
	for i := range n.roster.drafts {
		d := &n.roster.drafts[i]
		if p.owner >= 0 && (d.holder != p.owner || p.plural || len(strings.Fields(p.bare)) > 1) {
			continue
		}
		if !d.nominal || !such(d) {
			continue
		}
		if found >= 0 {
			return -1, true
		}
		found = i
	}
	return found, false
}

// synonymous reports whether the noun by which a member is known, the last word of
// its name that is of some group of synonyms, means the same as another.
func (n *nominals) synonymous(d *draft, noun string) bool {
	for _, group := range synonyms {
		if group[noun] {
			return slices.ContainsFunc(strings.Fields(graph.Fold(d.name)), func(word string) bool { return group[word] })
		}
	}
	return false
}

// synonyms are groups of nouns that articles exchange for one another.
var synonyms = []lexicon.Set{lexicon.Class("like-envoy"), lexicon.Class("like-adviser"), lexicon.Class("like-lawmaker")}
