package evidence

import (
	"slices"
	"strings"

	"dateline/graph"
	"dateline/loader/grammar"
	"dateline/loader/language"
	"dateline/loader/when"
)

// Trigger is a word that tells of an event, with what its time depends on.
type Trigger struct {
	Token   int
	Anchor  int  // the word that its time is nearest to, if it is after Token
	Carrier int  // the verb that carries a noun, -1 for none
	IsNoun  bool // else the trigger is a verb
}

// TimeAt returns the time expression that a token stands in, nil if there is none.
func (a *Article) TimeAt(token int) *when.Expression {
	if index := a.timeIndex[token]; index >= 0 {
		return &a.times[index]
	}
	return nil
}

// TimeOf returns the time of an event: the nearest expression that belongs to the clause
// of its trigger rather than to the verb that reports it. Nil if there is none.
func TimeOf(a *Article, t Trigger) *graph.TimeSpan {
	if time, isRelated := fromAnother(a, t); isRelated {
		return time
	}
	home := homeOf(a, t)
	best, distance := -1, 0
	for _, index := range timesIn(a, a.Segment(t.Token)) {
		time := &a.times[index]
		if time.EDTF.IsZero() {
			continue
		}
		cost, ok := timeCost(a, time, t, home)
		if ok && (best < 0 || cost < distance) {
			best, distance = index, cost
		}
	}
	if best >= 0 {
		return Displaced(a, &a.times[best], t)
	}
	if since := sinceThen(a, t); since != nil {
		return since
	}
	return timeOfMedium(a, t)
}

// timeOfMedium returns the date of the letter in which something was said if a sentence
// opens with it, "In an email dated 3 May, Lim told Okoro"; nil if it does not.
func timeOfMedium(a *Article, t Trigger) *graph.TimeSpan {
	medium := OpeningMedium(a, t.Token)
	if medium < 0 || t.IsNoun || MeansNamed(a.Lemma(medium)) != graph.MeansMessage {
		return nil
	}
	first, last := a.Subtree(medium)
	for _, index := range timesIn(a, language.Span{Start: first, End: last}) {
		if time := &a.times[index]; !time.EDTF.IsZero() && time.EDTF.Precision() == graph.PrecisionDay {
			return time.TimeSpan()
		}
	}
	return nil
}

// timesIn returns the time expressions that start in a span, as indices in a.times.
func timesIn(a *Article, span language.Span) []int {
	var found []int
	for i := span.Start; i < span.End; i++ {
		if index := a.timeIndex[i]; index >= 0 && a.times[index].Span.Start == i {
			found = append(found, index)
		}
	}
	return found
}

// IsUnplaced reports whether the clause of a trigger names a day or a month whose year is
// unknown, or only says how long before or after another event it was.
func IsUnplaced(a *Article, t Trigger) bool {
	if time, isRelated := fromAnother(a, t); isRelated && time == nil {
		return true
	}
	home := homeOf(a, t)
	for _, index := range timesIn(a, a.Segment(t.Token)) {
		time := &a.times[index]
		if !time.EDTF.IsZero() || time.Type != when.Date || strings.HasSuffix(time.Value, "_REF") {
			continue
		}
		if _, ok := timeCost(a, time, t, home); ok {
			return true
		}
	}
	return false
}

// homeOf returns the words whose time is that of a trigger, each with its distance from it.
func homeOf(a *Article, t Trigger) map[int]int {
	home := map[int]int{t.Token: 0}
	verb := t.Token
	if t.IsNoun && t.Carrier >= 0 {
		if verb := Occurrence(a, t.Token); verb >= 0 {
			home[verb] = 1
			return home
		}
		if !isWhile(a, t.Token, t.Carrier) {
			return home
		}
		if !grammar.SpeechVerbs[a.Lemma(t.Carrier)] || TellsSomebody[a.Lemma(t.Carrier)] {
			home[t.Carrier] = 1
		}
		verb = t.Carrier
	}
	if a.Dep(t.Token) == "amod" { // a verb that the tagger missed
		home[a.Head(t.Token)], home[a.Root(t.Token)] = 1, 2
	}
	for step := 2; step < 2+grammar.MaxClimb; step++ {
		head := a.Head(verb)
		if head == verb {
			break
		}
		dep, tag := a.Dep(verb), a.Tag(verb)
		if journey := JourneyOf(a, verb); journey >= 0 {
			home[journey] = step
			break
		}
		infinitive := (dep == "xcomp" || dep == "advcl") && (tag == "VB" || tag == "VBG") && a.Child(verb, "mark") < 0
		if !infinitive && dep != "conj" && dep != "auxpass" || !a.IsVerb(head) || grammar.SpeechVerbs[a.Lemma(head)] {
			break
		}
		home[head] = step
		verb = head
	}
	return home
}

// JourneyOf returns the verb of travel that a clause with "where" continues, -1 for none:
// "will travel to Oslo on Monday, where he will meet Okoro", "is expected in Oslo on
// Monday, where".
func JourneyOf(a *Article, verb int) int {
	if a.Dep(verb) != "relcl" && a.Dep(verb) != "advcl" || !a.HasChild(verb, "where") {
		return -1
	}
	journey := a.VerbAbove(verb)
	if journey < 0 || grammar.SpeechVerbs[a.Lemma(journey)] {
		return -1
	}
	visit := slices.ContainsFunc(a.Children(journey, "dobj"), func(object int) bool { return visitNouns[a.Lemma(object)] })
	awaited := expecting[a.Lemma(journey)] && len(a.ObjectsOf(journey, "in")) > 0
	if visit || grammar.IsTravel(a.Parse, journey) || grammar.IsPassive(a.Parse, journey) && (awaited || len(a.ObjectsOf(journey, "to")) > 0) {
		return journey
	}
	return -1
}

