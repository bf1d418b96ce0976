package who

import (
	"iter"
	"slices"
	"strings"

	"dateline/graph"
	"dateline/loader/language"
)

// isPronoun reports whether a token is a pronoun of the third person.
func isPronoun(token language.Token) bool {
	switch strings.ToLower(token.Text) {
	case "he", "she", "him", "her", "his", "hers", "himself", "herself", "it", "its", "itself":
		return token.Tag == "PRP" || token.Tag == "PRP$"
	}
	return false
}

// resolvePronoun mentions whom a pronoun means, where that is safe.
func (c *Cast) resolvePronoun(i int) {
	if antecedent := c.antecedent(i, nil); antecedent >= 0 {
		c.mention(Mention{Span: language.Span{Start: i, End: i + 1}, Head: i, Form: graph.MentionPronoun, Member: antecedent, Place: -1})
	}
}

func isThing(token language.Token) bool {
	return strings.HasPrefix(strings.ToLower(token.Text), "it")
}

// meansNothing reports whether "it" means nothing, or anything: "it is important
// that", "end it", "what it means".
func (c *Cast) meansNothing(i int) bool {
	token := c.doc.Tokens[i]
	if token.Tag == "PRP$" || strings.HasSuffix(token.Text, "self") {
		return false
	}
	if token.Dep != "nsubj" && token.Dep != "nsubjpass" {
		return true
	}
	switch c.lemma(token.Head) {
	case "be", "seem", "appear", "mean", "matter", "take", "happen", "remain", "become", "make", "follow", "come", "look", "turn", "help", "work", "rain", "cost", "depend":
		return true
	}
	return false
}

// bodyBefore returns the body that is the subject of the sentence before, for "It
// said": an "it" that opens its sentence and does what only bodies do.
func (c *Cast) bodyBefore(i int, exclude []int) int {
	token := c.doc.Tokens[i]
	if token.Sentence == 0 || token.Tag == "PRP$" || c.doc.Tokens[token.Head].Dep != "ROOT" || !isSpeech(c.lemma(token.Head)) && !isConduct(c.lemma(token.Head)) {
		return -1
	}
	for _, candidate := range c.candidatesIn(c.doc.Sentences[token.Sentence-1], i, exclude) {
		if candidate.rank == 2 {
			return candidate.member
		}
	}
	return -1
}

// isConduct reports whether a verb is of what states and bodies do among each other.
func isConduct(lemma string) bool {
	switch lemma {
	case "call", "urge", "deny", "confirm", "plan", "want", "accuse", "demand", "reject", "invite", "offer", "agree", "refuse", "decline", "propose", "send", "summon", "condemn", "welcome", "vow", "pledge", "threaten", "seek", "hope", "expect":
		return true
	}
	return false
}

// candidate is a mention that a pronoun could mean.
type candidate struct {
	member int
	rank   int // 2 subject of a main clause, 1 another subject, 0 others
}

// maxPronounDistance is how many sentences back a pronoun may look.
const maxPronounDistance = 3

