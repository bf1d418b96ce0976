package who

import (
	"iter"
	"slices"
	"strings"

	"dateline/graph"
	"dateline/loader/language"
)

// antecedents finds whom pronouns mean.
type antecedents struct {
	layers
	quotes    []int // per token: number of the quotation it stands in, 0 for none
	anyFemale bool  // some person is known to be a woman
}

// candidate is a mention that a pronoun could mean.
type candidate struct {
	member int
	rank   int // 2 subject of a main clause, 1 another subject, 0 others
}

// maxPronounDistance is how many sentences back a pronoun may look.
const maxPronounDistance = 3

// resolvePronoun mentions whom a pronoun means, where that is safe.
func (a *antecedents) resolvePronoun(i int) {
	if antecedent := a.antecedent(i, nil); antecedent >= 0 {
		a.roster.mention(Mention{Span: language.Span{Start: i, End: i + 1}, Head: i, Form: graph.MentionPronoun, Member: antecedent, Place: -1})
	}
}

// meansNothing reports whether "it" means nothing, or anything: "it is important
// that", "end it", "what it means".
func (a *antecedents) meansNothing(i int) bool {
	token := a.doc.Tokens[i]
	if token.Tag == "PRP$" || strings.HasSuffix(token.Text, "self") {
		return false
	}
	if token.Dep != "nsubj" && token.Dep != "nsubjpass" {
		return true
	}
	switch a.names.lemma(token.Head) {
	case "be", "seem", "appear", "mean", "matter", "take", "happen", "remain", "become", "make", "follow", "come", "look", "turn", "help", "work", "rain", "cost", "depend":
		return true
	}
	return false
}

// bodyBefore returns the body that is the subject of the sentence before, for "It
// said": an "it" that opens its sentence and does what only bodies do.
func (a *antecedents) bodyBefore(i int, exclude []int) int {
	token := a.doc.Tokens[i]
	if token.Sentence == 0 || token.Tag == "PRP$" || a.doc.Tokens[token.Head].Dep != "ROOT" || !isSpeech(a.names.lemma(token.Head)) && !isConduct(a.names.lemma(token.Head)) {
		return -1
	}
	for _, candidate := range a.candidatesIn(a.doc.Sentences[token.Sentence-1], i, exclude) {
		if candidate.rank == 2 {
			return candidate.member
		}
	}
	return -1
}

// antecedent returns the member that the pronoun at token i means, -1 where no one
// or more than one is likely. It looks at the pronoun's sentence, then at those
// before it, and prefers subjects: Hobbs' search, cut down to what is safe.
func (a *antecedents) antecedent(i int, exclude []int) int {
	sentence := a.doc.Tokens[i].Sentence
	thing := isThing(a.doc.Tokens[i])
	if thing && a.meansNothing(i) {
		return -1
	}
	for governor := range a.governors(i) {
		if member := a.possibleAt(governor, i, exclude); member >= 0 {
			if a.rivalBetween(governor, i, member, exclude) {
				return -1
			}
			return member
		}
		if a.unnamed(governor, i) {
			return -1
		}
	}
	if thing {
		return a.bodyBefore(i, exclude)
	}
	for back := 0; back <= min(maxPronounDistance, sentence); back++ {
		candidates := a.candidatesIn(a.doc.Sentences[sentence-back], i, exclude)
		if s := a.parse.mainSubject(sentence - back); back > 0 && a.unnamed(s, i) {
			return -1
		}
		if len(candidates) > 0 {
			return preferred(candidates)
		}
	}
	return -1
}

// nominalAntecedent returns the noun of the unnamed person whom a pronoun means, as
// "A diplomat said he"; -1 for none.
func (a *antecedents) nominalAntecedent(i int, exclude []int) int {
	for governor := range a.governors(i) {
		if a.possibleAt(governor, i, exclude) >= 0 {
			return -1
		}
		if a.unnamed(governor, i) {
			return governor
		}
	}
	sentence := a.doc.Tokens[i].Sentence
	if sentence > 0 && len(a.candidatesIn(a.doc.Sentences[sentence], i, exclude)) == 0 {
		if s := a.parse.mainSubject(sentence - 1); a.unnamed(s, i) {
			return s
		}
	}
	return -1
}

