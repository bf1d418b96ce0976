package who

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/graph"
	"dateline/loader/language"
)

// class is what a name names.
type class int

const (
	classPerson class = iota
	classOrganization
	classPlace
	classLexicon // what its lexicon entry says
)

// name is a run of tokens that names something.
type name struct {
	language.Span
	class class
	entry *entry // from the lexicon; nil for other names
}

// finder gathers the names of a document. Every token belongs to one name at most.
type finder struct {
	doc      *language.Document
	words    *vocabulary
	owner    []int // per token: index in names, -1 for none
	names    []name
	headline []bool          // per token: in a line written in headline case
	common   map[string]bool // words that the text has in lower case too
	entities []language.Entity
}

// maxNameTokens is the length of the longest lexicon name in tokens.
const maxNameTokens = 9

// findNames returns the names of doc, in order; publisher is whose article it is, ""
// where that is not known.
func findNames(doc *language.Document, publisher string) []name {
	f := &finder{doc: doc, words: lexicon(), headline: headlines(doc), common: map[string]bool{}}
	f.owner = make([]int, len(doc.Tokens))
	for i := range doc.Tokens {
		f.owner[i] = -1
		if text := doc.Tokens[i].Text; isLower(text) {
			f.common[text] = true
		}
	}
	f.entities = f.correctedEntities()
	f.compoundNames()
	f.lexiconNames(2)
	f.modelNames("PERSON", 2)
	f.titledNames()
	f.lexiconNames(1)
	f.givenNames()
	f.modelNames("PERSON", 1)
	f.joinHyphens()
	f.modelNames("ORG", 1)
	f.modelNames("GPE", 1)
	f.modelNames("LOC", 1)
	f.modelNames("FAC", 1)
	f.dropThings()
	f.fullActors()
	f.actors()
	f.guilds()
	f.widenPlaces()
	f.namesakes()
	f.publisher(publisher)
	f.joinParticles()
	f.acronyms()
	f.cues()
	f.agree()
	f.joinParticles()
	f.widenCompanies()
	kept := f.names[:0]
	for _, n := range f.names {
		if n.Start < n.End {
			kept = append(kept, n)
		}
	}
	slices.SortFunc(kept, func(a, b name) int { return a.Start - b.Start })
	return kept
}

// free reports whether no name has a token of span yet.
func (f *finder) free(span language.Span) bool {
	for i := span.Start; i < span.End; i++ {
		if f.owner[i] >= 0 {
			return false
		}
	}
	return span.Start < span.End
}

// claim makes span a name.
func (f *finder) claim(span language.Span, c class, e *entry) {
	for i := span.Start; i < span.End; i++ {
		f.owner[i] = len(f.names)
	}
	f.names = append(f.names, name{Span: span, class: c, entry: e})
}

// drop takes a name back.
func (f *finder) drop(index int) {
	n := &f.names[index]
	for i := n.Start; i < n.End; i++ {
		f.owner[i] = -1
	}
	n.End = n.Start
}

// lexiconNames claims names that the lexicon knows: those of two tokens or more
// (atLeast 2), or single ones too.
func (f *finder) lexiconNames(atLeast int) {
	for i := 0; i < len(f.doc.Tokens); i++ {
		e, end := f.longest(i)
		if e == nil || end-i < atLeast {
			continue
		}
		span := language.Span{Start: i, End: end}
		if !f.free(span) || f.partOfLonger(span, e) || f.unlikely(span, e) || f.hyphenated(span, e) {
			continue
		}
		f.claim(span, classLexicon, e)
		i = end - 1
	}
}

// longest returns the longest lexicon name that starts at token i, and its end.
func (f *finder) longest(i int) (*entry, int) {
	first := f.doc.Tokens[i].Text
	if first == "" || !startsUpper(first) && !strings.HasPrefix(first, "al") && first != "dpa" && first != "western" && first != "mainland" {
		return nil, i
	}
	last := min(f.doc.SentenceOf(i).End, i+maxNameTokens)
	for end := last; end > i; end-- {
		if f.doc.Tokens[end-1].POS == "SPACE" {
			continue
		}
		if e := f.words.names[nameKey(f.doc.Slice(language.Span{Start: i, End: end}))]; e != nil {
			return e, end
		}
	}
	return nil, i
}

