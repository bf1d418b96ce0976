package who

import (
	"strings"

	"dateline/loader/language"
)

// cues corrects the classes of the names that the lexicon does not know, by the
// words around them.
func (f *finder) cues() {
	for i := range f.names {
		n := &f.names[i]
		if n.Start == n.End || n.class == classLexicon {
			continue
		}
		switch {
		case f.text.opensReport(n.Span):
			n.class = classPlace
		case n.class != classPerson && length(n.Span) <= 3 && (f.text.whoFollows(n.Span) || n.class == classPlace && length(n.Span) > 1 && f.text.saysSo(n.Span)):
			if f.text.allNameWords(n.Span) {
				n.class = classPerson
			}
		case n.class == classPlace && length(n.Span) == 1 && f.text.lonelyName(n.Start) && f.text.actsAsPerson(n.Start):
			n.class = classPerson
		case n.class != classPlace && length(n.Span) <= 2 && f.text.standsIn(n.Span):
			n.class = classPlace
		}
	}
}

// opensReport reports whether a name in capitals is an agency report's place of
// writing: "WILMINGTON, Del. (Reuters) -".
func (t *text) opensReport(span language.Span) bool {
	if strings.ToUpper(t.doc.Tokens[span.Start].Text) != t.doc.Tokens[span.Start].Text || !lineStart(t.doc, span.Start) {
		return false
	}
	for i := span.End; i < min(span.End+6, len(t.doc.Tokens)-1); i++ {
		switch t.doc.Tokens[i].Text {
		case "(":
			e, _ := t.longest(i + 1)
			return e != nil && e.use == useOrganization
		case "-", "—", "–":
			return false
		}
	}
	return false
}

// whoFollows reports whether "who" or an age follows a name: "X, who", "X, 45,".
func (t *text) whoFollows(span language.Span) bool {
	i := span.End
	if i < len(t.doc.Tokens) && t.doc.Tokens[i].Text == "," {
		i++
	}
	if i+1 >= len(t.doc.Tokens) {
		return false
	}
	next := t.doc.Tokens[i]
	if next.Text == "who" || next.Text == "whom" {
		return true
	}
	age := len(next.Text) == 2 && next.Text[0] >= '1' && next.Text[0] <= '9' && next.Text[1] >= '0' && next.Text[1] <= '9'
	return i > span.End && age && t.doc.Tokens[i+1].Text == ","
}

// saysSo reports whether a name is the subject of a verb of saying.
func (t *text) saysSo(span language.Span) bool {
	token := t.doc.Tokens[span.End-1]
	verb := t.doc.Tokens[token.Head]
	return token.Dep == "nsubj" && isSpeech(strings.ToLower(verb.Lemma))
}

// standsIn reports whether "in" or "near" stands before a name that is no acronym
// and has no noun of bodies.
func (t *text) standsIn(span language.Span) bool {
	if span.Start == 0 || span.Start == t.doc.SentenceOf(span.Start).Start {
		return false
	}
	switch strings.ToLower(t.doc.Tokens[span.Start-1].Text) {
	case "in", "near", "throughout", "outside":
	default:
		return false
	}
	last := t.doc.Tokens[span.End-1]
	lower := strings.ToLower(last.Text)
	if last.Dep != "pobj" || last.Head != span.Start-1 || isAcronym(last.Text) || t.words.bodies[lower] || organizationWords[lower] || bodyHeads[lower] {
		return false
	}
	// "believes in X", "confidence in X", "a stake in X": trust and money, no place.
	governor := t.doc.Tokens[t.doc.Tokens[last.Head].Head]
	switch strings.ToLower(governor.Lemma) {
	case "believe", "confidence", "faith", "trust", "stake", "share", "interest", "invest", "investment", "hope", "confide":
		return false
	}
	return !t.words.isGiven(t.doc.Tokens[span.Start].Text) && t.allNameWords(span)
}