// unnamed reports whether a token is a noun or pronoun of one person whom nothing
// names, and whom the pronoun at i can mean.
func (a *antecedents) unnamed(token, i int) bool {
	if token < 0 || token == i || isThing(a.doc.Tokens[i]) {
		return false
	}
	if _, resolved := a.roster.mentionHeaded(token); resolved || a.names.at[token] >= 0 {
		return false
	}
	t := a.doc.Tokens[token]
	want := genderOfNoun(strings.ToLower(a.doc.Tokens[i].Text))
	if isPronoun(t) {
		return !isThing(t) && token < i && sameGender(genderOfNoun(strings.ToLower(t.Text)), want)
	}
	return t.Tag == "NN" && a.words.people[a.names.lemma(token)] && sameGender(genderOfNoun(a.names.lemma(token)), want)
}

// rivalBetween reports whether another person, whom the pronoun at i could mean as
// well, is named as a subject or possessor between its governor and it.
func (a *antecedents) rivalBetween(governor, i, member int, exclude []int) bool {
	if token := a.doc.Tokens[i]; token.Dep == "nsubj" || token.Dep == "nsubjpass" || token.Dep == "poss" {
		return false // these keep to their governor
	}
	barred := append(a.clauseMates(i), exclude...)
	for t := governor + 1; t < i; t++ {
		m, ok := a.roster.mentionHeaded(t)
		if ok && m.Member != member && m.Form == graph.MentionName && a.possible(m, i, barred) && (a.parse.rank(t) > 0 || a.doc.Tokens[t].Dep == "poss") {
			return true
		}
	}
	return false
}

// governors yields whom a pronoun's clause hangs on, nearest first: the person
// that its own noun is joined to, the subject of its own clause for a possessive,
// then the controlling objects and the subjects of the clauses above. "LaRue said
// Magruder lied when he" yields Magruder, then LaRue.
func (a *antecedents) governors(i int) iter.Seq[int] {
	return func(yield func(int) bool) {
		own := a.parse.clauseOf(i)
		if a.doc.Tokens[i].Tag == "PRP$" || strings.HasSuffix(a.doc.Tokens[i].Text, "self") {
			if noun := a.doc.Tokens[a.doc.Tokens[i].Head]; noun.Dep == "conj" && !yield(noun.Head) {
				return
			}
			if s := a.parse.subjectOf(own); s >= 0 && !yield(s) {
				return
			}
		}
		below := own
		for verb := range a.doc.Ancestors(own) {
			if pos := a.doc.Tokens[verb].POS; pos != "VERB" && pos != "AUX" {
				below = verb
				continue
			}
			if object := a.parse.controller(verb, below, own); object >= 0 && !yield(object) {
				return
			}
			below = verb
			if s := a.parse.ownSubject(verb); s >= 0 && (s < i || !isSpeech(a.names.lemma(verb))) && !yield(s) {
				return // "His car was found, X said" is of another
			}
		}
	}
}

// possibleAt returns the member mentioned at a token if the pronoun at i can mean
// it, -1 if not.
func (a *antecedents) possibleAt(token, i int, exclude []int) int {
	if token < 0 || token == i {
		return -1
	}
	m, ok := a.roster.At(token)
	if !ok && token > i && a.names.at[token] >= 0 {
		return -1
	}
	if !ok || m.Head != token || m.Form == graph.MentionPronoun && token > i || !a.possible(m, i, append(a.clauseMates(i), exclude...)) {
		return -1
	}
	return m.Member
}

// possible reports whether the pronoun at i can mean a mention's draft: kind and
// gender agree, and it is nobody whom its own clause rules out.
func (a *antecedents) possible(m Mention, i int, barred []int) bool {
	if m.Member < 0 || slices.Contains(barred, m.Member) || m.Span.Start <= i && i < m.Span.End {
		return false
	}
	d := &a.roster.drafts[m.Member]
	if a.quotes[i] == 0 && a.quotes[m.Head] != 0 && m.Head < i {
		return false // named in another's words only
	}
	if isThing(a.doc.Tokens[i]) {
		return d.kind == graph.KindOrganization
	}
	if d.kind != graph.KindPerson || a.speaksQuote(m, i) {
		return false
	}
	want := genderOfNoun(strings.ToLower(a.doc.Tokens[i].Text))
	if want == genderFemale && d.gender == genderUnknown && a.anyFemale {
		return false // the article names a woman
	}
	return sameGender(d.gender, want)
}