// partOfLonger reports whether a lexicon name is but a part of a longer name that
// the model sees: "New York" in "New York University", "Israel" in "Steve Israel".
func (f *finder) partOfLonger(span language.Span, e *entry) bool {
	entity, found := f.entityAt(span.Start)
	if !found {
		return false
	}
	entity = f.trim(entity)
	if span.End < entity.End && f.owner[span.End] >= 0 {
		return false // the rest is a name already
	}
	if entity.Start > span.Start || entity.End < span.End || entity.End-entity.Start <= span.End-span.Start {
		return false
	}
	switch entity.Label {
	case "PERSON":
		// A true name has no state's adjective before it: "Ukrainian Zelensky".
		return e.use != useAdjective && !f.headline[span.Start] && f.words.isGiven(f.doc.Tokens[entity.Start].Text)
	case "ORG", "FAC":
		if f.headline[span.Start] {
			return false
		}
		return !f.allLexicon(entity.Span) && !f.hasPossessive(entity.Span) && !f.leads(span, entity.Span, e)
	case "WORK_OF_ART", "LAW", "EVENT", "PRODUCT":
		return e.use != useSeat && e.use != useOrganization
	}
	return false
}

// hyphenated reports whether a body's name is but a part of a compound: "BP" in
// "TNK-BP".
func (f *finder) hyphenated(span language.Span, e *entry) bool {
	if e.use != useOrganization || span.Start < 2 || f.doc.Tokens[span.Start-1].Text != "-" || f.doc.Tokens[span.Start-1].Space || f.doc.Tokens[span.Start-2].Space {
		return false
	}
	before, end := f.longest(span.Start - 2)
	return startsUpper(f.doc.Tokens[span.Start-2].Text) && (before == nil || end != span.Start-1)
}

// entityAt returns the model's name, corrected, that covers a token.
func (f *finder) entityAt(token int) (language.Entity, bool) {
	for _, entity := range f.entities {
		if entity.Start <= token && token < entity.End {
			return entity, true
		}
	}
	if index := f.doc.Tokens[token].Entity; index >= 0 {
		return f.doc.Entities[index], slices.Contains([]string{"WORK_OF_ART", "LAW", "EVENT", "PRODUCT"}, f.doc.Entities[index].Label)
	}
	return language.Entity{}, false
}

// leads reports whether a lexicon name stands before a name rather than begins it:
// "Ukrainian EU", "White House Democrats".
func (f *finder) leads(span, entity language.Span, e *entry) bool {
	if span.Start != entity.Start {
		return false
	}
	next := f.doc.Tokens[span.End].Text
	return e.use == useSeat && !f.words.bodies[strings.ToLower(next)] || isLower(next)
}

// allLexicon reports whether span is nothing but lexicon names: "Ukrainian EU".
func (f *finder) allLexicon(span language.Span) bool {
	for i := span.Start; i < span.End; {
		e, end := f.longest(i)
		if e == nil || end > span.End {
			return false
		}
		i = end
	}
	return true
}

func (f *finder) hasPossessive(span language.Span) bool {
	for i := span.Start; i < span.End-1; i++ {
		if f.doc.Tokens[i].Tag == "POS" {
			return true
		}
	}
	return false
}

// unlikely reports whether the text of span is more likely a word than the name
// that the lexicon knows.
func (f *finder) unlikely(span language.Span, e *entry) bool {
	if span.End-span.Start > 1 {
		return false
	}
	token := f.doc.Tokens[span.Start]
	if e.weak {
		named := token.Entity >= 0 && slices.Contains([]string{"ORG", "GPE", "FAC", "WORK_OF_ART", "PERSON"}, f.doc.Entities[token.Entity].Label)
		quotedTitle := e.article && span.Start > 0 && f.doc.Tokens[span.Start-1].Text == "The" && !f.sentenceStart(span.Start-1)
		return !named && !quotedTitle || f.headline[span.Start]
	}
	switch e.use {
	case useAdjective:
		return false
	case useOrganization, useSeat:
		return isLower(token.Text)
	}
	// "us" in capitals, "May", "Male": only where the tagger takes it for a name.
	return token.Text == "US" && token.Tag == "PRP" && !f.headline[span.Start]
}

// givenNames claims a first name with the capitalized words after it that the
// model has missed, outside headlines.
func (f *finder) givenNames() {
	for i := range f.doc.Tokens {
		token := f.doc.Tokens[i]
		if !f.words.isGiven(token.Text) || f.owner[i] >= 0 || token.Tag != "NNP" {
			continue
		}
		if i > 0 && f.owner[i-1] < 0 && f.nameWord(i-1) && !f.sentenceStart(i-1) {
			continue // the middle of something longer
		}
		span := f.personRun(i, 4)
		if span.End-span.Start >= 2 && (token.Entity < 0 || f.headline[i]) {
			f.claim(span, f.classOf(language.Entity{Span: span, Label: "PERSON"}), nil)
		}
	}
}

