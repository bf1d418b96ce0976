package grammar

import (
	"slices"
	"strings"
)

// Slot is what an argument is to the event word of its proposition. A prepositional
// phrase has the preposition as its slot: "with", "between".
type Slot string

// The slots that are no prepositions.
const (
	Subject        Slot = "subject"         // of a verb: who does it, also in the passive
	Object         Slot = "object"          // of a verb: to whom or what it is done, also in the passive
	IndirectObject Slot = "indirect object" // Okoro in "sent Okoro a letter", of the verb or of the letter
	Possessor      Slot = "possessor"       // of a noun: "Lim's call"
	Modifier       Slot = "modifier"        // a word before a noun: "the Chad-Oman talks", "French contacts"
	CarrierSubject Slot = "carrier subject" // the subject of the verb that carries a noun: "Lim held talks"
	Included       Slot = "included"        // the object of "a meeting that included Okoro"
	ClauseSubject  Slot = "clause subject"  // the subject of a clause that a phrase with the noun stands in: "Lim said in a call with Okoro"
	ClauseObject   Slot = "clause object"   // the object of such a clause: "Lim told Okoro in a call"
	ClauseWith     Slot = "clause with"     // the "with" of such a clause: "Lim agreed with Okoro in a call"
	ClauseTo       Slot = "clause to"       // the "to" of such a clause: "Lim appealed to Okoro in a letter"
)

// Via is the set of constructions by which a phrase became an argument. An argument with
// none stands beside its event word as its own.
type Via uint32

// The constructions.
const (
	ByCoordination  Via = 1 << iota // "Lim and Okoro"
	ByRelative                      // "Lim, who phoned"
	ByFellow                        // "Lim and Okoro, who phoned": Lim
	ByCleft                         // "it was Lim who phoned"
	ByCompanion                     // "Lim, along with Okoro"
	ByInclusion                     // "aides, including Okoro"
	ByList                          // "Lim, Okoro meet": read as apposition
	ByPassive                       // "was phoned by Lim"
	BySharedSubject                 // "Lim landed and met Okoro"
	ByControl                       // "Lim agreed to meet Okoro", "told Lim to meet Okoro"
	ByPurpose                       // "Lim flew out to meet Okoro"
	ByParticiple                    // "after meeting Okoro, Lim"
	ByInfinitive                    // "Lim's plan to meet Okoro"
	BySharedTail                    // "met and spoke with Okoro"
	ByLightVerb                     // "Lim held talks with Okoro"
	ByEventSubject                  // "talks took place between Lim and Okoro"
	ByPredicate                     // "the call was his first with Okoro"
	ByClause                        // "Lim said in a call"
	ByNested                        // "by phone with Okoro"
	ByGapping                       // "met Okoro on Monday and Silva on Tuesday": Silva
	ByRepair                        // taken from where the parser wrongly hung it
)

var viaNames = []string{
	"coordination", "relative", "fellow", "cleft", "companion", "inclusion", "list", "passive", "shared subject",
	"control", "purpose", "participle", "infinitive", "shared tail", "light verb", "event as subject", "predicate",
	"clause", "nested", "gapping", "repair",
}

// String names the constructions of a set, for tests and messages.
func (v Via) String() string {
	var names []string
	for bit, name := range viaNames {
		if v&(1<<bit) != 0 {
			names = append(names, name)
		}
	}
	return strings.Join(names, ", ")
}

// Has reports whether a set has any of these constructions.
func (v Via) Has(any Via) bool { return v&any != 0 }

// Argument is a phrase that takes part in what a proposition says.
type Argument struct {
	Slot  Slot
	Token int // the head of the phrase
	First int // the head of the phrase with which it is coordinated, itself if it is the first
	Via   Via // how it became an argument
}

// withVia returns arguments that came by one more construction.
func withVia(arguments []Argument, via Via) []Argument {
	all := slices.Clone(arguments)
	for i := range all {
		all[i].Via |= via
	}
	return all
}

// inSlot returns arguments as those of a slot.
func inSlot(arguments []Argument, slot Slot) []Argument {
	all := slices.Clone(arguments)
	for i := range all {
		all[i].Slot = slot
	}
	return all
}

// Groups returns the heads of arguments, one group for each coordination, without those
// that Conjuncts gives for an earlier head of their group.
func Groups(p *Parse, arguments []Argument) [][]int {
	var groups [][]int
	var firsts, covered []int
	for _, argument := range arguments {
		if slices.Contains(covered, argument.Token) {
			continue
		}
		covered = append(covered, p.Conjuncts(argument.Token)...)
		if i := slices.Index(firsts, argument.First); i >= 0 {
			groups[i] = append(groups[i], argument.Token)
			continue
		}
		firsts = append(firsts, argument.First)
		groups = append(groups, []int{argument.Token})
	}
	return groups
}

// Leads returns the heads of arguments, without those that Conjuncts gives for an earlier
// one.
func Leads(p *Parse, arguments []Argument) []int { return slices.Concat(Groups(p, arguments)...) }

