package dating

import (
	"slices"
	"strconv"

	"dateline/graph"
	"dateline/loader/grammar"
	"dateline/loader/lexicon"
	"dateline/loader/what/evidence"
)

// setting is what the features of all candidates of an occasion share.
type setting struct {
	Occasion
	sentence   int
	position   string   // in the text
	own        string   // tense of the nearest verb
	finite     string   // tense of the nearest finite verb
	kind       string   // means, and whether a noun or a verb tells of it
	modifiers  []string // articles and adjectives of the trigger
	inSentence []int    // times of the sentence, as indices
	has        string   // how many
	isQuoted   bool
	isMany     bool   // it is told of as a habit, or in the plural
	isOld      bool   // the sentences around speak of times long past
	last       string // relation of the last time before the sentence to publication
}

func (c *Chronicle) settingOf(o Occasion) *setting {
	a, token := c.article, o.Trigger.Token
	verb := verbOf(o)
	s := &setting{Occasion: o, sentence: a.Tokens[token].Sentence, isQuoted: a.Marks.At(token) >= 0, last: "nothing"}
	s.position = sizeClass(s.sentence, 0, 2, 7, 19)
	s.own, s.finite = tenseOf(a.Parse, verb), finiteTense(a.Parse, verb)
	s.kind = string(o.Means) + " verb"
	if o.Trigger.IsNoun {
		s.kind = string(o.Means) + " noun"
		for _, child := range a.Children(token, "det", "poss", "amod") {
			if !isName(a, child) {
				s.modifiers = append(s.modifiers, a.Lower(child))
			}
		}
	}
	for _, i := range c.near(token) {
		switch at := c.sentence(i); {
		case at == s.sentence:
			s.inSentence = append(s.inSentence, i)
		case at < s.sentence:
			s.last = c.relation(c.times[i].EDTF)
		}
		if evidence.Apart(c.sentence(i), s.sentence) <= 1 && c.isLongPast(c.times[i].EDTF) {
			s.isOld = true
		}
	}
	s.isMany = grammar.IsPluralNoun(a.Parse, token) || isHabit(a, o.Trigger)
	s.has = strconv.Itoa(min(len(s.inSentence), 2))
	return s
}

// verbOf returns the verb that tells of an occasion, or carries the noun that does; -1 for
// none.
func verbOf(o Occasion) int {
	if o.Trigger.IsNoun {
		return o.Trigger.Carrier
	}
	return o.Trigger.Token
}

// habitual are adverbs of what happens more than once.
var habitual = lexicon.Class("habit")

// isHabit reports whether an event is told of as what happens again and again.
func isHabit(a *evidence.Article, t evidence.Trigger) bool {
	isOften := func(child int) bool { return habitual[a.Lower(child)] }
	for _, i := range []int{t.Token, t.Carrier} {
		if i >= 0 && (grammar.IsHabit(a.Parse, i) || slices.ContainsFunc(a.Children(i), isOften)) {
			return true
		}
	}
	return false
}

// isName reports whether a token may name somebody, so that no feature may show it.
func isName(a *evidence.Article, i int) bool {
	return grammar.IsProperNoun(a.Parse, i) || a.Tokens[i].Text != a.Lower(i)
}

// isLongPast reports whether a time ended two months before publication.
func (c *Chronicle) isLongPast(e graph.EDTF) bool {
	published := c.article.Published
	return !published.IsZero() && e.Latest().Before(published.AddDays(-60))
}

// relation returns how a time lies to the day of publication.
func (c *Chronicle) relation(e graph.EDTF) string {
	published := c.article.Published
	if published.IsZero() {
		return "unknown"
	}
	first, last := e.Earliest().DaysSince(published), e.Latest().DaysSince(published)
	switch {
	case first == 0 && last == 0:
		return "same day"
	case first <= 0 && last >= 0:
		return "around"
	case last < 0:
		return "past " + sizeClass(-last, 1, 7, 31, 366)
	}
	return "future " + sizeClass(first, 7, 31)
}

// sizeClass returns the first bound that a number does not exceed.
func sizeClass(n int, bounds ...int) string {
	for _, bound := range bounds {
		if n <= bound {
			return strconv.Itoa(bound)
		}
	}
	return "more"
}

// tenseOf returns a class of the tense of a verb, with its auxiliaries.
func tenseOf(p *grammar.Parse, verb int) string {
	if verb < 0 {
		return "no verb"
	}
	tag := p.Tag(verb)
	for _, child := range p.Children(verb, "aux", "auxpass") {
		switch lemma := p.Lemma(child); {
		case p.Tag(child) == "MD" && (lemma == "will" || lemma == "shall"):
			return "will"
		case p.Tag(child) == "MD":
			return "modal"
		case lemma == "have" && p.Tag(child) == "VBD":
			return "pluperfect"
		case lemma == "have":
			return "perfect"
		case lemma == "be" || lemma == "do":
			return tag + " " + p.Tag(child)
		case p.Lower(child) == "to":
			return "infinitive"
		}
	}
	return tag
}

// finiteTense returns the tense of the first finite verb from a verb upwards.
func finiteTense(p *grammar.Parse, verb int) string {
	for range grammar.MaxClimb {
		if verb < 0 {
			break
		}
		switch tense := tenseOf(p, verb); tense {
		case "infinitive", "VB", "VBG", "VBN", "VBG VBG", "VBN VBG":
			verb = p.VerbAbove(verb)
		default:
			return tense
		}
	}
	return "none"
}
