package dating

import (
	"slices"
	"strconv"
	"strings"

	"dateline/loader/grammar"
	"dateline/loader/logistic"
	"dateline/loader/what/evidence"
	"dateline/loader/when"
)

// describe returns the features of the candidate with this index. None names anybody.
func (c *Chronicle) describe(s *setting, all []Candidate, index int) logistic.Features {
	var f logistic.Features
	candidate := &all[index]
	where := c.whereOf(s, candidate)
	f.Add("where", where)
	f.Add("where+has", where, s.has)
	f.Add("where+finite", where, s.finite)
	f.Add("where+own", where, s.own)
	f.Add("where+kind", where, s.kind)
	f.Add("where+position", where, s.position)
	f.Add("where+status", where, string(s.Status))
	f.Add("where+many", where, strconv.FormatBool(s.isMany))
	c.describeDays(&f, s, candidate, where)
	describeAgreement(&f, all, index)
	if candidate.expression >= 0 {
		c.describeExpression(&f, s, candidate.expression)
	} else {
		describeDefault(&f, s, candidate)
	}
	return f
}

// whereOf returns where a candidate comes from, and how many sentences away.
func (c *Chronicle) whereOf(s *setting, candidate *Candidate) string {
	if candidate.expression < 0 {
		return string(candidate.origin)
	}
	far := c.sentence(candidate.expression) - s.sentence
	return string(candidate.origin) + strconv.Itoa(min(max(far, -3), 2))
}

// describeDays describes which days a candidate means.
func (c *Chronicle) describeDays(f *logistic.Features, s *setting, candidate *Candidate, where string) {
	if candidate.Time == nil {
		return
	}
	e := candidate.Time.EDTF
	relation, size := c.relation(e), sizeClass(e.Days(), 1, 6, 8, 31, 190, 366)
	f.Add("relation", relation)
	f.Add("relation+finite", relation, s.finite)
	f.Add("relation+own", relation, s.own)
	f.Add("relation+status", relation, string(s.Status))
	f.Add("relation+where", relation, where)
	f.Add("size", size)
	f.Add("size+where", size, where)
	f.Add("often", strconv.Itoa(min(c.often[e], 4)))
}

// describeAgreement counts the other candidates that mean the same days.
func describeAgreement(f *logistic.Features, all []Candidate, index int) {
	agreeing := 0
	for i := range all {
		if i == index || !same(all[i].Time, all[index].Time) {
			continue
		}
		agreeing++
		if all[i].origin != all[index].origin {
			f.Add("also", string(all[index].origin), string(all[i].origin))
		}
	}
	f.Add("agreeing", strconv.Itoa(min(agreeing, 3)))
}

// describeDefault describes a candidate that no expression near says.
func describeDefault(f *logistic.Features, s *setting, candidate *Candidate) {
	kind := string(candidate.origin)
	f.Add("default+quoted", kind, strconv.FormatBool(s.isQuoted))
	f.Add("default+old", kind, strconv.FormatBool(s.isOld))
	f.Add("default+last", kind, s.last)
	f.Add("default+finite+has", kind, s.finite, s.has)
	for _, word := range s.modifiers {
		f.Add("default+modifier", kind, word)
	}
}

