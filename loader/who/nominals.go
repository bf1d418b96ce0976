package who

import (
	"slices"
	"strings"

	"dateline/graph"
)

// sameNominal returns the nominal figure that a definite phrase takes up again, by
// the same noun or else by one that means the same: "the diplomat", "the envoy"
// after "a French diplomat"; -1 for none or more than one.
func (c *Cast) sameNominal(p phrase, lemma string) int {
	if index, ok := c.byKey["NOMINAL:"+graph.Fold(c.nominalName(p))]; ok {
		return index
	}
	if !p.definite || p.owner < 0 && len(strings.Fields(p.bare)) > 1 {
		return -1
	}
	found, several := c.onlyNominal(p, func(fig *figure) bool {
		return slices.Contains(strings.Fields(graph.Fold(fig.name)), graph.Fold(p.noun)) && c.mentionedBefore(fig, p.head)
	})
	if found >= 0 || several || p.plural || p.owner >= 0 {
		return found
	}
	found, _ = c.onlyNominal(p, func(fig *figure) bool {
		return fig.kind == graph.KindPerson && c.synonymous(fig, lemma) && c.mentionedLately(fig, p.head)
	})
	return found
}

// onlyNominal returns the only nominal figure that is such, -1 for none or several.
func (c *Cast) onlyNominal(p phrase, such func(fig *figure) bool) (found int, several bool) {
	found = -1
	for i := range c.figures {
		fig := &c.figures[i]
		if p.owner >= 0 && (fig.holder != p.owner || p.plural || len(strings.Fields(p.bare)) > 1) {
			continue
		}
		if !fig.nominal || !such(fig) {
			continue
		}
		if found >= 0 {
			return -1, true
		}
		found = i
	}
	return found, false
}

// synonymous reports whether the noun by which a figure is known, the last word of
// its name that is of some group of synonyms, means the same as another.
func (c *Cast) synonymous(fig *figure, noun string) bool {
	for _, group := range synonyms {
		if group[noun] {
			return slices.ContainsFunc(strings.Fields(graph.Fold(fig.name)), func(word string) bool { return group[word] })
		}
	}
	return false
}

// synonyms are groups of nouns that articles exchange for one another.
var synonyms = []map[string]bool{
	wordSet(`diplomat envoy emissary negotiator representative mediator`),
	wordSet(`adviser advisor aide assistant`),
	wordSet(`lawmaker legislator parliamentarian`),
}

// maxNominalDistance is how many sentences later another noun may take up one.
const maxNominalDistance = 3

// mentionedLately reports whether a figure is mentioned in the sentences right
// before a token.
func (c *Cast) mentionedLately(fig *figure, token int) bool {
	from := c.doc.Sentences[max(c.doc.Tokens[token].Sentence-maxNominalDistance, 0)].Start
	return slices.ContainsFunc(fig.spans, func(s graph.MentionSpan) bool {
		return s.Start >= c.doc.Tokens[from].Start && s.Start < c.doc.Tokens[token].Start
	})
}

// countryAgain returns the state that "the country" as a subject takes up: the only
// one that acts in the sentence before it or in its own; -1 for others.
func (c *Cast) countryAgain(token int) int {
	lemma, t := c.lemma(token), c.doc.Tokens[token]
	if lemma != "country" && lemma != "nation" || t.Tag != "NN" || t.Dep != "nsubj" {
		return -1
	}
	span := c.nounPhrase(token)
	if length(span) != 2 || strings.ToLower(c.doc.Tokens[span.Start].Text) != "the" {
		return -1
	}
	found := -1
	for back := 0; back <= min(1, t.Sentence); back++ {
		for _, m := range c.mentionsIn(t.Sentence-back, token) {
			state := c.figures[m.Member].state
			if state == nil || !state.sovereign() || governmentBody(c.figures[m.Member].name) || m.Member == found {
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
