package who

import (
	"slices"
	"strings"

	"dateline/loader/language"
)

// modelNames claims the language model's names of a label that have at least so
// many tokens, after correction of their ends and kind.
func (f *finder) modelNames(label string, atLeast int) {
	for _, entity := range f.entities {
		if entity.Label != label {
			continue
		}
		entity = f.trim(entity)
		if entity.End-entity.Start < atLeast || !f.free(entity.Span) || !f.plausible(entity) {
			continue
		}
		f.claim(entity.Span, f.classOf(entity), nil)
	}
}

// correctedEntities returns the model's names with those parted that run several
// together: "REUTERS/Jane Doe", "Ferrari's Charles Leclerc", "Perdue and Loeffler".
func (f *finder) correctedEntities() []language.Entity {
	var parted []language.Entity
	for _, entity := range f.doc.Entities {
		switch entity.Label {
		case "PERSON", "ORG", "GPE", "LOC", "FAC":
			parted = append(parted, f.part(f.afterPortfolio(entity))...)
		}
	}
	return parted
}

// afterPortfolio returns the person alone where the model joined to the name what an
// office is of: "Secretary of Defense Jane Doe".
func (f *finder) afterPortfolio(entity language.Entity) language.Entity {
	first := entity.Start
	if first < 2 || f.doc.Tokens[first-1].Tag != "IN" || !f.words.isOfficeNoun(strings.ToLower(f.doc.Tokens[first-2].Text)) {
		return entity
	}
	for i := first; i < entity.End-2; i++ {
		name := language.Span{Start: i + 1, End: entity.End}
		if f.doc.Tokens[i].Dep == "pobj" && f.doc.Tokens[i].Head == first-1 && f.looksLikePerson(name) {
			return language.Entity{Span: name, Label: "PERSON"}
		}
	}
	return entity
}

func (f *finder) part(entity language.Entity) []language.Entity {
	for i := entity.Start; i < entity.End; i++ {
		if !f.partsAt(entity, i) {
			continue
		}
		before, after := entity, entity
		before.End, after.Start = i, i+1
		if f.doc.Tokens[i].Text == "/" || f.doc.Tokens[i].Tag == "POS" {
			after.Label = f.labelOf(after)
		}
		var found []language.Entity
		if before.Start < before.End {
			found = append(found, before)
		}
		if after.Start < after.End {
			found = append(found, f.part(after)...)
		}
		return found
	}
	return []language.Entity{entity}
}

// labelOf returns the label of a part: a person's where a first name or a photo
// credit begins it.
func (f *finder) labelOf(part language.Entity) string {
	size := 0
	for i := part.Start; i < part.End && f.doc.Tokens[i].Text != "/"; i++ {
		size++
	}
	if size >= 2 && size <= 4 && (f.words.isGiven(f.doc.Tokens[part.Start].Text) || f.doc.Tokens[part.Start-1].Text == "/" && !f.words.bodies[strings.ToLower(f.doc.Tokens[part.End-1].Text)]) && f.doc.Tokens[part.Start].Text != "File" {
		return "PERSON"
	}
	return part.Label
}

// partsAt reports whether two names meet at token i of a model's name.
func (f *finder) partsAt(entity language.Entity, i int) bool {
	token := f.doc.Tokens[i]
	switch token.Text {
	case "/", "(", "|", ";", "•", "against", "between", "versus", "vs.":
		return true
	case "-", "–", "—":
		return i > 0 && f.doc.Tokens[i-1].Space || entity.End-entity.Start == 3 && entity.End < len(f.doc.Tokens) && contactNouns[f.doc.Tokens[entity.End].Text]
	case ",":
		return i+1 < entity.End && !isSuffix(f.doc.Tokens[i+1].Text) && f.doc.Tokens[i+1].Text != "Inc" && f.doc.Tokens[i+1].Text != "Inc." && f.aloneBefore(entity, i)
	case "and", "&", "or":
		return token.Text != "&" && (f.aloneBefore(entity, i) && entity.End-i == 2 || f.lexiconEnds(entity.Start, i) || f.lexiconEnds(i+1, entity.End))
	}
	if strings.Contains(token.Text, "\n") {
		return true
	}
	if token.Tag != "POS" || i == entity.Start || i+1 >= entity.End || owners[strings.ToLower(f.doc.Tokens[i-1].Text)] {
		return false
	}
	return entity.Label == "PERSON" || f.words.isGiven(f.doc.Tokens[i+1].Text) || f.lexiconEnds(entity.Start, i) || isLower(f.doc.Tokens[i+1].Text) || f.elsewhere(entity.Start, i)
}

