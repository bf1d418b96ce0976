package who

import (
	"strings"
	"unicode"

	"dateline/graph"
	"dateline/loader/language"
)

// text is a document with what its letters and the lexicon say of its words, before
// any name is found.
type text struct {
	doc      *language.Document
	words    *vocabulary
	headline []bool          // per token: in a line written in headline case
	common   map[string]bool // words that the text has in lower case too
}

func newText(doc *language.Document) *text {
	t := &text{doc: doc, words: lexicon(), headline: headlines(doc), common: map[string]bool{}}
	for i := range doc.Tokens {
		if text := doc.Tokens[i].Text; isLower(text) {
			t.common[text] = true
		}
	}
	return t
}

// longest returns the longest lexicon name that starts at token i, and its end.
func (t *text) longest(i int) (*entry, int) {
	first := t.doc.Tokens[i].Text
	if first == "" || !startsUpper(first) && !strings.HasPrefix(first, "al") && first != "dpa" && first != "western" && first != "mainland" {
		return nil, i
	}
	last := min(t.doc.SentenceOf(i).End, i+maxNameTokens)
	for end := last; end > i; end-- {
		if t.doc.Tokens[end-1].POS == "SPACE" {
			continue
		}
		if e := t.words.names[nameKey(t.doc.Slice(language.Span{Start: i, End: end}))]; e != nil {
			return e, end
		}
	}
	return nil, i
}

// lexiconEnds reports whether the tokens from start to end are one lexicon name.
func (t *text) lexiconEnds(start, end int) bool {
	if start >= end {
		return false
	}
	e, last := t.longest(start)
	return e != nil && last == end
}

// allLexicon reports whether span is nothing but lexicon names: "Ukrainian EU".
func (t *text) allLexicon(span language.Span) bool {
	for i := span.Start; i < span.End; {
		e, end := t.longest(i)
		if e == nil || end > span.End {
			return false
		}
		i = end
	}
	return true
}

// fold is graph.Fold of a run of tokens.
func (t *text) fold(span language.Span) string { return graph.Fold(t.doc.Slice(span)) }

func (t *text) modelLabel(token int) string {
	if index := t.doc.Tokens[token].Entity; index >= 0 {
		return t.doc.Entities[index].Label
	}
	return ""
}

// sameEntity reports whether the model sees two tokens in one name.
func (t *text) sameEntity(a, b int) bool {
	return t.doc.Tokens[a].Entity >= 0 && t.doc.Tokens[a].Entity == t.doc.Tokens[b].Entity
}

// insideOther reports whether token i is a part of something else that the model
// names: "the Nobel Prize", "Trump Tower".
func (t *text) insideOther(i int) bool {
	index := t.doc.Tokens[i].Entity
	if index < 0 {
		return false
	}
	entity := t.doc.Entities[index]
	switch entity.Label {
	case "EVENT", "LAW", "WORK_OF_ART", "PRODUCT":
		return entity.End-entity.Start > 1 && !t.headline[i]
	}
	return false
}

// sentenceStart reports whether token i begins a sentence or a quotation, where
// any word has a capital.
func (t *text) sentenceStart(i int) bool {
	if t.doc.SentenceOf(i).Start == i {
		return true
	}
	previous := t.doc.Tokens[i-1]
	return isQuote(previous.Text) || previous.Text == ":" || previous.POS == "SPACE"
}

// maxNameTokens is the length of the longest lexicon name in tokens.
const maxNameTokens = 9

// nameWord reports whether token i can be a word of a person's name.
func (t *text) nameWord(i int) bool {
	token := t.doc.Tokens[i]
	text := token.Text
	if !startsUpper(text) || token.Tag == "POS" || isDomain(text) {
		return false
	}
	if _, half := t.words.combining[text]; half && i+1 < len(t.doc.Tokens) && t.doc.Tokens[i+1].Text == "-" && !token.Space {
		return false // "Franco-Russian"
	}
	if token.Tag != "NNP" && token.Tag != "NNPS" && !t.words.isGiven(text) && !t.headline[i] {
		return false
	}
	for _, r := range text {
		if !unicode.IsLetter(r) && !strings.ContainsRune("-.'’", r) {
			return false
		}
	}
	if _, isHonorific := t.words.honorifics[text]; isHonorific && !t.words.isGiven(text) {
		return false
	}
	return true
}

func (t *text) allNameWords(span language.Span) bool {
	for i := span.Start; i < span.End; i++ {
		if !t.nameWord(i) {
			return false
		}
	}
	return true
}

// again reports whether a word stands elsewhere, within a sentence, with its capital.
func (t *text) again(i int) bool {
	for j := range t.doc.Tokens {
		if j != i && t.doc.Tokens[j].Text == t.doc.Tokens[i].Text && !t.sentenceStart(j) && !t.headline[j] {
			return true
		}
	}
	return false
}

// newlineAfter reports whether a line ends after token i.
func newlineAfter(doc *language.Document, i int) bool {
	return i+1 < len(doc.Tokens) && doc.Tokens[i+1].POS == "SPACE" && strings.Contains(doc.Tokens[i+1].Text, "\n")
}

// lineStart reports whether a line begins at token i.
func lineStart(doc *language.Document, i int) bool {
	return i == 0 || strings.Contains(doc.Tokens[i-1].Text, "\n")
}
