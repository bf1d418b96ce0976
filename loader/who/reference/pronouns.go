package reference

import (
	"iter"
	"slices"
	"strings"

	"dateline/graph"
	"dateline/loader/grammar"
	"dateline/loader/lexicon"
	"dateline/loader/quote"
	"dateline/loader/who/roster"
	"dateline/loader/who/vocabulary"
)

// antecedents finds whom pronouns of the third person singular mean, by Hobbs' search
// (Resolving Pronoun References, 1978) cut down to what is safe: the clauses that the
// pronoun hangs on, then its sentence and those before it, subjects first.
type antecedents struct {
	layers
	voices    *quote.Marks // who is quoted is another voice than the writer
	anyFemale bool         // some person is known to be a woman
}

// maxBack is how many sentences back a reference may look. Judgement.
const maxBack = 3

// resolve mentions whom a pronoun means, where that is safe.
func (a *antecedents) resolve(pronoun int) {
	if member := a.antecedent(pronoun, nil); member >= 0 {
		a.roster.AddMention(roster.PronounMention(pronoun, member))
	}
}

// antecedent returns the member that a pronoun means, -1 where none or more than one is
// likely.
func (a *antecedents) antecedent(pronoun int, exclude []int) int {
	thing := grammar.IsIt(a.parse, pronoun)
	if thing && a.meansNothing(pronoun) {
		return -1
	}
	for governor := range a.governors(pronoun) {
		if member := a.possibleAt(governor, pronoun, exclude); member >= 0 {
			if a.rivalBetween(governor, pronoun, member, exclude) {
				return -1
			}
			return member
		}
		if a.isUnnamed(governor, pronoun) {
			return -1
		}
	}
	if thing {
		return a.bodyBefore(pronoun, exclude)
	}
	return a.antecedentBefore(pronoun, exclude)
}

// antecedentBefore returns the member that a pronoun means in the nearest sentence that
// mentions one whom it can mean, -1 where that mentions several alike, or nobody but
// one without a name.
func (a *antecedents) antecedentBefore(pronoun int, exclude []int) int {
	own := a.parse.Tokens[pronoun].Sentence
	for sentence := range a.backFrom(pronoun, maxBack) {
		candidates := a.candidatesIn(sentence, pronoun, exclude)
		if sentence != own && a.isUnnamed(grammar.MainSubject(a.parse, sentence), pronoun) {
			return -1
		}
		if len(candidates) > 0 {
			return mostProminent(candidates)
		}
	}
	return -1
}

// nominalAntecedent returns the noun of the unnamed person whom a pronoun means, as
// in "A diplomat said he"; -1 for none.
func (a *antecedents) nominalAntecedent(pronoun int, exclude []int) int {
	for governor := range a.governors(pronoun) {
		if a.possibleAt(governor, pronoun, exclude) >= 0 {
			return -1
		}
		if a.isUnnamed(governor, pronoun) {
			return governor
		}
	}
	sentence := a.parse.Tokens[pronoun].Sentence
	if sentence == 0 || len(a.candidatesIn(sentence, pronoun, exclude)) > 0 {
		return -1
	}
	if subject := grammar.MainSubject(a.parse, sentence-1); a.isUnnamed(subject, pronoun) {
		return subject
	}
	return -1
}

// isUnnamed reports whether a token is a noun or pronoun of one person whom nothing
// names, and whom a pronoun can mean.
func (a *antecedents) isUnnamed(token, pronoun int) bool {
	if token < 0 || token == pronoun || a.names.IsNamed(token) || grammar.IsIt(a.parse, pronoun) {
		return false
	}
	if _, resolved := a.roster.Headed(token); resolved {
		return false
	}
	want := vocabulary.GenderOfNoun(a.parse.Lower(pronoun))
	if grammar.IsThirdPerson(a.parse, token) {
		return token < pronoun && !grammar.IsIt(a.parse, token) && vocabulary.SameGender(vocabulary.GenderOfNoun(a.parse.Lower(token)), want)
	}
	noun := a.names.Lemma(token)
	return a.parse.Tag(token) == "NN" && a.words.People[noun] && vocabulary.SameGender(vocabulary.GenderOfNoun(noun), want)
}