// contactNouns follow the names of two: "the Lincoln-Douglas debates".
var contactNouns = wordSet(`debate debates talks summit meeting meetings pact deal ticket rivalry feud dialogue relations
	relationship call exchange agreement accord treaty`)

// aloneBefore reports whether a single word stands before token i of a name.
func (f *finder) aloneBefore(entity language.Entity, i int) bool { return i-entity.Start == 1 }

// lexiconEnds reports whether the tokens from start to end are one lexicon name.
func (f *finder) lexiconEnds(start, end int) bool {
	if start >= end {
		return false
	}
	e, last := f.longest(start)
	return e != nil && last == end
}

// elsewhere reports whether the model sees the run of tokens as a person elsewhere.
func (f *finder) elsewhere(start, end int) bool {
	form := f.fold(language.Span{Start: start, End: end})
	for _, other := range f.doc.Entities {
		if other.Label == "PERSON" && (other.Start != start) && strings.HasSuffix(f.fold(other.Span), form) {
			return true
		}
	}
	return false
}

// classOf returns the class of a model's name that the lexicon does not know.
func (f *finder) classOf(entity language.Entity) class {
	last := strings.ToLower(f.doc.Tokens[entity.End-1].Text)
	if length(entity.Span) > 1 && outletNames[last] && entity.Start > 0 && strings.ToLower(f.doc.Tokens[entity.Start-1].Text) == "the" {
		return classOrganization // "the Orlando Sentinel"
	}
	switch entity.Label {
	case "PERSON":
		if f.words.bodies[last] || organizationWords[last] || isDomain(last) {
			return classOrganization
		}
		if length(entity.Span) == 1 && f.looksLikeBody(entity.Start) {
			return classOrganization
		}
		return classPerson
	case "ORG", "GPE":
		if f.looksLikePerson(entity.Span) {
			return classPerson
		}
		if entity.Label == "ORG" {
			return classOrganization
		}
	case "FAC":
		if f.words.bodies[last] && !placeWords[last] {
			return classOrganization
		}
	}
	return classPlace
}

// looksLikeBody reports whether a single word that the model takes for a person is
// a body's name: an acronym, or a name after a body's noun, "health regulator X".
func (f *finder) looksLikeBody(i int) bool {
	text := f.doc.Tokens[i].Text
	if isAcronym(text) && len(text) >= 3 && len(text) <= 5 && !strings.ContainsAny(text, "-") {
		return true
	}
	if i == 0 {
		return false
	}
	before := f.doc.Tokens[i-1]
	return isLower(before.Text) && (f.words.bodies[strings.ToLower(before.Text)] || businessNouns[before.Text]) && before.Tag == "NN"
}

// businessNouns stand before names of companies and bodies.
var businessNouns = wordSet(`regulator carrier maker giant startup start-up airline chain brand bank insurer retailer
	automaker carmaker lender utility newspaper broadcaster magazine website publisher rival unit parent developer
	operator producer supplier manufacturer trader exchange platform watchdog nonprofit charity`)

// looksLikePerson reports whether two or three words that the model takes for a
// body or place begin with a first name and end in no noun of bodies or places.
func (f *finder) looksLikePerson(span language.Span) bool {
	size := length(span)
	for i := span.Start + 1; i+1 < span.End; i++ {
		if f.doc.Tokens[i].Text == "-" && !f.doc.Tokens[i].Space && !f.doc.Tokens[i-1].Space {
			size -= 2 // "Anne-Marie" is one word
		}
	}
	if size < 2 || size > 3 || !f.words.isGiven(f.doc.Tokens[span.Start].Text) {
		return false
	}
	last := strings.ToLower(f.doc.Tokens[span.End-1].Text)
	if f.words.bodies[last] || organizationWords[last] || placeWords[last] || bodyHeads[last] || placeHeads[last] {
		return false
	}
	for i := span.Start; i < span.End; i++ {
		if !f.nameWord(i) && f.doc.Tokens[i].Text != "-" {
			return false
		}
	}
	return true
}

