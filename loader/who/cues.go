package who

import (
	"strings"

	"dateline/loader/language"
)

// reclassify corrects the classes of the names that the lexicon does not know, by the
// words around them.
func (f *finder) reclassify() {
	for i := range f.names {
		n := &f.names[i]
		if n.dropped() || n.class == classLexicon {
			continue
		}
		switch {
		case f.text.opensReport(n.Span):
			n.class = classPlace
		case n.class != classPerson && f.text.readsAsPerson(n):
			n.class = classPerson
		case n.class != classPlace && f.text.readsAsPlace(n.Span):
			n.class = classPlace
		}
	}
}

// readsAsPerson reports whether a name that was taken for another is a person's: "who"
// or an age follows it, or it does what people do.
func (t *text) readsAsPerson(n *name) bool {
	switch {
	case length(n.Span) > 3 || !t.allNameWords(n.Span):
		return false
	case t.whoFollows(n.Span):
		return true
	case n.class != classPlace:
		return false
	case length(n.Span) == 1:
		return t.loneName(n.Start) && t.actsAsPerson(n.Start)
	}
	return t.saysSo(n.Span)
}

// opensReport reports whether a name in capitals is an agency report's place of
// writing: "WILMINGTON, Del. (Reuters) -".
func (t *text) opensReport(span language.Span) bool {
	if first := t.parse.Tokens[span.Start].Text; strings.ToUpper(first) != first || !lineStart(t.parse, span.Start) {
		return false
	}
	for i := span.End; i < min(span.End+maxToAgency, len(t.parse.Tokens)-1); i++ {
		switch t.parse.Tokens[i].Text {
		case "(":
			e, _ := t.lexiconName(i + 1)
			return e != nil && e.use == useOrganization
		case "-", "—", "–":
			return false
		}
	}
	return false
}

// maxToAgency is how many tokens a region and a date take between the place of
// writing and the agency: ", Del., May 3 (". Judgement.
const maxToAgency = 6

// whoFollows reports whether "who" or an age follows a name: "X, who", "X, 45,".
func (t *text) whoFollows(span language.Span) bool {
	i := span.End
	comma := i < len(t.parse.Tokens) && t.parse.Tokens[i].Text == ","
	if comma {
		i++
	}
	if i+1 >= len(t.parse.Tokens) {
		return false
	}
	next := t.parse.Tokens[i].Text
	return next == "who" || next == "whom" || comma && isAge(next) && t.parse.Tokens[i+1].Text == ","
}

// isAge reports whether a word is a number from 10 to 99.
func isAge(word string) bool {
	return len(word) == 2 && word[0] >= '1' && word[0] <= '9' && word[1] >= '0' && word[1] <= '9'
}

// saysSo reports whether a name is the subject of a verb of saying.
func (t *text) saysSo(span language.Span) bool {
	token := t.parse.Tokens[span.End-1]
	return token.Dep == "nsubj" && isSpeech(strings.ToLower(t.parse.Tokens[token.Head].Lemma))
}

// readsAsPlace reports whether something is "in" or "near" a name that is nothing
// else by its words.
func (t *text) readsAsPlace(span language.Span) bool {
	if length(span) > 2 || !t.afterLocative(span.Start) {
		return false
	}
	last, lower := t.parse.Tokens[span.End-1], t.parse.Lower(span.End-1)
	if last.Dep != "pobj" || last.Head != span.Start-1 || isTrust(t.parse.Tokens[t.parse.Tokens[last.Head].Head].Lemma) {
		return false
	}
	if isAcronym(last.Text) || t.words.bodies[lower] || organizationWords[lower] || bodyHeads[lower] {
		return false
	}
	return !t.words.isGiven(t.parse.Tokens[span.Start].Text) && t.allNameWords(span)
}

// afterLocative reports whether a preposition of places stands before token i.
func (t *text) afterLocative(i int) bool {
	if i == t.parse.SentenceOf(i).Start {
		return false
	}
	switch t.parse.Lower(i - 1) {
	case "in", "near", "throughout", "outside":
		return true
	}
	return false
}

// isTrust reports whether a word takes "in" before what is trusted or owned: "believes
// in X", "a stake in X".
func isTrust(lemma string) bool {
	switch strings.ToLower(lemma) {
	case "believe", "confidence", "faith", "trust", "stake", "share", "interest", "invest", "investment", "hope", "confide":
		return true
	}
	return false
}