// meansNothing reports whether "it" means nothing, or anything: "it is important
// that", "end it", "what it means".
func (a *antecedents) meansNothing(pronoun int) bool {
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
func (a *antecedents) bodyBefore(pronoun int, exclude []int) int {
	token := a.parse.Tokens[pronoun]
	verb := a.names.Lemma(token.Head)
	if token.Sentence == 0 || token.Tag == "PRP$" || a.parse.Dep(token.Head) != "ROOT" || !vocabulary.IsSpeech(verb) && !conduct[verb] {
		return -1
	}
	for _, candidate := range a.candidatesIn(token.Sentence-1, pronoun, exclude) {
		if candidate.prominence == grammar.SentenceTopic {
			return candidate.member
		}
	}
	return -1
}

// governors yields whom a pronoun's clause hangs on, nearest first: the person
// that its own noun is joined to, the subject of its own clause for a possessive,
// then the controlling objects and the subjects of the clauses above. "LaRue said
// Magruder lied when he" yields Magruder, then LaRue.
func (a *antecedents) governors(pronoun int) iter.Seq[int] {
	return func(yield func(int) bool) {
		own := grammar.ClauseVerb(a.parse, pronoun)
		if isOwnClause(a.parse, pronoun) {
			if noun := a.parse.Tokens[a.parse.Head(pronoun)]; noun.Dep == "conj" && !yield(noun.Head) {
				return
			}
			if subject := grammar.SharedSubject(a.parse, own); subject >= 0 && !yield(subject) {
				return
			}
		}
		below := own
		for verb := range a.parse.Ancestors(own) {
			if pos := a.parse.Tokens[verb].POS; pos != "VERB" && pos != "AUX" {
				below = verb
				continue
			}
			if object := controller(a.parse, verb, below, own); object >= 0 && !yield(object) {
				return
			}
			below = verb
			if subject := a.subjectAbove(verb, pronoun); subject >= 0 && !yield(subject) {
				return
			}
		}
	}
}

// subjectAbove returns the subject of a verb above a pronoun, -1 for none. One that
// follows the pronoun and speaks is another: "His car was found, X said".
func (a *antecedents) subjectAbove(verb, pronoun int) int {
	subject := grammar.SurfaceSubject(a.parse, verb)
	if subject >= pronoun && vocabulary.IsSpeech(a.names.Lemma(verb)) {
		return -1
	}
	return subject
}

// controller returns the object of a verb that is who does what its complement says:
// "accused B of hiding his", "asked B to send his"; -1 for none. Below is the
// verb's child that leads down to the clause.
func controller(p *grammar.Parse, verb, below, own int) int {
	switch p.Dep(below) {
	case "prep", "xcomp", "ccomp":
	default:
		return -1
	}
	if grammar.SurfaceSubject(p, own) >= 0 || grammar.SurfaceSubject(p, below) >= 0 {
		return -1
	}
	for _, object := range p.Children(verb, "dobj", "dative") {
		if object > verb && object < below {
			return object
		}
	}
	return -1
}

// rivalBetween reports whether another person, whom the pronoun could mean as well, is
// named as a subject or possessor between its governor and it. Subjects and possessors
// keep to their governor.
func (a *antecedents) rivalBetween(governor, pronoun, member int, exclude []int) bool {
	if dep := a.parse.Dep(pronoun); isSubject(dep) || dep == "poss" {
		return false
	}
	barred := append(a.clauseMates(pronoun), exclude...)
	for t := governor + 1; t < pronoun; t++ {
		m, ok := a.roster.Headed(t)
		if !ok || m.Member == member || m.Form != graph.MentionName || !a.isPossible(m, pronoun, barred) {
			continue
		}
		if a.parse.Dep(t) == "poss" || grammar.ProminenceOf(a.parse, t) != grammar.NoSubject {
			return true
		}
	}
	return false
}

// possibleAt returns the member mentioned at a token if a pronoun can mean it, -1 if
// not.
func (a *antecedents) possibleAt(token, pronoun int, exclude []int) int {
	if token == pronoun {
		return -1
	}
	m, ok := a.roster.Headed(token)
	if !ok || m.Form == graph.MentionPronoun && token > pronoun {
		return -1
	}
	if !a.isPossible(m, pronoun, append(a.clauseMates(pronoun), exclude...)) {
		return -1
	}
	return m.Member
}

// isPossible reports whether a pronoun can mean a mention's member: kind and gender
// agree, and it is nobody whom its own clause or its quotation rules out.
func (a *antecedents) isPossible(m roster.Mention, pronoun int, barred []int) bool {
	if m.Member < 0 || slices.Contains(barred, m.Member) || m.Span.Start <= pronoun && pronoun < m.Span.End {
		return false
	}
	if m.Head < pronoun && a.voices.At(m.Head) >= 0 && a.voices.At(pronoun) < 0 {
		return false // named in another's words only
	}
	d := &a.roster.Drafts[m.Member]
	if grammar.IsIt(a.parse, pronoun) {
		return d.Kind == graph.KindOrganization
	}
	return d.Kind == graph.KindPerson && !a.speaksQuote(m, pronoun) && a.agrees(d, vocabulary.GenderOfNoun(a.parse.Lower(pronoun)))
}

// agrees reports whether a person can be of the gender of a pronoun. "She" is nobody
// whose gender is unknown where the article has a woman.
func (a *antecedents) agrees(d *roster.Draft, want vocabulary.Gender) bool {
	if want == vocabulary.Female && d.Gender == vocabulary.UnknownGender && a.anyFemale {
		return false
	}
	return vocabulary.SameGender(d.Gender, want)
}

// speaksQuote reports whether a mention is of the speaker of the quotation that a
// pronoun stands in: speakers call themselves "I".
func (a *antecedents) speaksQuote(m roster.Mention, pronoun int) bool {
	if a.voices.At(pronoun) < 0 || a.voices.At(m.Head) >= 0 {
		return false
	}
	return grammar.ProminenceOf(a.parse, m.Head) != grammar.NoSubject && vocabulary.IsSpeech(a.names.Lemma(a.parse.Head(m.Head)))
}

// candidate is a mention that a pronoun could mean.
type candidate struct {
	member     int
	prominence grammar.Prominence
}

// candidatesIn returns the mentions of a sentence before a pronoun that it can mean.
func (a *antecedents) candidatesIn(sentence, pronoun int, exclude []int) []candidate {
	barred := append(a.clauseMates(pronoun), exclude...)
	span := a.parse.Sentences[sentence]
	var found []candidate
	for t := span.Start; t < min(span.End, pronoun); t++ {
		if m, ok := a.roster.Headed(t); ok && m.Span.End <= pronoun && a.isPossible(m, pronoun, barred) {
			found = append(found, candidate{m.Member, grammar.ProminenceOf(a.parse, t)})
		}
	}
	return found
}

// mostProminent returns the only candidate of the highest prominence, -1 where two share
// it.
func mostProminent(candidates []candidate) int {
	best := slices.MaxFunc(candidates, func(a, b candidate) int { return int(a.prominence - b.prominence) })
	for _, other := range candidates {
		if other.prominence == best.prominence && other.member != best.member {
			return -1
		}
	}
	return best.member
}

// clauseMates returns whom an object pronoun cannot mean: the subject and the other
// objects of its own clause ("A called him": not A).
func (a *antecedents) clauseMates(pronoun int) []int {
	if isOwnClause(a.parse, pronoun) {
		return nil
	}
	verb := grammar.ClauseVerb(a.parse, pronoun)
	var mates []int
	for _, child := range a.parse.Children(verb, "nsubj", "nsubjpass", "dobj", "dative", "pobj", "agent") {
		if m, ok := a.roster.At(child); ok && child != pronoun {
			mates = append(mates, m.Member)
		}
	}
	// "He met with B": B is of the clause too, and stands in a phrase.
	if len(mates) == 0 && !isSubject(a.parse.Dep(pronoun)) {
		if m, ok := a.roster.At(grammar.SharedSubject(a.parse, verb)); ok {
			mates = append(mates, m.Member)
		}
	}
	return mates
}

// sameVoice reports whether two tokens stand in the same quotation or both outside.
func (a *antecedents) sameVoice(first, second int) bool {
	return a.voices.At(first) == a.voices.At(second)
}

// isOwnClause reports whether a pronoun can mean the subject of its own clause: "his",
// "himself".
func isOwnClause(p *grammar.Parse, pronoun int) bool {
	return p.Tag(pronoun) == "PRP$" || strings.HasSuffix(p.Tokens[pronoun].Text, "self")
}

// isSubject reports whether a label is one of subjects.
func isSubject(dep string) bool { return dep == "nsubj" || dep == "nsubjpass" }

// conduct are verbs of what states and bodies do among each other.
var conduct = lexicon.Class("conduct")