// maxArguments bounds the arguments that coordination may give a slot; no sentence that
// people wrote has as many. A judgement.
const maxArguments = 40

// phraseReader finds who or what a phrase names.
type phraseReader struct {
	*Parse
	isPerson func(token int) bool // see NewReader
}

// phrase returns a phrase as an argument with those that stand beside it in the same
// role: what is coordinated with it, "A, along with B", "A, including B". A relative
// pronoun gives its antecedent.
func (r phraseReader) phrase(token int, via Via) []Argument {
	if isRelativePronoun(r.Parse, token) {
		return r.antecedents(token, via)
	}
	found := []Argument{{Token: token, Via: via}}
	for next := 0; next < len(found) && len(found) < maxArguments; next++ {
		for _, child := range r.Children(found[next].Token) {
			found = addOnce(found, r.beside(child, via)...)
		}
	}
	found = addOnce(found, r.absorbed(token, via)...)
	found = addOnce(found, r.strayConjunct(found, via)...)
	for i := range found {
		found[i].First = token
	}
	return found
}

// absorbed returns the people whom the parser took for a part of the name after "and": Lim
// in "envoy Ada Lim and Trade Minister Bo Okoro".
func (r phraseReader) absorbed(token int, via Via) []Argument {
	if r.isPerson == nil || r.Tag(token) != "NNP" || !r.isPerson(token) {
		return nil
	}
	var found []Argument
	first, _ := r.Subtree(token)
	for t := first; t+2 < token; t++ {
		isJoined := r.Lower(t+1) == "and" && r.Head(t+1) == t && !r.isNamed(r.Child(t, "conj"))
		if r.Dep(t) == "nmod" && IsProperNoun(r.Parse, t) && r.isPerson(t) && isJoined {
			found = append(found, Argument{Token: t, Via: via | ByCoordination | ByRepair})
		}
	}
	return found
}

// isNamed reports whether a token is of a name of a person or place, rather than of an office
// that the model takes for a body: "Trade" of "Trade Minister".
func (r phraseReader) isNamed(token int) bool {
	if token < 0 {
		return false
	}
	entity := r.Tokens[token].Entity
	return r.isPerson(token) || entity >= 0 && r.Entities[entity].Label != "ORG"
}

// addOnce adds the arguments whose token no other has.
func addOnce(all []Argument, more ...Argument) []Argument {
	for _, argument := range more {
		if !slices.ContainsFunc(all, func(a Argument) bool { return a.Token == argument.Token && a.Slot == argument.Slot }) {
			all = append(all, argument)
		}
	}
	return all
}

// beside returns the phrases that a child of a phrase puts into the same role.
func (r phraseReader) beside(child int, via Via) []Argument {
	switch dep := r.Dep(child); {
	case dep == "conj" && isNominal(r.Parse, child) && child > r.Head(child):
		return []Argument{{Token: child, Via: via | ByCoordination}}
	case dep == "appos" && r.IsNoun(r.Head(child)) && r.isPerson != nil && r.isPerson(child):
		// "the envoy, Lim, and the minister": the fellow hung on the name in apposition
		return arguments(r.Conjuncts(child)[1:], via|ByCoordination)
	case (dep == "prep" || dep == "cc") && r.Lower(child) == "with" && r.HasChild(child, "along", "together"):
		return arguments(r.Children(child, "pobj"), via|ByCompanion)
	case dep == "prep" && r.Lower(child) == "including":
		return arguments(r.Children(child, "pobj"), via|ByInclusion)
	}
	return nil
}

// arguments makes arguments of tokens.
func arguments(tokens []int, via Via) []Argument {
	var found []Argument
	for _, token := range tokens {
		found = append(found, Argument{Token: token, Via: via})
	}
	return found
}

// isNominal reports whether a token can head a phrase that takes part in something.
func isNominal(p *Parse, token int) bool {
	switch p.Tokens[token].POS {
	case "NOUN", "PROPN", "PRON", "ADJ", "NUM", "X", "DET":
		return true
	}
	return false
}

// strayConjunct returns the second member of "talks with Lim and his envoy Okoro" if the
// parser hung it on the verb.
func (r phraseReader) strayConjunct(found []Argument, via Via) []Argument {
	last := found[0].Token
	for _, argument := range found {
		last = max(last, argument.Token)
	}
	_, end := r.Subtree(last)
	if end+1 >= len(r.Tokens) || r.Lower(end) != "and" || r.Dep(end) != "cc" {
		return nil
	}
	verb := r.Head(end)
	if !r.IsVerb(verb) || verb > found[0].Token {
		return nil
	}
	for _, stray := range r.Children(verb, "conj") {
		if first, _ := r.Subtree(stray); first == end+1 && r.IsNoun(stray) {
			return []Argument{{Token: stray, Via: via | ByCoordination | ByRepair}}
		}
	}
	return nil
}
