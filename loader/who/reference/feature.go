package reference

import (
	"slices"
	"strconv"

	"dateline/graph"
	"dateline/loader/grammar"
	"dateline/loader/logistic"
	"dateline/loader/who/vocabulary"
)

// view is what the features of a pronoun's candidates have in common.
type view struct {
	pronoun    int
	form       string // what the pronoun is in its clause
	sentence   int
	want       vocabulary.Gender
	governors  []int // whom its clause hangs on
	mention    int   // how many mentions stand before it
	chain      int   // the last mention before it by a pronoun of its gender, -1 for none
	subject    int   // the last mention before it that is a subject and agrees, -1 for none
	most       int   // the entity mentioned most so far
	knownOther int   // how many candidates are known to be of its gender
}

// features says of the candidates of a pronoun what the regression weighs.
type features struct {
	*clauses
	discourse *discourse
}

// look returns the view of a pronoun.
func (a features) look(pronoun int, candidates []Candidate) *view {
	d := a.discourse
	v := &view{
		pronoun: pronoun, form: formOf(a.parse, pronoun), sentence: a.parse.Tokens[pronoun].Sentence,
		want: vocabulary.GenderOfNoun(a.parse.Lower(pronoun)), mention: d.before(pronoun), chain: -1, subject: -1, most: -1,
	}
	v.governors = slices.Collect(a.governors(pronoun))
	most := 0
	for _, c := range candidates {
		if c.entity < 0 {
			continue
		}
		if n := d.countBefore(c.entity, v.mention); n > most {
			v.most, most = c.entity, n
		}
		if a.isKnown(c.entity, v.want) {
			v.knownOther++
		}
	}
	for i := v.mention - 1; i >= max(0, v.mention-maxMentionsBack); i-- {
		m := d.mentions[i]
		if v.chain < 0 && m.form == graph.MentionPronoun && vocabulary.GenderOfNoun(a.parse.Lower(m.token)) == v.want {
			v.chain = i
		}
		if v.subject < 0 && (m.role == mainSubject || m.role == lowerSubject) && vocabulary.SameGender(d.entities[m.entity].gender, v.want) {
			v.subject = i
		}
	}
	return v
}

// isKnown reports whether an entity is known to be of a gender.
func (a features) isKnown(entity int, want vocabulary.Gender) bool {
	return a.discourse.entities[entity].gender == want
}

// formOf returns what a pronoun is in its clause.
func formOf(p *grammar.Parse, pronoun int) string {
	if p.Tag(pronoun) == "PRP$" {
		return placeOf(p, p.Head(pronoun)).String() + "'s"
	}
	if isOwnClause(p, pronoun) {
		return "self"
	}
	return placeOf(p, pronoun).String()
}

// describe adds the features of the candidates of a pronoun, and one for none of them.
func (a features) describe(pronoun int, candidates []Candidate) []Candidate {
	v := a.look(pronoun, candidates)
	for i := range candidates {
		c := &candidates[i]
		f := &c.Features
		if c.entity < 0 {
			a.describeAfter(f, v, c)
			continue
		}
		a.describeNearness(f, v, c, i)
		a.describeNearest(f, v, c)
		a.describeSyntax(f, v, c)
		a.describeHistory(f, v, c)
		a.describeGender(f, v, c)
	}
	return append(candidates, a.nobody(v, candidates))
}

// distances are classes of numbers of sentences.
func distanceClass(n int) string {
	switch {
	case n <= 3:
		return strconv.Itoa(n)
	case n <= 5:
		return "5"
	}
	return "more"
}

func countClass(n int) string {
	switch {
	case n <= 2:
		return strconv.Itoa(n)
	case n <= 4:
		return "4"
	case n <= 8:
		return "8"
	}
	return "more"
}

// describeNearness says how far back a candidate is.
func (a features) describeNearness(f *logistic.Features, v *view, c *Candidate, rank int) {
	distance := distanceClass(v.sentence - a.parse.Tokens[c.Last].Sentence)
	f.Add("distance", v.form, distance)
	f.Add("distance", distance)
	f.Add("rank", strconv.Itoa(min(rank, 5)))
	f.Add("rank", v.form, strconv.Itoa(min(rank, 3)))
	tokens := v.pronoun - c.Last
	switch {
	case tokens <= 5:
		f.Add("tokens 5", v.form)
	case tokens <= 10:
		f.Add("tokens 10", v.form)
	case tokens <= 20:
		f.Add("tokens 20", v.form)
	}
}