// Occurrence returns the verb of a relative clause that says that a noun of action came
// about, "asked for a meeting, which took place"; -1 for none.
func Occurrence(a *Article, i int) int {
	_, last := a.Subtree(i)
	for clause := i + 1; clause < min(last, i+MaxPhrase); clause++ {
		if a.Dep(clause) != "relcl" || a.Tag(clause) != "VBD" || a.Child(clause, "neg") >= 0 || !a.HasChild(clause, "which", "that") {
			continue
		}
		if occurring[a.Lemma(clause)] || grammar.IsPhrasal(a.Parse, clause, occurring) {
			return clause
		}
	}
	return -1
}

// MaxPhrase is how many tokens after a noun its phrase may reach. A judgement.
const MaxPhrase = 40

// isWhile reports whether a noun shares the time of the verb that carries it, which it
// does not after "before" or "after".
func isWhile(a *Article, i, verb int) bool {
	for ancestor := range a.Ancestors(i) {
		if ancestor == verb {
			return true
		}
		switch word := a.Lower(ancestor); {
		case notWhile[word]:
			return false
		case word == "for":
			return grammar.IsTravel(a.Parse, verb)
		}
	}
	return true
}

// timeCost reports whether a time expression belongs to a home, and how loosely: the
// distance to the trigger weighs most, then nouns between, then tokens. The weights are
// judgements.
func timeCost(a *Article, time *when.Expression, t Trigger, home map[int]int) (int, bool) {
	root := a.SpanRoot(time.Span)
	if IsBound(a, time) || IsOfLater(a, time, t) {
		return 0, false
	}
	nouns := 0
	i := root
	for range 2 * grammar.MaxClimb {
		head := a.Head(i)
		if head == i {
			break
		}
		if far, ok := home[head]; ok {
			if isPartyPhrase(a, i, root, t) {
				return 0, false
			}
			return far*20 + nouns*10 + Apart(root, max(t.Anchor, t.Token)), true
		}
		if a.IsVerb(head) {
			return strayCost(a, time, head, t)
		}
		if a.IsNoun(head) && a.Child(i, "cc") < 0 {
			nouns++
		}
		i = head
	}
	return 0, false
}

// strayCost accepts a time expression that the parser hung on another verb though it
// follows the phrase of a noun, "said after talks with Okoro on Monday". The bounds are
// judgements.
func strayCost(a *Article, time *when.Expression, verb int, t Trigger) (int, bool) {
	if time.Span.Start < t.Token || time.Span.Start-t.Token > 14 || verb > t.Token && a.IsVerb(verb) {
		return 0, false
	}
	for i := t.Token + 1; i < time.Span.Start; i++ {
		if a.IsVerb(i) || a.Tokens[i].Text == "," || a.Tokens[i].Text == ";" {
			return 0, false
		}
	}
	return 100 + Apart(time.Span.Start, t.Token), true
}

// isPartyPhrase reports whether the phrase with a time expression is of a party or an
// object, which then has that time: "met the winner of the 2020 race".
func isPartyPhrase(a *Article, i, root int, t Trigger) bool {
	if i == root {
		return false
	}
	switch a.Dep(i) {
	case "nsubj", "nsubjpass", "dobj", "dative", "attr", "poss", "appos":
		return i != t.Token && !hangsDirectly(a, root, i)
	case "prep", "agent":
		if isOccasionPhrase(a, i) {
			return false
		}
		return ofParty[a.Lower(i)] && !hangsDirectly(a, root, i)
	}
	return false
}

// isOccasionPhrase reports whether a phrase only counts: "for the first time".
func isOccasionPhrase(a *Article, preposition int) bool {
	object := a.Child(preposition, "pobj")
	return a.Lower(preposition) == "for" && object >= 0 && CountedTimes[a.Lower(object)]
}

// hangsDirectly reports whether a time expression is all that a phrase adds, "from
// March", or follows its last noun, where the parser often hangs it wrongly: "with Okoro
// on Tuesday".
func hangsDirectly(a *Article, root, phrase int) bool {
	if a.Head(root) == phrase {
		return true
	}
	preposition := a.Head(root)
	if atTime[a.Lower(preposition)] {
		holder := a.Head(preposition)
		_, named := a.MentionAt(holder)
		return named || a.Lower(preposition) == "on" && len(a.Party(holder, nil)) > 0
	}
	holder := preposition
	if a.Dep(root) == "npadvmod" || a.Dep(root) == "nmod" || a.Dep(root) == "appos" {
		_, named := a.MentionAt(holder)
		return named && root > holder
	}
	return false
}

// IsBound reports whether a time expression only bounds another time: "since July",
// "until Friday".
func IsBound(a *Article, t *when.Expression) bool {
	if t.Span.Start == 0 {
		return false
	}
	if bounds[a.Lower(t.Span.Start-1)] {
		return true
	}
	for _, i := range []int{t.Span.Start, a.Head(a.SpanRoot(t.Span))} {
		if bounds[a.Lower(i)] {
			return true
		}
	}
	return false
}

// Apart returns the distance between two indices.
func Apart(a, b int) int {
	if a > b {
		return a - b
	}
	return b - a
}
