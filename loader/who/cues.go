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
		case f.opensReport(n.Span):
			n.class = classPlace
		case n.class != classPerson && length(n.Span) <= 3 && (f.whoFollows(n.Span) || n.class == classPlace && length(n.Span) > 1 && f.saysSo(n.Span)):
			if f.allNameWords(n.Span) {
				n.class = classPerson
			}
		case n.class == classPlace && length(n.Span) == 1 && f.lonelyName(n.Start) && f.actsAsPerson(n.Start):
			n.class = classPerson
		case n.class != classPlace && length(n.Span) <= 2 && f.standsIn(n.Span):
			n.class = classPlace
		}
	}
}

// opensReport reports whether a name in capitals is an agency report's place of
// writing: "WILMINGTON, Del. (Reuters) -".
func (f *finder) opensReport(span language.Span) bool {
	if strings.ToUpper(f.doc.Tokens[span.Start].Text) != f.doc.Tokens[span.Start].Text || !f.lineStart(span.Start) {
		return false
	}
	for i := span.End; i < min(span.End+6, len(f.doc.Tokens)-1); i++ {
		switch f.doc.Tokens[i].Text {
		case "(":
			e, _ := f.longest(i + 1)
			return e != nil && e.use == useOrganization
		case "-", "—", "–":
			return false
		}
	}
	return false
}

func (f *finder) lineStart(i int) bool {
	return i == 0 || strings.Contains(f.doc.Tokens[i-1].Text, "\n")
}

// whoFollows reports whether "who" or an age follows a name: "X, who", "X, 45,".
func (f *finder) whoFollows(span language.Span) bool {
	i := span.End
	if i < len(f.doc.Tokens) && f.doc.Tokens[i].Text == "," {
		i++
	}
	if i+1 >= len(f.doc.Tokens) {
		return false
	}
	next := f.doc.Tokens[i]
	if next.Text == "who" || next.Text == "whom" {
		return true
	}
	age := len(next.Text) == 2 && next.Text[0] >= '1' && next.Text[0] <= '9' && next.Text[1] >= '0' && next.Text[1] <= '9'
	return i > span.End && age && f.doc.Tokens[i+1].Text == ","
}

// saysSo reports whether a name is the subject of a verb of saying.
func (f *finder) saysSo(span language.Span) bool {
	token := f.doc.Tokens[span.End-1]
	verb := f.doc.Tokens[token.Head]
	return token.Dep == "nsubj" && isSpeech(strings.ToLower(verb.Lemma))
}

// standsIn reports whether "in" or "near" stands before a name that is no acronym
// and has no noun of bodies.
func (f *finder) standsIn(span language.Span) bool {
	if span.Start == 0 || span.Start == f.doc.SentenceOf(span.Start).Start {
		return false
	}
	switch strings.ToLower(f.doc.Tokens[span.Start-1].Text) {
	case "in", "near", "throughout", "outside":
	default:
		return false
	}
	last := f.doc.Tokens[span.End-1]
	lower := strings.ToLower(last.Text)
	if last.Dep != "pobj" || last.Head != span.Start-1 || isAcronym(last.Text) || f.words.bodies[lower] || organizationWords[lower] || bodyHeads[lower] {
		return false
	}
	// "believes in X", "confidence in X", "a stake in X": trust and money, no place.
	governor := f.doc.Tokens[f.doc.Tokens[last.Head].Head]
	switch strings.ToLower(governor.Lemma) {
	case "believe", "confidence", "faith", "trust", "stake", "share", "interest", "invest", "investment", "hope", "confide":
		return false
	}
	return !f.words.isGiven(f.doc.Tokens[span.Start].Text) && f.allNameWords(span)
}

func (f *finder) allNameWords(span language.Span) bool {
	for i := span.Start; i < span.End; i++ {
		if !f.nameWord(i) {
			return false
		}
	}
	return true
}