// personRun returns the run of name words from token i, at most size of them, that
// can be a person's name: "Juan de la Cruz Jr.".
func (f *finder) personRun(i, size int) language.Span {
	end := i
	sentence := f.doc.SentenceOf(i)
	for j := i; j < sentence.End && j-i < size; j++ {
		if f.owner[j] >= 0 || f.words.notInName(f.doc.Tokens[j].Text) {
			break
		}
		switch {
		case f.nameWord(j):
			end = j + 1
		case j > i && isParticle(f.doc.Tokens[j].Text):
			continue
		default:
			return language.Span{Start: i, End: end}
		}
		if f.headline[j] && f.common[strings.ToLower(f.doc.Tokens[j].Text)] {
			return language.Span{Start: i, End: j}
		}
		if newlineAfter(f.doc, j) {
			break
		}
	}
	return language.Span{Start: i, End: end}
}

// nameWord reports whether token i can be a word of a person's name.
func (f *finder) nameWord(i int) bool {
	token := f.doc.Tokens[i]
	text := token.Text
	if !startsUpper(text) || token.Tag == "POS" || isDomain(text) {
		return false
	}
	if _, half := f.words.combining[text]; half && i+1 < len(f.doc.Tokens) && f.doc.Tokens[i+1].Text == "-" && !token.Space {
		return false // "Franco-Russian"
	}
	if token.Tag != "NNP" && token.Tag != "NNPS" && !f.words.isGiven(text) && !f.headline[i] {
		return false
	}
	for _, r := range text {
		if !unicode.IsLetter(r) && !strings.ContainsRune("-.'’", r) {
			return false
		}
	}
	if _, isHonorific := f.words.honorifics[text]; isHonorific && !f.words.isGiven(text) {
		return false
	}
	return true
}

// isGiven reports whether text is a first name, in capitals too.
func (v *vocabulary) isGiven(text string) bool {
	if _, ok := v.given[text]; ok {
		return true
	}
	if first, rest, hyphen := strings.Cut(text, "-"); hyphen {
		_, a := v.given[first]
		_, b := v.given[rest]
		return a && b || a && isLower(rest)
	}
	if len(text) > 3 && strings.ToUpper(text) == text {
		r, size := utf8.DecodeRuneInString(text)
		_, ok := v.given[string(r)+strings.ToLower(text[size:])]
		return ok
	}
	return false
}

// notInName reports whether a capitalized word is none of a person's name: a day,
// a month, an office.
func (v *vocabulary) notInName(text string) bool {
	switch text {
	case "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "January", "February", "March",
		"July", "September", "October", "November", "December", "The", "This", "That", "In", "On", "At", "But", "And", "When", "After", "Before",
		"If", "As", "For", "He", "She", "It", "They", "We", "You", "His", "Her", "Their", "What", "Who", "Why", "How", "Photo", "PHOTO", "File", "FILE", "Files", "Illustration", "Image", "Read", "Slideshow",
		"Updated", "Related", "Reuters", "AFP", "AP":
		return true
	}
	return v.offices[strings.ToLower(text)] != nil
}

// sentenceStart reports whether token i begins a sentence or a quotation, where
// any word has a capital.
func (f *finder) sentenceStart(i int) bool {
	if f.doc.SentenceOf(i).Start == i {
		return true
	}
	previous := f.doc.Tokens[i-1]
	return isQuote(previous.Text) || previous.Text == ":" || previous.POS == "SPACE"
}

// fold is graph.Fold of a run of tokens.
func (f *finder) fold(span language.Span) string { return graph.Fold(f.doc.Slice(span)) }

func isQuote(text string) bool {
	switch text {
	case "\"", "“", "”", "''", "``", "«", "»", "„":
		return true
	}
	return false
}

func isParticle(text string) bool {
	switch strings.ToLower(text) {
	case "de", "del", "della", "di", "da", "dos", "das", "do", "du", "la", "le", "van", "von", "der", "den", "ter", "ten", "bin", "ibn", "al", "el", "ben", "-", "y", "zu", "bint", "abu":
		return true
	}
	return false
}

func startsUpper(text string) bool {
	r, _ := utf8.DecodeRuneInString(text)
	return unicode.IsUpper(r)
}

func isLower(text string) bool {
	r, _ := utf8.DecodeRuneInString(text)
	return unicode.IsLower(r)
}

// newlineAfter reports whether a line ends after token i.
func newlineAfter(doc *language.Document, i int) bool {
	return i+1 < len(doc.Tokens) && doc.Tokens[i+1].POS == "SPACE" && strings.Contains(doc.Tokens[i+1].Text, "\n")
}