// candidatesIn returns the drafts of a sentence that the pronoun at i can mean.
func (a *antecedents) candidatesIn(sentence language.Span, i int, exclude []int) []candidate {
	barred := append(a.clauseMates(i), exclude...)
	var found []candidate
	for t := sentence.Start; t < min(sentence.End, i); t++ {
		if a.roster.covering[t] < 0 {
			continue
		}
		m := a.roster.mentions[a.roster.covering[t]]
		if m.Head != t || m.Span.End > i || !a.possible(m, i, barred) {
			continue
		}
		found = append(found, candidate{m.Member, a.parse.rank(t)})
	}
	return found
}

// clauseMates returns whom an object pronoun cannot mean: the subject and the other
// objects of its own clause ("A called him": not A).
func (a *antecedents) clauseMates(i int) []int {
	token := a.doc.Tokens[i]
	if token.Tag == "PRP$" || strings.HasSuffix(token.Text, "self") {
		return nil
	}
	verb := a.parse.clauseOf(i)
	var mates []int
	for _, child := range a.doc.Children(verb) {
		switch a.doc.Tokens[child].Dep {
		case "nsubj", "nsubjpass", "dobj", "dative", "pobj", "agent":
			if m, ok := a.roster.At(child); ok && child != i {
				mates = append(mates, m.Member)
			}
		}
	}
	// "He met with B": B is of the clause too, and stands in a phrase.
	if subject := token.Dep == "nsubj" || token.Dep == "nsubjpass"; !subject && len(mates) == 0 {
		if s := a.parse.subjectOf(verb); s >= 0 {
			if m, ok := a.roster.At(s); ok {
				mates = append(mates, m.Member)
			}
		}
	}
	return mates
}

// speaksQuote reports whether the mention is of the speaker of the quotation that
// token i stands in: speakers call themselves "I".
func (a *antecedents) speaksQuote(m Mention, i int) bool {
	if a.quotes[i] == 0 {
		return false
	}
	verb := a.doc.Tokens[m.Head].Head
	return a.parse.rank(m.Head) > 0 && a.quotes[m.Head] == 0 && isSpeech(a.names.lemma(verb))
}

// sameVoice reports whether two tokens stand in the same quotation or both outside.
func (a *antecedents) sameVoice(first, second int) bool { return a.quotes[first] == a.quotes[second] }

// preferred returns the only candidate of the highest rank, -1 where two share it.
func preferred(candidates []candidate) int {
	best := candidates[0]
	for _, other := range candidates[1:] {
		if other.rank > best.rank {
			best = other
		}
	}
	for _, other := range candidates {
		if other.rank == best.rank && other.member != best.member {
			return -1
		}
	}
	return best.member
}

// isConduct reports whether a verb is of what states and bodies do among each other.
func isConduct(lemma string) bool {
	switch lemma {
	case "call", "urge", "deny", "confirm", "plan", "want", "accuse", "demand", "reject", "invite", "offer", "agree", "refuse", "decline", "propose", "send", "summon", "condemn", "welcome", "vow", "pledge", "threaten", "seek", "hope", "expect":
		return true
	}
	return false
}

func isSpeech(lemma string) bool {
	switch lemma {
	case "say", "tell", "add", "ask", "write", "state", "declare", "note", "insist", "explain", "warn", "argue", "reply", "answer", "continue", "claim", "announce", "remark", "tweet", "post", "quote", "acknowledge", "conclude", "recall":
		return true
	}
	return false
}

// quotations numbers the quotations of a text: for each token that of the one it
// stands in, 0 outside. A paragraph's end closes one.
func quotations(doc *language.Document) []int {
	numbers := make([]int, len(doc.Tokens))
	open, count := false, 0
	for i, token := range doc.Tokens {
		switch {
		case strings.Contains(token.Text, "\n"):
			open = false
		case token.Text == "“" || token.Text == "«" || token.Text == "``" || token.Text == "\"" && !open:
			open = true
			count++
			continue
		case token.Text == "”" || token.Text == "»" || token.Text == "''" || token.Text == "\"":
			open = false
		}
		if open {
			numbers[i] = count
		}
	}
	return numbers
}
