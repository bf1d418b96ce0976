package who

import (
	"slices"
	"strings"

	"dateline/loader/language"
)

// model is the names that the language model proposes, corrected.
type model struct {
	doc      *language.Document
	words    *vocabulary
	text     *text
	entities []language.Entity
}

func newModel(t *text) *model {
	m := &model{doc: t.doc, words: t.words, text: t}
	m.entities = m.correctedEntities()
	return m
}

// contactNouns follow the names of two: "the Lincoln-Douglas debates".
var contactNouns = wordSet(`debate debates talks summit meeting meetings pact deal ticket rivalry feud dialogue relations
	relationship call exchange agreement accord treaty`)

// businessNouns stand before names of companies and bodies.
var businessNouns = wordSet(`regulator carrier maker giant startup start-up airline chain brand bank insurer retailer
	automaker carmaker lender utility newspaper broadcaster magazine website publisher rival unit parent developer
	operator producer supplier manufacturer trader exchange platform watchdog nonprofit charity`)

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

// thingWords end names of things.
var thingWords = wordSet(`award prize act bill law treaty agreement plan day week cup open trophy tower hall medal show
	report campaign administration doctrine amendment summit tournament festival trial scandal case virus disease storm
	hurricane project`)

// bylineWords follow names in agency bylines: "by Jane Doe Editing by".
var bylineWords = wordSet(`Editing Writing Reporting Compiled Additional Photo Images`)

// noNames are capitalized words that no name consists of.
var noNames = wordSet(`BC BCE AD CE GMT EST EDT CST PST PT ET UTC State Government Party Cabinet Slideshow Army Left Right
	Ministers Minister Secretary Unofficial Remain Leave Internet Twitter's Democrat Republican Covid COVID COVID-19 PPE God Allah`)

// modelNames claims the language model's names of a label that have at least so
// many tokens, after correction of their ends and kind.
func (f *finder) modelNames(label string, atLeast int) {
	for _, entity := range f.model.entities {
		if entity.Label != label {
			continue
		}
		entity = f.model.trim(entity)
		if entity.End-entity.Start < atLeast || !f.free(entity.Span) || !f.model.plausible(entity) {
			continue
		}
		f.claim(entity.Span, f.model.classOf(entity), nil)
	}
}

// correctedEntities returns the model's names with those parted that run several
// together: "REUTERS/Jane Doe", "Ferrari's Charles Leclerc", "Perdue and Loeffler".
func (m *model) correctedEntities() []language.Entity {
	var parted []language.Entity
	for _, entity := range m.doc.Entities {
		switch entity.Label {
		case "PERSON", "ORG", "GPE", "LOC", "FAC":
			parted = append(parted, m.part(m.afterPortfolio(entity))...)
		}
	}
	return parted
}

// entityAt returns the model's name, corrected, that covers a token.
func (m *model) entityAt(token int) (language.Entity, bool) {
	for _, entity := range m.entities {
		if entity.Start <= token && token < entity.End {
			return entity, true
		}
	}
	if index := m.doc.Tokens[token].Entity; index >= 0 {
		return m.doc.Entities[index], slices.Contains([]string{"WORK_OF_ART", "LAW", "EVENT", "PRODUCT"}, m.doc.Entities[index].Label)
	}
	return language.Entity{}, false
}

// afterPortfolio returns the person alone where the model joined to the name what an
// office is of: "Secretary of Defense Jane Doe".
func (m *model) afterPortfolio(entity language.Entity) language.Entity {
	first := entity.Start
	if first < 2 || m.doc.Tokens[first-1].Tag != "IN" || !m.words.isOfficeNoun(strings.ToLower(m.doc.Tokens[first-2].Text)) {
		return entity
	}
	for i := first; i < entity.End-2; i++ {
		name := language.Span{Start: i + 1, End: entity.End}
		if m.doc.Tokens[i].Dep == "pobj" && m.doc.Tokens[i].Head == first-1 && m.text.looksLikePerson(name) {
			return language.Entity{Span: name, Label: "PERSON"}
		}
	}
	return entity
}

func (m *model) part(entity language.Entity) []language.Entity {
	for i := entity.Start; i < entity.End; i++ {
		if !m.partsAt(entity, i) {
			continue
		}
		before, after := entity, entity
		before.End, after.Start = i, i+1
		if m.doc.Tokens[i].Text == "/" || m.doc.Tokens[i].Tag == "POS" {
			after.Label = m.labelOf(after)
		}
		var found []language.Entity
		if before.Start < before.End {
			found = append(found, before)
		}
		if after.Start < after.End {
			found = append(found, m.part(after)...)
		}
		return found
	}
	return []language.Entity{entity}
}

// labelOf returns the label of a part: a person's where a first name or a photo
// credit begins it.
func (m *model) labelOf(part language.Entity) string {
	size := 0
	for i := part.Start; i < part.End && m.doc.Tokens[i].Text != "/"; i++ {
		size++
	}
	if size >= 2 && size <= 4 && (m.words.isGiven(m.doc.Tokens[part.Start].Text) || m.doc.Tokens[part.Start-1].Text == "/" && !m.words.bodies[strings.ToLower(m.doc.Tokens[part.End-1].Text)]) && m.doc.Tokens[part.Start].Text != "File" {
		return "PERSON"
	}
	return part.Label
}

// partsAt reports whether two names meet at token i of a model's name.
func (m *model) partsAt(entity language.Entity, i int) bool {
	token := m.doc.Tokens[i]
	switch token.Text {
	case "/", "(", "|", ";", "•", "against", "between", "versus", "vs.":
		return true
	case "-", "–", "—":
		return i > 0 && m.doc.Tokens[i-1].Space || entity.End-entity.Start == 3 && entity.End < len(m.doc.Tokens) && contactNouns[m.doc.Tokens[entity.End].Text]
	case ",":
		return i+1 < entity.End && !isSuffix(m.doc.Tokens[i+1].Text) && m.doc.Tokens[i+1].Text != "Inc" && m.doc.Tokens[i+1].Text != "Inc." && m.aloneBefore(entity, i)
	case "and", "&", "or":
		return token.Text != "&" && (m.aloneBefore(entity, i) && entity.End-i == 2 || m.text.lexiconEnds(entity.Start, i) || m.text.lexiconEnds(i+1, entity.End))
	}
	if strings.Contains(token.Text, "\n") {
		return true
	}
	if token.Tag != "POS" || i == entity.Start || i+1 >= entity.End || owners[strings.ToLower(m.doc.Tokens[i-1].Text)] {
		return false
	}
	return entity.Label == "PERSON" || m.words.isGiven(m.doc.Tokens[i+1].Text) || m.text.lexiconEnds(entity.Start, i) || isLower(m.doc.Tokens[i+1].Text) || m.elsewhere(entity.Start, i)
}

// aloneBefore reports whether a single word stands before token i of a name.
func (m *model) aloneBefore(entity language.Entity, i int) bool { return i-entity.Start == 1 }

// elsewhere reports whether the model sees the run of tokens as a person elsewhere.
func (m *model) elsewhere(start, end int) bool {
	form := m.text.fold(language.Span{Start: start, End: end})
	for _, other := range m.doc.Entities {
		if other.Label == "PERSON" && (other.Start != start) && strings.HasSuffix(m.text.fold(other.Span), form) {
			return true
		}
	}
	return false
}
