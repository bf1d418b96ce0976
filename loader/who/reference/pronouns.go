package reference

import (
	_ "embed"
	"iter"
	"slices"
	"strings"
	"sync"

	"dateline/graph"
	"dateline/loader/grammar"
	"dateline/loader/logistic"
	"dateline/loader/quote"
	"dateline/loader/who/roster"
	"dateline/loader/who/vocabulary"
)

// antecedents finds whom pronouns of the third person singular mean: of all whom the text
// spoke of shortly before, the one whom a regression learned from annotated texts ranks
// first (Denis and Baldridge, A Ranking Approach to Pronoun Resolution, 2007). Gender and
// the clause bar some from the start (candidate.go).
type antecedents struct {
	*clauses
	bodyAntecedents
	features
	discourse *discourse
	weights   logistic.Weights
	observe   func(*Choice) // each of ResolveNamed, if set
}

// weightsFile has the weights of the regression. bench/pronouns learns them; they contain
// no text.
//
//go:embed weights.tsv
var weightsFile string

// antecedentWeights parses the weights once.
var antecedentWeights = sync.OnceValue(func() logistic.Weights { return logistic.Parse(weightsFile) })

// leastOdds is the probability from which the best candidate counts as meant. Judgement: the
// table that bench/pronouns prints (folds of GUM, resolved by weights learned from the other
// folds, ECB+ and WikiEvents) trades recall for precision evenly, and contacts of news gain
// from recall.
const leastOdds = 0.4

// joinedRivalry is how many times likelier than who is joined with it a candidate has to be.
// Judgement.
const joinedRivalry = 4

// leastOddsOfThing is that probability for a name that was not taken for a person's.
// Judgement.
const leastOddsOfThing = 0.6

func newAntecedents(l layers) *antecedents {
	in, spoken := &clauses{l, quote.FindStrict(l.parse)}, newDiscourse(l)
	return &antecedents{clauses: in, bodyAntecedents: bodyAntecedents{in}, features: features{in, spoken}, discourse: spoken, weights: antecedentWeights()}
}

// resolve mentions whom a pronoun means, where that is safe.
func (a *antecedents) resolve(pronoun int) {
	if grammar.IsIt(a.parse, pronoun) {
		if member := a.bodyMeant(pronoun, nil); member >= 0 {
			a.roster.AddMention(roster.PronounMention(pronoun, member))
		}
		return
	}
	choice := a.choose(pronoun, nil)
	if a.observe != nil {
		a.observe(&choice)
	}
	best := choice.Candidates[choice.Best]
	switch {
	case best.entity >= 0:
		a.discourse.take(pronoun, best.entity)
	case best.Member >= 0:
		a.discourse.take(pronoun, a.discourse.entityOf(best.Member))
	default:
		gender := vocabulary.GenderOfNoun(a.parse.Lower(pronoun))
		a.discourse.take(pronoun, a.discourse.newEntity(pronoun, gender, ""))
	}
	if best.Member >= 0 && a.isSafe(choice) {
		a.roster.IsPersonAfterAll(best.Member, vocabulary.GenderOfNoun(a.parse.Lower(pronoun)))
		a.roster.AddMention(roster.PronounMention(pronoun, best.Member))
	}
}

// isSafe reports whether the best candidate is likely, and is not named in one breath with
// another who is hardly less so: "Orr and Lund called. She".
func (a *antecedents) isSafe(choice Choice) bool {
	best := &choice.Candidates[choice.Best]
	for i := range choice.Candidates {
		rival := &choice.Candidates[i]
		if i != choice.Best && rival.entity >= 0 && best.entity >= 0 && joinedRivalry*choice.Odds[i] > choice.Odds[choice.Best] && areJoined(a.parse, best.Last, rival.Last) {
			return false
		}
	}
	if best.Member >= 0 && a.roster.Drafts[best.Member].Kind != graph.KindPerson {
		return choice.Odds[choice.Best] >= leastOddsOfThing
	}
	return choice.Odds[choice.Best] >= leastOdds
}

// areJoined reports whether two nouns are joined with each other: "Orr and Lund".
func areJoined(p *grammar.Parse, first, second int) bool {
	first, second = min(first, second), max(first, second)
	return slices.Contains(p.Conjuncts(first), second)
}

// choose ranks whom a pronoun of a person can mean.
func (a *antecedents) choose(pronoun int, exclude []int) Choice {
	choice := Choice{Pronoun: pronoun, Candidates: a.describe(pronoun, a.antecedentsOf(pronoun, exclude))}
	features := make([]logistic.Features, len(choice.Candidates))
	for i := range choice.Candidates {
		features[i] = choice.Candidates[i].Features
	}
	choice.Best, choice.Odds = a.weights.Choose(features)
	return choice
}

// antecedent returns the member that a pronoun means, or the noun of a person whom nothing
// names; -1 for none, or where none is likely.
func (a *antecedents) antecedent(pronoun int, exclude []int) (member, noun int) {
	if grammar.IsIt(a.parse, pronoun) {
		return a.bodyMeant(pronoun, exclude), -1
	}
	choice := a.choose(pronoun, exclude)
	if !a.isSafe(choice) {
		return -1, -1
	}
	best := choice.Candidates[choice.Best]
	if best.Member >= 0 && a.roster.Drafts[best.Member].Kind != graph.KindPerson {
		return -1, -1
	}
	return best.Member, best.Noun
}

// clauses are those that a pronoun stands in, and who else does.
type clauses struct {
	layers
	voices *quote.Marks // who is quoted is another voice than the writer
}

// governors yields whom a pronoun's clause hangs on, nearest first: the person
// that its own noun is joined to, the subject of its own clause for a possessive,
// then the controlling objects and the subjects of the clauses above. "LaRue said
// Magruder lied when he" yields Magruder, then LaRue.
func (a *clauses) governors(pronoun int) iter.Seq[int] {
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
func (a *clauses) subjectAbove(verb, pronoun int) int {
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

// clauseMates returns whom an object pronoun cannot mean: the subject and the other
// objects of its own clause ("A called him": not A).
func (a *clauses) clauseMates(pronoun int) []int {
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
		if m, ok := a.roster.At(understoodSubject(a.parse, verb)); ok {
			mates = append(mates, m.Member)
		}
	}
	return mates
}

// sameVoice reports whether two tokens stand in the same quotation or both outside.
func (a *clauses) sameVoice(first, second int) bool {
	return a.voices.At(first) == a.voices.At(second)
}

// isOwnClause reports whether a pronoun can mean the subject of its own clause: "his",
// "himself".
func isOwnClause(p *grammar.Parse, pronoun int) bool {
	return p.Tag(pronoun) == "PRP$" || strings.HasSuffix(p.Tokens[pronoun].Text, "self")
}

// isSubject reports whether a label is one of subjects.
func isSubject(dep string) bool { return dep == "nsubj" || dep == "nsubjpass" }

// understoodSubject returns the subject of a clause that has none of its own, or a relative
// pronoun: "B" in "B, who thanked him" and "asked B to call him"; -1 for none.
func understoodSubject(p *grammar.Parse, verb int) int {
	subject := grammar.SurfaceSubject(p, verb)
	if subject >= 0 && p.Dep(verb) == "relcl" && strings.HasPrefix(p.Tag(subject), "W") {
		return p.Head(verb)
	}
	if subject < 0 {
		if object := controller(p, p.Head(verb), verb, verb); object >= 0 {
			return object
		}
	}
	return grammar.SharedSubject(p, verb)
}