// antecedent returns the figure that the pronoun at token i means, -1 where no one
// or more than one is likely. It looks at the pronoun's sentence, then at those
// before it, and prefers subjects: Hobbs' search, cut down to what is safe.
func (c *Cast) antecedent(i int, exclude []int) int {
	sentence := c.doc.Tokens[i].Sentence
	thing := isThing(c.doc.Tokens[i])
	if thing && c.meansNothing(i) {
		return -1
	}
	for governor := range c.governors(i) {
		if member := c.possibleAt(governor, i, exclude); member >= 0 {
			if c.rivalBetween(governor, i, member, exclude) {
				return -1
			}
			return member
		}
		if c.unnamed(governor, i) {
			return -1
		}
	}
	if thing {
		return c.bodyBefore(i, exclude)
	}
	for back := 0; back <= min(maxPronounDistance, sentence); back++ {
		candidates := c.candidatesIn(c.doc.Sentences[sentence-back], i, exclude)
		if s := c.mainSubject(sentence - back); back > 0 && c.unnamed(s, i) {
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
func (c *Cast) nominalAntecedent(i int, exclude []int) int {
	for governor := range c.governors(i) {
		if c.possibleAt(governor, i, exclude) >= 0 {
			return -1
		}
		if c.unnamed(governor, i) {
			return governor
		}
	}
	sentence := c.doc.Tokens[i].Sentence
	if sentence > 0 && len(c.candidatesIn(c.doc.Sentences[sentence], i, exclude)) == 0 {
		if s := c.mainSubject(sentence - 1); c.unnamed(s, i) {
			return s
		}
	}
	return -1
}

// unnamed reports whether a token is a noun or pronoun of one person whom nothing
// names, and whom the pronoun at i can mean.
func (c *Cast) unnamed(token, i int) bool {
	if token < 0 || token == i || isThing(c.doc.Tokens[i]) {
		return false
	}
	if _, resolved := c.mentionHeaded(token); resolved || c.nameAt[token] >= 0 {
		return false
	}
	t := c.doc.Tokens[token]
	want := genderOfNoun(strings.ToLower(c.doc.Tokens[i].Text))
	if isPronoun(t) {
		return !isThing(t) && token < i && sameGender(genderOfNoun(strings.ToLower(t.Text)), want)
	}
	return t.Tag == "NN" && c.words.people[c.lemma(token)] && sameGender(genderOfNoun(c.lemma(token)), want)
}

// mainSubject returns the subject of a sentence's main clause, -1 for none.
func (c *Cast) mainSubject(sentence int) int {
	span := c.doc.Sentences[sentence]
	for i := span.Start; i < span.End; i++ {
		if c.doc.Tokens[i].Head == i {
			return c.ownSubject(i)
		}
	}
	return -1
}

// rivalBetween reports whether another person, whom the pronoun at i could mean as
// well, is named as a subject or possessor between its governor and it.
func (c *Cast) rivalBetween(governor, i, member int, exclude []int) bool {
	if token := c.doc.Tokens[i]; token.Dep == "nsubj" || token.Dep == "nsubjpass" || token.Dep == "poss" {
		return false // these keep to their governor
	}
	barred := append(c.clauseMates(i), exclude...)
	for t := governor + 1; t < i; t++ {
		m, ok := c.mentionHeaded(t)
		if ok && m.Member != member && m.Form == graph.MentionName && c.possible(m, i, barred) && (c.rank(t) > 0 || c.doc.Tokens[t].Dep == "poss") {
			return true
		}
	}
	return false
}

// governors yields whom a pronoun's clause hangs on, nearest first: the person
// that its own noun is joined to, the subject of its own clause for a possessive,
// then the controlling objects and the subjects of the clauses above. "LaRue said
// Magruder lied when he" yields Magruder, then LaRue.
func (c *Cast) governors(i int) iter.Seq[int] {
	return func(yield func(int) bool) {
		own := c.clauseOf(i)
		if c.doc.Tokens[i].Tag == "PRP$" || strings.HasSuffix(c.doc.Tokens[i].Text, "self") {
			if noun := c.doc.Tokens[c.doc.Tokens[i].Head]; noun.Dep == "conj" && !yield(noun.Head) {
				return
			}
			if s := c.subjectOf(own); s >= 0 && !yield(s) {
				return
			}
		}
		below := own
		for verb := range c.doc.Ancestors(own) {
			if pos := c.doc.Tokens[verb].POS; pos != "VERB" && pos != "AUX" {
				below = verb
				continue
			}
			if object := c.controller(verb, below, own); object >= 0 && !yield(object) {
				return
			}
			below = verb
			if s := c.ownSubject(verb); s >= 0 && (s < i || !isSpeech(c.lemma(verb))) && !yield(s) {
				return // "His car was found, X said" is of another
			}
		}
	}
}

// controller returns the object of a verb that is who does what its complement says:
// "accused B of hiding his", "asked B to send his"; -1 for none. Below is the
// verb's child that leads down to the clause.
func (c *Cast) controller(verb, below, own int) int {
	dep := c.doc.Tokens[below].Dep
	if dep != "prep" && dep != "xcomp" && dep != "ccomp" || c.hasSubject(own) || c.hasSubject(below) {
		return -1
	}
	for _, child := range c.doc.Children(verb) {
		if d := c.doc.Tokens[child].Dep; (d == "dobj" || d == "dative") && child > verb && child < below {
			return child
		}
	}
	return -1
}

func (c *Cast) hasSubject(verb int) bool { return c.ownSubject(verb) >= 0 }

// possibleAt returns the figure mentioned at a token if the pronoun at i can mean
// it, -1 if not.
func (c *Cast) possibleAt(token, i int, exclude []int) int {
	if token < 0 || token == i {
		return -1
	}
	m, ok := c.At(token)
	if !ok && token > i && c.nameAt[token] >= 0 {
		return -1
	}
	if !ok || m.Head != token || m.Form == graph.MentionPronoun && token > i || !c.possible(m, i, append(c.clauseMates(i), exclude...)) {
		return -1
	}
	return m.Member
}

// possible reports whether the pronoun at i can mean a mention's figure: kind and
// gender agree, and it is nobody whom its own clause rules out.
func (c *Cast) possible(m Mention, i int, barred []int) bool {
	if m.Member < 0 || slices.Contains(barred, m.Member) || m.Span.Start <= i && i < m.Span.End {
		return false
	}
	fig := &c.figures[m.Member]
	if c.quotes[i] == 0 && c.quotes[m.Head] != 0 && m.Head < i {
		return false // named in another's words only
	}
	if isThing(c.doc.Tokens[i]) {
		return fig.kind == graph.KindOrganization
	}
	if fig.kind != graph.KindPerson || c.speaksQuote(m, i) {
		return false
	}
	want := genderOfNoun(strings.ToLower(c.doc.Tokens[i].Text))
	if want == genderFemale && fig.gender == genderUnknown && c.anyFemale {
		return false // the article names a woman
	}
	return sameGender(fig.gender, want)
}

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

// candidatesIn returns the figures of a sentence that the pronoun at i can mean.
func (c *Cast) candidatesIn(sentence language.Span, i int, exclude []int) []candidate {
	barred := append(c.clauseMates(i), exclude...)
	var found []candidate
	for t := sentence.Start; t < min(sentence.End, i); t++ {
		if c.at[t] < 0 {
			continue
		}
		m := c.Mentions[c.at[t]]
		if m.Head != t || m.Span.End > i || !c.possible(m, i, barred) {
			continue
		}
		found = append(found, candidate{m.Member, c.rank(t)})
	}
	return found
}

// clauseMates returns whom an object pronoun cannot mean: the subject and the other
// objects of its own clause ("A called him": not A).
func (c *Cast) clauseMates(i int) []int {
	token := c.doc.Tokens[i]
	if token.Tag == "PRP$" || strings.HasSuffix(token.Text, "self") {
		return nil
	}
	verb := c.clauseOf(i)
	var mates []int
	for _, child := range c.doc.Children(verb) {
		switch c.doc.Tokens[child].Dep {
		case "nsubj", "nsubjpass", "dobj", "dative", "pobj", "agent":
			if m, ok := c.At(child); ok && child != i {
				mates = append(mates, m.Member)
			}
		}
	}
	// "He met with B": B is of the clause too, and stands in a phrase.
	if subject := token.Dep == "nsubj" || token.Dep == "nsubjpass"; !subject && len(mates) == 0 {
		if s := c.subjectOf(verb); s >= 0 {
			if m, ok := c.At(s); ok {
				mates = append(mates, m.Member)
			}
		}
	}
	return mates
}

// clauseOf returns the verb of the clause that token i stands in.
func (c *Cast) clauseOf(i int) int {
	for head := range c.doc.Ancestors(i) {
		if pos := c.doc.Tokens[head].POS; pos == "VERB" || pos == "AUX" {
			return head
		}
	}
	return i
}

// subjectOf returns the subject of a verb, or of the verb that it is joined to or
// hangs on without a subject of its own; -1 for none.
func (c *Cast) subjectOf(verb int) int {
	for range 4 {
		for _, child := range c.doc.Children(verb) {
			if dep := c.doc.Tokens[child].Dep; dep == "nsubj" || dep == "nsubjpass" {
				return child
			}
		}
		token := c.doc.Tokens[verb]
		if token.Dep != "conj" && token.Dep != "xcomp" && token.Dep != "advcl" || token.Head == verb {
			return -1
		}
		verb = token.Head
	}
	return -1
}

// rank tells how likely a mention is taken up again.
func (c *Cast) rank(t int) int {
	token := c.doc.Tokens[t]
	for range 4 { // what is joined to a subject is one
		if token.Dep != "conj" {
			break
		}
		token = c.doc.Tokens[token.Head]
	}
	if token.Dep != "nsubj" && token.Dep != "nsubjpass" {
		return 0
	}
	if verb := c.doc.Tokens[token.Head]; verb.Dep == "ROOT" || verb.Dep == "conj" {
		return 2
	}
	return 1
}

// speaksQuote reports whether the mention is of the speaker of the quotation that
// token i stands in: speakers call themselves "I".
func (c *Cast) speaksQuote(m Mention, i int) bool {
	if c.quotes[i] == 0 {
		return false
	}
	verb := c.doc.Tokens[m.Head].Head
	return c.rank(m.Head) > 0 && c.quotes[m.Head] == 0 && isSpeech(c.lemma(verb))
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