// describeNearest says what the nearest mention of a candidate is.
func (a features) describeNearest(f *logistic.Features, v *view, c *Candidate) {
	m, _ := a.discourse.at(c.Last)
	form := a.describedAs(c)
	distance := strconv.Itoa(min(2, v.sentence-a.parse.Tokens[c.Last].Sentence))
	role := m.role.String()
	f.Add("nearest", form, distance)
	f.Add("role", role, distance)
	f.Add("role", v.form, role, distance)
	f.Add("role", form, role, distance)
	if a.parse.Dep(c.Last) == "conj" || a.parse.Child(c.Last, "conj") >= 0 {
		f.Add("joined", distance)
		f.Add("joined", v.form)
	}
	if a.parse.Dep(c.Last) == "appos" {
		f.Add("apposition", distance)
	}
	if m.role == inPhrase {
		f.Add("preposition", a.parse.Lower(a.parse.Head(c.Last)))
	}
	f.Add("voice", a.voiceBetween(c.Last, v.pronoun), form)
	if a.speaks(c.Last, v.pronoun) {
		f.Add("speaker")
	}
	if form == "noun" {
		f.Add("noun", a.articleOf(c.Last), distance)
	}
}

// articleOf returns what determines a noun.
func (a features) articleOf(noun int) string {
	switch {
	case a.parse.HasChild(noun, "a", "an", "one", "some", "any", "another", "no", "every", "each"):
		return "a"
	case a.parse.Child(noun, "poss") >= 0:
		return "whose"
	case a.parse.HasChild(noun, "the", "this", "that"):
		return "the"
	}
	return "bare"
}

// voiceBetween says whether a mention and a pronoun are in quotation marks.
func (a features) voiceBetween(mention, pronoun int) string {
	from, to := a.voices.At(mention), a.voices.At(pronoun)
	switch {
	case from < 0 && to < 0:
		return "writer"
	case from == to:
		return "same"
	case from < 0:
		return "into"
	case to < 0:
		return "out"
	}
	return "other"
}

// speaks reports whether a mention is of the speaker of the quotation that a pronoun
// stands in: speakers call themselves "I".
func (a features) speaks(mention, pronoun int) bool {
	if a.voices.At(pronoun) < 0 || a.voices.At(mention) >= 0 {
		return false
	}
	return grammar.ProminenceOf(a.parse, mention) != grammar.NoSubject && vocabulary.IsSpeech(a.names.Lemma(a.parse.Head(mention)))
}

// describeSyntax says how the clauses of a candidate and of a pronoun are connected.
func (a features) describeSyntax(f *logistic.Features, v *view, c *Candidate) {
	mentions := a.discourse.entities[c.entity].mentions
	hangs := false
	for i, governor := range v.governors {
		if m, ok := a.discourse.at(governor); ok && m.entity == c.entity && governor < v.pronoun {
			f.Add("governor", v.form, strconv.Itoa(min(i, 3)))
			f.Add("governor", m.role.String(), strconv.Itoa(min(i, 1)))
			if vocabulary.IsSpeech(a.names.Lemma(a.parse.Head(governor))) {
				f.Add("governor speaks", v.form)
			}
			hangs = true
			break
		}
	}
	if !hangs {
		f.Add("no governor", v.form, strconv.FormatBool(len(v.governors) > 0))
	}
	if v.subject >= 0 && a.discourse.mentions[v.subject].entity == c.entity {
		f.Add("last subject", v.form)
		f.Add("last subject", distanceClass(v.sentence-a.parse.Tokens[a.discourse.mentions[v.subject].token].Sentence))
	}
	topics := [3]bool{}
	for i := len(mentions) - 1; i >= 0; i-- {
		m := a.discourse.mentions[mentions[i]]
		if m.token >= v.pronoun {
			continue
		}
		back := v.sentence - a.parse.Tokens[m.token].Sentence
		if back > 2 || v.pronoun-m.token > maxTokensBack {
			break
		}
		if m.role == mainSubject {
			topics[back] = true
		}
	}
	for back, is := range topics {
		if is {
			f.Add("topic", v.form, strconv.Itoa(back))
		}
	}
	if m, ok := a.discourse.at(c.Last); ok && m.role == placeOf(a.parse, v.pronoun) && a.parse.Tag(v.pronoun) != "PRP$" {
		f.Add("parallel", v.form, strconv.Itoa(min(2, v.sentence-a.parse.Tokens[c.Last].Sentence)))
	}
}

