package reference

import (
	"slices"

	"dateline/graph"
	"dateline/loader/logistic"
	"dateline/loader/who/vocabulary"
)

// Candidate is a person whom a pronoun could mean, as the scorer sees it.
type Candidate struct {
	// Member is the index of the person's member, -1 for somebody without a name, whose
	// first noun or pronoun is Noun.
	Member, Noun int
	// Last is the token of the nearest mention.
	Last int
	// Features are what the scorer goes by.
	Features logistic.Features

	entity int // -1 for a member whom the text names only after the pronoun
}

// Choice is a pronoun with all whom it could mean. The last candidate is none of them.
type Choice struct {
	Pronoun    int
	Candidates []Candidate
	Best       int       // of Candidates
	Odds       []float64 // the probability of each candidate
}

// Bounds of the search for candidates. Judgements.
const (
	maxMentionsBack  = 60
	maxSentencesBack = 8
	maxTokensBack    = 500
	maxCandidates    = 12
)

// antecedentsOf returns whom a pronoun of a person could mean: those whom the text
// mentioned not long before, nearest first, and those whom its sentence names after it.
func (a *antecedents) antecedentsOf(pronoun int, exclude []int) []Candidate {
	d := a.discourse
	want := vocabulary.GenderOfNoun(a.parse.Lower(pronoun))
	barred := append(a.clauseMates(pronoun), exclude...)
	var found []Candidate
	sentence := a.parse.Tokens[pronoun].Sentence
	knownHere := false // somebody of its gender is nearer, in its sentence
	mentions := d.before(pronoun)
	for i := mentions - 1; i >= max(0, mentions-maxMentionsBack) && len(found) < maxCandidates; i-- {
		m := d.mentions[i]
		if sentence-a.parse.Tokens[m.token].Sentence > maxSentencesBack || pronoun-m.token > maxTokensBack {
			break
		}
		e := &d.entities[m.entity]
		if slices.ContainsFunc(found, func(c Candidate) bool { return c.entity == m.entity }) || !vocabulary.SameGender(e.gender, want) {
			continue
		}
		if e.member >= 0 && slices.Contains(barred, e.member) || a.isInPhraseOf(pronoun, m.token) || a.isClauseMate(pronoun, m.token) {
			continue
		}
		if knownHere && e.gender != want && e.shown[want] == 0 {
			continue
		}
		knownHere = knownHere || e.gender == want && e.member >= 0 && a.parse.Tokens[m.token].Sentence == sentence
		found = append(found, Candidate{Member: e.member, Noun: e.noun, Last: m.token, entity: m.entity})
	}
	return append(found, a.candidatesAfter(pronoun, want, barred, found)...)
}

// candidatesAfter returns those whom the sentence names after a pronoun and nothing before.
func (a *antecedents) candidatesAfter(pronoun int, want vocabulary.Gender, barred []int, before []Candidate) []Candidate {
	var found []Candidate
	for _, m := range a.discourse.namedAfter(pronoun) {
		isMember := func(c Candidate) bool { return c.Member == m.Member }
		if slices.Contains(barred, m.Member) || slices.ContainsFunc(before, isMember) || slices.ContainsFunc(found, isMember) {
			continue
		}
		if !vocabulary.SameGender(a.roster.Drafts[m.Member].Gender, want) || a.isInPhraseOf(pronoun, m.Head) {
			continue
		}
		found = append(found, Candidate{Member: m.Member, Noun: -1, Last: m.Head, entity: -1})
	}
	return found
}

// isInPhraseOf reports whether a pronoun is a part of the phrase that a noun heads: "his"
// in "his friend" is not the friend.
func (a *antecedents) isInPhraseOf(pronoun, noun int) bool {
	for head, n := a.parse.Head(pronoun), 0; n < maxBeside; head, n = a.parse.Head(head), n+1 {
		if head == noun {
			return a.parse.Dep(pronoun) == "poss"
		}
		if pos := a.parse.Tokens[head].POS; pos == "VERB" || pos == "AUX" {
			return false
		}
	}
	return false
}

// isClauseMate reports whether a mention without a name is another party of the clause
// of an object pronoun.
func (a *antecedents) isClauseMate(pronoun, mention int) bool {
	if isOwnClause(a.parse, pronoun) || isSubject(a.parse.Dep(pronoun)) {
		return false
	}
	head := a.parse.Head(mention)
	return head == a.parse.Head(pronoun) && isSubject(a.parse.Dep(mention))
}

// describedAs returns how the nearest mention of a candidate refers to it.
func (a features) describedAs(c *Candidate) string {
	m, ok := a.discourse.at(c.Last)
	switch {
	case !ok || m.form == graph.MentionName:
		return "name"
	case m.form == graph.MentionPronoun:
		return "pronoun"
	}
	return "noun"
}

// at returns the mention at a token.
func (d *discourse) at(token int) (placed, bool) {
	i := d.before(token)
	if i < len(d.mentions) && d.mentions[i].token == token {
		return d.mentions[i], true
	}
	return placed{}, false
}