// organizationWords end names of organizations.
var organizationWords = wordSet(`party inc inc. corp corp. ltd plc llc group council committee ministry department
	university association union commission agency bank institute foundation front army police court times post news
	journal herald tribune gazette press congress senate parliament assembly federation coalition alliance league
	movement brigade services service office bureau board fund center centre company airlines airways club
	television broadcasting radio tv observer chronicle examiner inquirer gazette`)

// placeWords end names of places that are buildings or grounds.
var placeWords = wordSet(`house palace airport square street avenue bridge hall hospital hotel stadium park base
	embassy station church mosque cathedral island islands river lake mountains mountain valley desert province
	district region county city town village bay sea ocean gulf strait peninsula`)

// trim corrects the ends of a model's name: articles, titles, verbs, possessives
// and stray words at its ends are no part of it.
func (f *finder) trim(entity language.Entity) language.Entity {
	for entity.Start < entity.End && f.strayFirst(entity) {
		entity.Start++
	}
	for i := entity.Start; i < entity.End; i++ {
		if strings.Contains(f.doc.Tokens[i].Text, "\n") {
			entity.End = i
		}
	}
	for entity.Start < entity.End && f.strayLast(entity) {
		entity.End--
	}
	return entity
}

func (f *finder) strayFirst(entity language.Entity) bool {
	token := f.doc.Tokens[entity.Start]
	lower := strings.ToLower(token.Text)
	if token.POS == "PUNCT" || token.POS == "SPACE" || token.Tag == "POS" || lower == "the" || lower == "a" || lower == "an" {
		return true
	}
	if entity.Label != "PERSON" {
		if token.Tag == "VBG" && f.sentenceStart(entity.Start) && length(entity.Span) > 1 {
			return true
		}
		return isLower(token.Text) && entity.Label != "ORG" && lower != "al"
	}
	if entity.End-entity.Start == 1 {
		return false
	}
	if _, honorific := f.words.honorifics[token.Text]; honorific {
		return true
	}
	if isParticle(token.Text) {
		return false
	}
	if isLower(token.Text) || f.words.offices[lower] != nil {
		return true
	}
	e, end := f.longest(entity.Start)
	if e != nil && end < entity.End && (e.use == useAdjective || e.use == useSeat || e.use == useOrganization) && !e.weak {
		return true
	}
	if f.words.isGiven(token.Text) {
		return false
	}
	// "Following Macron": a word that only its place gave a capital.
	return token.Tag != "NNP" && token.Tag != "NNPS" && f.sentenceStart(entity.Start) || f.common[lower] && f.sentenceStart(entity.Start)
}

func (f *finder) strayLast(entity language.Entity) bool {
	token := f.doc.Tokens[entity.End-1]
	if token.POS == "PUNCT" && token.Text != ")" || token.POS == "SPACE" || token.Tag == "POS" || token.Text == "’s" || token.Text == "'s" {
		return true
	}
	if entity.Label == "PERSON" {
		return isLower(token.Text) && !isParticle(token.Text) || f.words.notInName(token.Text) && entity.End-entity.Start > 1 || length(entity.Span) > 1 && (token.Tag == "VBZ" || token.Tag == "VBD" || bylineWords[token.Text])
	}
	return false
}

// plausiblePerson reports whether words that the model takes for a person are none
// with numbers in them or of a thing: "Nelson Mandela Award".
func (f *finder) plausiblePerson(span language.Span) bool {
	for i := span.Start; i < span.End; i++ {
		if strings.ContainsAny(f.doc.Tokens[i].Text, "0123456789@#") {
			return false
		}
	}
	return !thingWords[strings.ToLower(f.doc.Tokens[span.End-1].Text)]
}

// thingWords end names of things.
var thingWords = wordSet(`award prize act bill law treaty agreement plan day week cup open trophy tower hall medal show
	report campaign administration doctrine amendment summit tournament festival trial scandal case virus disease storm
	hurricane project`)

// bylineWords follow names in agency bylines: "by Jane Doe Editing by".
var bylineWords = wordSet(`Editing Writing Reporting Compiled Additional Photo Images`)