// describeHistory says how the text spoke of a candidate before.
func (a features) describeHistory(f *logistic.Features, v *view, c *Candidate) {
	d := a.discourse
	e := &d.entities[c.entity]
	n := d.countBefore(c.entity, v.mention)
	f.Add("count", countClass(n))
	if c.entity == v.most {
		f.Add("most", countClass(n))
		f.Add("most", v.form)
	}
	if e.mentions[0] == 0 {
		f.Add("first of all")
	}
	if a.parse.Tokens[d.mentions[e.mentions[0]].token].Sentence <= 1 {
		f.Add("in lead")
	}
	if v.chain < 0 {
		return
	}
	last := d.mentions[v.chain]
	back := strconv.Itoa(min(3, v.sentence-a.parse.Tokens[last.token].Sentence))
	voice := a.voiceBetween(last.token, v.pronoun)
	if last.entity == c.entity {
		f.Add("chain", back, voice)
		f.Add("chain", v.form, formOf(a.parse, last.token))
		f.Add("chain", v.form, back)
		return
	}
	f.Add("broken chain", back, voice)
	if c.Last < last.token {
		f.Add("before chain", back)
		f.Add("before chain", v.form)
	}
}

// describeGender says what shows the gender of a candidate.
func (a features) describeGender(f *logistic.Features, v *view, c *Candidate) {
	e := &a.discourse.entities[c.entity]
	kind := "name"
	if e.member < 0 {
		kind = "noun"
		if a.parse.Tokens[e.noun].POS == "PRON" {
			kind = "pronoun"
		}
	} else if a.roster.Drafts[e.member].Kind != graph.KindPerson {
		kind = "thing"
	}
	known := "unknown"
	other := vocabulary.Male + vocabulary.Female - v.want
	switch {
	case e.gender == v.want:
		known = "known"
	case e.shown[v.want] > 0 && e.shown[other] == 0:
		known = "shown"
	case e.shown[other] > 0:
		known = "opposed"
	}
	f.Add("gender", kind, known)
	f.Add("gender", known, strconv.FormatBool(v.knownOther > 0), a.parse.Lower(v.pronoun))
}

// describeAfter says what a candidate is that the text names only after the pronoun.
func (a features) describeAfter(f *logistic.Features, v *view, c *Candidate) {
	f.Add("after")
	f.Add("after", v.form)
	f.Add("after", placeOf(a.parse, c.Last).String())
	verb := a.parse.Head(c.Last)
	if isSubject(a.parse.Dep(c.Last)) && a.parse.Covers(verb, v.pronoun) {
		f.Add("after subject", v.form)
		clause := grammar.ClauseVerb(a.parse, v.pronoun)
		f.Add("after subject", a.parse.Dep(clause), strconv.FormatBool(vocabulary.IsSpeech(a.names.Lemma(verb))))
		if clause == verb {
			f.Add("after subject of own clause", v.form)
		}
	}
	if a.roster.Drafts[c.Member].Gender == v.want {
		f.Add("after known")
	}
}

// nobody is the candidate that no other is right.
func (a features) nobody(v *view, candidates []Candidate) Candidate {
	c := Candidate{Member: -1, Noun: -1, Last: -1, entity: -1}
	f := &c.Features
	f.Add("nobody")
	f.Add("nobody", v.form)
	f.Add("nobody of", strconv.Itoa(min(len(candidates), 4)))
	f.Add("nobody known", strconv.Itoa(min(v.knownOther, 3)))
	f.Add("nobody", strconv.FormatBool(len(v.governors) > 0), v.form)
	if v.chain < 0 {
		f.Add("nobody no chain")
	} else {
		f.Add("nobody chain", distanceClass(v.sentence-a.parse.Tokens[a.discourse.mentions[v.chain].token].Sentence))
	}
	if a.voices.At(v.pronoun) >= 0 {
		f.Add("nobody quoted")
	}
	return c
}