// describeExpression describes an expression and how it stands to the trigger.
func (c *Chronicle) describeExpression(f *logistic.Features, s *setting, index int) {
	a, t := c.article, &c.times[index]
	far := c.sentence(index) - s.sentence
	if index == c.opening {
		f.Add("opening")
		f.Add("opening+finite", s.finite)
		f.Add("opening+has", s.has)
	}
	f.Add("type", string(t.Type), t.Mod)
	f.Add("anchored", strconv.FormatBool(!t.Anchor.IsZero()))
	for word := range strings.FieldsSeq(t.Text) {
		if word == strings.ToLower(word) && !strings.ContainsAny(word, "0123456789") {
			f.Add("word", word)
		}
	}
	f.Add("bound", strconv.FormatBool(evidence.IsBound(a, t)), strconv.FormatBool(far == 0))
	preposition := wordBefore(a, t)
	f.Add("before", preposition)
	f.Add("before+here", preposition, strconv.FormatBool(far == 0))
	f.Add("quoted", strconv.FormatBool(a.Marks.At(t.Span.Start) >= 0), strconv.FormatBool(s.isQuoted))
	if far != 0 {
		from, to := min(t.Span.Start, s.Trigger.Token), max(t.Span.Start, s.Trigger.Token)
		f.Add("same line", strconv.FormatBool(to-from < maxLine && !grammar.BreakBetween(a.Parse, from, to)))
	}
	c.describeVerb(f, s, t, far)
	if far == 0 {
		c.describePlace(f, s, index)
	}
}

// maxLine is how many tokens apart two words can be that count as being in one line.
const maxLine = 400

// wordBefore returns the preposition or mark before an expression, the tag of another
// word, "" at the beginning of a sentence.
func wordBefore(a *evidence.Article, t *when.Expression) string {
	i := t.Span.Start - 1
	if i < 0 || a.Tokens[i].Sentence != a.Tokens[t.Span.Start].Sentence {
		return ""
	}
	switch tag := a.Tag(i); tag {
	case "IN", "TO", "DT", "CC", ",", ":", "-LRB-", "POS":
		return a.Lower(i)
	default:
		return tag
	}
}

// describeVerb describes the verb that an expression belongs to.
func (c *Chronicle) describeVerb(f *logistic.Features, s *setting, t *when.Expression, far int) {
	a := c.article
	verb := a.VerbAbove(a.SpanRoot(t.Span))
	kind := "none"
	switch {
	case verb < 0:
	case verb == s.Trigger.Token || verb == s.Trigger.Carrier:
		kind = "own"
	case grammar.SpeechVerbs[a.Lemma(verb)]:
		kind = "speech"
	case grammar.IsTravel(a.Parse, verb):
		kind = "travel"
	default:
		kind = "other"
	}
	if kind == "speech" && far == 0 && a.VerbAbove(s.Trigger.Token) == verb {
		f.Add("says it", s.own)
	}
	tense := tenseOf(a.Parse, verb)
	f.Add("verb", kind, strconv.FormatBool(far == 0))
	f.Add("verb tense", tense)
	f.Add("verb tense+finite", tense, s.finite)
}

// describePlace describes how an expression stands to the trigger in their sentence.
func (c *Chronicle) describePlace(f *logistic.Features, s *setting, index int) {
	a, token, t := c.article, s.Trigger.Token, &c.times[index]
	rank := 0
	for _, other := range s.inSentence {
		if evidence.Apart(c.times[other].Span.Start, token) < evidence.Apart(t.Span.Start, token) {
			rank++
		}
	}
	f.Add("rank", strconv.Itoa(min(rank, 3)), strconv.Itoa(min(len(s.inSentence), 3)))
	f.Add("distance", sizeClass(evidence.Apart(t.Span.Start, token), 2, 4, 7, 12, 20))
	f.Add("side", strconv.FormatBool(t.Span.Start > token))
	verbs, marks := 0, 0
	from, to := min(t.Span.Start, token), max(t.Span.Start, token)
	for i := from + 1; i < min(to, from+maxLine); i++ {
		if a.IsVerb(i) {
			verbs++
		}
		if slices.Contains([]string{",", ":"}, a.Tag(i)) {
			marks++
		}
	}
	f.Add("verbs between", strconv.Itoa(min(verbs, 3)))
	f.Add("marks between", strconv.Itoa(min(marks, 3)))
	if verb := a.VerbAbove(a.SpanRoot(t.Span)); verb >= 0 && verb != token {
		f.Add("clause", a.Dep(verb), strconv.FormatBool(a.VerbAbove(token) == verb))
	}
}