// plausible reports whether a model's name is one: in a headline the model takes
// verbs and nouns for names, elsewhere a lone capital at a sentence's start.
func (f *finder) plausible(entity language.Entity) bool {
	first := f.doc.Tokens[entity.Start]
	if length(entity.Span) == 1 && entity.Label == "PERSON" && !f.nameWord(entity.Start) && f.words.combining[first.Text] != "" {
		return false
	}
	if !hasLetter(f.doc.Slice(entity.Span)) || !f.hasUpper(entity.Span) {
		return false
	}
	if strings.HasPrefix(first.Text, "@") || f.words.offices[strings.ToLower(f.doc.Slice(entity.Span))] != nil {
		return false
	}
	if f.headline[entity.Start] {
		for i := entity.Start; i < entity.End; i++ {
			lower := strings.ToLower(f.doc.Tokens[i].Text)
			if f.common[lower] || headlineWords[lower] || f.words.people[lower] || f.words.people[strings.TrimSuffix(lower, "s")] {
				return false
			}
		}
		return entity.Label != "PERSON" || entity.End-entity.Start > 1 && f.words.isGiven(first.Text)
	}
	if entity.End-entity.Start > 1 {
		return entity.Label != "PERSON" || f.plausiblePerson(entity.Span)
	}
	lower := strings.ToLower(first.Text)
	if f.words.isHonorific(first.Text) && !f.words.isGiven(first.Text) {
		return false
	}
	if f.words.notInName(first.Text) || noNames[first.Text] || f.ofTitle(entity.Start) {
		return false
	}
	if entity.Label == "PERSON" && f.sentenceStart(entity.Start) && !f.words.isGiven(first.Text) && !f.again(entity.Start) && !f.speaks(entity.Start) {
		return false
	}
	if (f.common[lower] || headlineWords[lower]) && (f.sentenceStart(entity.Start) || !slices.Contains([]string{"NNP", "NNPS"}, first.Tag)) {
		return false
	}
	// "Confirmation", "Democrats": no single abstract or plural noun is a name.
	if first.Tag == "NN" || first.Tag == "NNS" {
		return false
	}
	return !(f.sentenceStart(entity.Start) && abstractEnding(lower))
}

// noNames are capitalized words that no name consists of.
var noNames = wordSet(`BC BCE AD CE GMT EST EDT CST PST PT ET UTC State Government Party Cabinet Slideshow Army Left Right
	Ministers Minister Secretary Unofficial Remain Leave Internet Twitter's Democrat Republican Covid COVID COVID-19 PPE God Allah`)

// ofTitle reports whether a word is of a title: "Secretary of State", "Health
// Secretary".
func (f *finder) ofTitle(i int) bool {
	if i >= 2 && f.doc.Tokens[i-1].Text == "of" && f.words.people[strings.TrimSuffix(strings.ToLower(f.doc.Tokens[i-2].Text), "s")] && startsUpper(f.doc.Tokens[i-2].Text) {
		return true
	}
	return i+1 < len(f.doc.Tokens) && (f.doc.Tokens[i+1].Text == "Minister" || f.doc.Tokens[i+1].Text == "Secretary" || f.doc.Tokens[i+1].Text == "Representative")
}

// again reports whether a word stands elsewhere, within a sentence, with its capital.
func (f *finder) again(i int) bool {
	for j := range f.doc.Tokens {
		if j != i && f.doc.Tokens[j].Text == f.doc.Tokens[i].Text && !f.sentenceStart(j) && !f.headline[j] {
			return true
		}
	}
	return false
}

// speaks reports whether a word is the subject of a verb of saying or doing.
func (f *finder) speaks(i int) bool {
	token := f.doc.Tokens[i]
	return token.Dep == "nsubj" && f.doc.Tokens[token.Head].POS == "VERB" && token.Tag == "NNP"
}

// abstractEnding reports whether a word has an ending of abstract nouns.
func abstractEnding(lower string) bool {
	for _, ending := range []string{"tion", "sion", "ment", "ness", "ity", "ism", "ance", "ence", "ship"} {
		if strings.HasSuffix(lower, ending) && len(lower) > len(ending)+3 {
			return true
		}
	}
	return false
}

func (f *finder) hasUpper(span language.Span) bool {
	for i := span.Start; i < span.End; i++ {
		if startsUpper(f.doc.Tokens[i].Text) {
			return true
		}
	}
	first := f.doc.Tokens[span.Start].Text
	return strings.ContainsFunc(first, func(r rune) bool { return r >= 'A' && r <= 'Z' })
}

func hasLetter(text string) bool {
	return strings.ContainsFunc(text, func(r rune) bool { return r >= 'A' && r <= 'Z' || r >= 'a' && r <= 'z' || r > 127 })
}
