package reference

import (
	"slices"

	"dateline/graph"
	"dateline/loader/grammar"
	"dateline/loader/lexicon"
	"dateline/loader/who/roster"
	"dateline/loader/who/vocabulary"
)

// maxBack is how many sentences back a reference may look. Judgement.
const maxBack = 3

// bodyAntecedents finds whom "it" means.
type bodyAntecedents struct{ *clauses }

// bodyMeant returns the organization that a form of "it" means, by Hobbs' search (Resolving
// Pronoun References, 1978) cut down to what is safe: the clauses that the pronoun hangs
// on, subjects first; -1 where none or more than one is likely.
func (a bodyAntecedents) bodyMeant(pronoun int, exclude []int) int {
	if a.meansNothing(pronoun) {
		return -1
	}
	for governor := range a.governors(pronoun) {
		if member := a.bodyAt(governor, pronoun, exclude); member >= 0 {
			if a.rivalBetween(governor, pronoun, member, exclude) {
				return -1
			}
			return member
		}
	}
	return a.bodyBefore(pronoun, exclude)
}

// meansNothing reports whether "it" means nothing, or anything: "it is important
// that", "end it", "what it means".
func (a bodyAntecedents) meansNothing(pronoun int) bool {
	if isOwnClause(a.parse, pronoun) {
		return false
	}
	if !isSubject(a.parse.Dep(pronoun)) {
		return true
	}
	return ofNothing[a.names.Lemma(a.parse.Head(pronoun))]
}

var ofNothing = lexicon.Class("of-nothing")

// bodyBefore returns the body that is the subject of the sentence before, for "It
// said": an "it" that opens its sentence and does what only bodies do.
func (a bodyAntecedents) bodyBefore(pronoun int, exclude []int) int {
	token := a.parse.Tokens[pronoun]
	verb := a.names.Lemma(token.Head)
	if token.Sentence == 0 || token.Tag == "PRP$" || a.parse.Dep(token.Head) != "ROOT" || !vocabulary.IsSpeech(verb) && !conduct[verb] {
		return -1
	}
	for _, candidate := range a.bodiesIn(token.Sentence-1, pronoun, exclude) {
		if candidate.prominence == grammar.SentenceTopic {
			return candidate.member
		}
	}
	return -1
}

// rivalBetween reports whether another body, which the pronoun could mean as well, is
// named as a subject or possessor between its governor and it. Subjects and possessors
// keep to their governor.
func (a bodyAntecedents) rivalBetween(governor, pronoun, member int, exclude []int) bool {
	if dep := a.parse.Dep(pronoun); isSubject(dep) || dep == "poss" {
		return false
	}
	barred := append(a.clauseMates(pronoun), exclude...)
	for t := governor + 1; t < pronoun; t++ {
		m, ok := a.roster.Headed(t)
		if !ok || m.Member == member || m.Form != graph.MentionName || !a.isPossibleBody(m, pronoun, barred) {
			continue
		}
		if a.parse.Dep(t) == "poss" || grammar.ProminenceOf(a.parse, t) != grammar.NoSubject {
			return true
		}
	}
	return false
}

// bodyAt returns the member mentioned at a token if a pronoun can mean it, -1 if
// not.
func (a bodyAntecedents) bodyAt(token, pronoun int, exclude []int) int {
	if token == pronoun {
		return -1
	}
	m, ok := a.roster.Headed(token)
	if !ok || m.Form == graph.MentionPronoun && token > pronoun {
		return -1
	}
	if !a.isPossibleBody(m, pronoun, append(a.clauseMates(pronoun), exclude...)) {
		return -1
	}
	return m.Member
}

// isPossibleBody reports whether a pronoun can mean a mention's member: kind and gender
// agree, and it is nobody whom its own clause or its quotation rules out.
func (a bodyAntecedents) isPossibleBody(m roster.Mention, pronoun int, barred []int) bool {
	if m.Member < 0 || slices.Contains(barred, m.Member) || m.Span.Start <= pronoun && pronoun < m.Span.End {
		return false
	}
	if m.Head < pronoun && a.voices.At(m.Head) >= 0 && a.voices.At(pronoun) < 0 {
		return false // named in another's words only
	}
	return a.roster.Drafts[m.Member].Kind == graph.KindOrganization
}

// body is a mention of an organization that a pronoun could mean.
type body struct {
	member     int
	prominence grammar.Prominence
}

// bodiesIn returns the mentions of a sentence before a pronoun that it can mean.
func (a bodyAntecedents) bodiesIn(sentence, pronoun int, exclude []int) []body {
	barred := append(a.clauseMates(pronoun), exclude...)
	span := a.parse.Sentences[sentence]
	var found []body
	for t := span.Start; t < min(span.End, pronoun); t++ {
		if m, ok := a.roster.Headed(t); ok && m.Span.End <= pronoun && a.isPossibleBody(m, pronoun, barred) {
			found = append(found, body{m.Member, grammar.ProminenceOf(a.parse, t)})
		}
	}
	return found
}

// conduct are verbs of what states and bodies do among each other.
var conduct = lexicon.Class("conduct")
