package reference

import (
	"slices"

	"dateline/graph"
	"dateline/loader/grammar"
	"dateline/loader/lexicon"
)

// antecedentsOfThey returns whom a form of "they" means: the plural or joined subject of
// the clause that its own hangs on, or of the sentence before; else the body that speaks
// of itself, or for "their" the only two people near by. None where the subject is of
// things.
func (g *groups) antecedentsOfThey(they int) []int {
	if subject := g.pluralSubjectAbove(they); subject >= 0 {
		return g.membersOf(subject, they)
	}
	if body := g.bodySpeaking(they); body >= 0 {
		return []int{body}
	}
	if subject := g.pluralSubjectBefore(they); subject >= 0 {
		return g.membersOf(subject, they)
	}
	return g.onlyPair(they)
}

// pluralSubjectAbove returns the plural subject of a clause that a pronoun stands in, -1
// for none: its own, where it can mean that, or one above.
func (g *groups) pluralSubjectAbove(they int) int {
	own := grammar.ClauseVerb(g.parse, they)
	if g.parse.Tag(they) == "PRP$" || g.parse.Tokens[they].Text == "themselves" {
		if subject := grammar.SharedSubject(g.parse, own); subject >= 0 && subject != they && isPlural(g.parse, subject) {
			return subject
		}
	}
	for verb := range g.parse.Ancestors(own) {
		subject := grammar.SurfaceSubject(g.parse, verb)
		if subject >= 0 && subject < they && isPlural(g.parse, subject) && g.antecedents.sameVoice(subject, they) {
			return subject
		}
	}
	return -1
}

// pluralSubjectBefore returns the plural subject of the sentence before, -1 for none.
func (g *groups) pluralSubjectBefore(they int) int {
	sentence := g.parse.Tokens[they].Sentence
	if sentence == 0 {
		return -1
	}
	span := g.parse.Sentences[sentence-1]
	for i := span.Start; i < span.End; i++ {
		if g.parse.Dep(i) != "ROOT" {
			continue
		}
		subject := grammar.SurfaceSubject(g.parse, i)
		if subject >= 0 && isPlural(g.parse, subject) && !isThey(g.parse, subject) && g.antecedents.sameVoice(subject, they) {
			return subject
		}
	}
	return -1
}

// bodySpeaking returns the body that is the subject of the clause above that of
// "they": "the Taliban said they would not talk"; -1 for none.
func (g *groups) bodySpeaking(they int) int {
	clause := grammar.ClauseVerb(g.parse, they)
	above := g.parse.Head(clause)
	if g.parse.Tag(they) != "PRP" || g.parse.Dep(clause) != "ccomp" || above == clause {
		return -1
	}
	subject := grammar.SurfaceSubject(g.parse, above)
	if subject < 0 || subject > they || !g.antecedents.sameVoice(subject, they) {
		return -1
	}
	m, ok := g.roster.At(subject)
	if !ok || m.Form != graph.MentionName {
		return -1
	}
	if d := &g.roster.Drafts[m.Member]; d.Kind != graph.KindOrganization || d.State != nil {
		return -1
	}
	return m.Member
}

// onlyPair returns the only two people whom the sentence of "their" names before it,
// or else the sentence before: "their meeting", "their talks".
func (g *groups) onlyPair(they int) []int {
	if g.parse.Tag(they) != "PRP$" {
		return nil
	}
	for sentence := range g.backFrom(they, 1) {
		people := g.peopleIn(sentence, they)
		if len(people) == 2 && !g.hasPlural(sentence, they) {
			return people
		}
		if len(people) > 0 {
			return g.pairWithBefore(sentence, people, they)
		}
	}
	return nil
}

// pairWithBefore returns the only person of a sentence and the only one of the sentence before
// it, where "their" is of what two do together: "The dispute has hurt Lim. It has hurt Okoro
// no less. Their meeting". None where a plural could be meant as well.
func (g *groups) pairWithBefore(sentence int, people []int, they int) []int {
	sense := contactNouns[g.names.Lemma(g.parse.Head(they))]
	if len(people) != 1 || sentence == 0 || sense == nil || sense.Direction != lexicon.Mutual || g.parse.Tokens[they].Sentence == sentence {
		return nil
	}
	before := g.peopleIn(sentence-1, they)
	if len(before) != 1 || before[0] == people[0] || g.hasPlural(sentence, they) || g.hasPlural(sentence-1, they) {
		return nil
	}
	return append(before, people...)
}

var contactNouns = lexicon.ContactNouns()

// peopleIn returns the people whom a sentence mentions before a token in the same voice.
func (g *groups) peopleIn(sentence, before int) []int {
	var people []int
	for _, m := range g.roster.MentionsIn(sentence, before) {
		if g.roster.Drafts[m.Member].Kind == graph.KindPerson && g.antecedents.sameVoice(m.Head, before) && !slices.Contains(people, m.Member) {
			people = append(people, m.Member)
		}
	}
	return people
}

// hasPlural reports whether a sentence has a plural noun of people or bodies before a
// token, whom "their" can mean as well.
func (g *groups) hasPlural(sentence, before int) bool {
	span := g.parse.Sentences[sentence]
	for i := span.Start; i < min(span.End, before); i++ {
		if grammar.IsPluralNoun(g.parse, i) && g.names.PeopleAt(i) {
			return true
		}
	}
	return false
}

// maxParties is how many parties a subject can have that "they" takes up; a longer list
// is an error of the parse. Judgement.
const maxParties = 20

// membersOf returns the parties of a plural or joined noun phrase, none where one of
// them is not a party or the pronoun itself.
func (g *groups) membersOf(noun, they int) []int {
	var found []int
	for next := noun; next >= 0; next = g.parse.Child(next, "conj") {
		if next == they || len(found) > maxParties {
			return nil
		}
		if !isThey(g.parse, next) {
			if group := g.group(next); len(group) > 0 {
				found = append(found, group...)
				continue
			}
		}
		member, ok := g.resolver.party(next, nil)
		if !ok {
			return nil
		}
		found = append(found, member)
	}
	return found
}

// isPlural reports whether a noun is plural, or joined with another by "and".
func isPlural(p *grammar.Parse, noun int) bool {
	return grammar.IsPluralNoun(p, noun) || p.Child(noun, "conj") >= 0
}

// isThey reports whether a token is "they" or a form of it, the possessive included.
func isThey(p *grammar.Parse, token int) bool {
	switch p.Lower(token) {
	case "their", "theirs":
		return true
	}
	return grammar.IsPluralPronoun(p, token)
}
