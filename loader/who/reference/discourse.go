package reference

import (
	"slices"
	"sort"
	"strings"

	"dateline/graph"
	"dateline/loader/grammar"
	"dateline/loader/who/names"
	"dateline/loader/who/roster"
	"dateline/loader/who/vocabulary"
)

// discourse is whom the text has spoken of so far, and where: what a pronoun can take up.
// It grows from left to right, as the phrases before a pronoun are resolved.
type discourse struct {
	layers
	entities []entity
	mentions []placed // in order of the text
	ofMember map[int]int
	ofNoun   map[string]int // by lemma
}

// entity is a person whom the text speaks of.
type entity struct {
	member   int               // -1 for somebody whom only nouns and pronouns stand for
	noun     int               // the first of those, -1 for a member
	gender   vocabulary.Gender // as a name, a title or a noun shows it
	shown    [3]int            // how many pronouns of each gender mean the entity
	mentions []int             // as indices in discourse.mentions
}

// placed is a mention of an entity at a token.
type placed struct {
	token  int
	entity int
	form   graph.MentionForm
	role   place
}

func newDiscourse(l layers) *discourse {
	return &discourse{layers: l, ofMember: map[int]int{}, ofNoun: map[string]int{}}
}

// see adds the person whom a name, a role phrase or a noun stands for, if it is one.
func (d *discourse) see(token int) {
	if m, ok := d.roster.Headed(token); ok {
		if m.Form != graph.MentionPronoun && (d.roster.Drafts[m.Member].Kind == graph.KindPerson || d.maybePerson(m)) {
			d.add(token, d.entityOf(m.Member), m.Form)
		}
		return
	}
	if d.isUnnamedPerson(token) {
		d.add(token, d.entityOfNoun(token), graph.MentionNominal)
	}
}

// maybePerson reports whether a name that was taken for another's could be a person's, if
// "she" takes it up: one word, and no state's, body's or place's that the lists know.
func (d *discourse) maybePerson(m roster.Mention) bool {
	if m.Form != graph.MentionName || m.Span.Len() != 1 {
		return false
	}
	word := d.parse.Tokens[m.Span.Start].Text
	name := d.names.NameAt(m.Span.Start)
	if name == nil || name.Class == names.Lexicon || d.roster.Drafts[m.Member].State != nil {
		return false
	}
	return strings.ToUpper(word) != word && !d.words.Bodies[d.parse.Lower(m.Span.Start)]
}

// add adds a mention of an entity. It has to stand after those that there are.
func (d *discourse) add(token, entity int, form graph.MentionForm) {
	if last := len(d.mentions) - 1; last >= 0 && d.mentions[last].token >= token {
		return
	}
	d.entities[entity].mentions = append(d.entities[entity].mentions, len(d.mentions))
	d.mentions = append(d.mentions, placed{token, entity, form, placeOf(d.parse, token)})
}

// entityOf returns the entity of a member, made if need be.
func (d *discourse) entityOf(member int) int {
	if known, ok := d.ofMember[member]; ok {
		return known
	}
	draft := &d.roster.Drafts[member]
	gender := draft.Gender
	if draft.Kind != graph.KindPerson {
		gender = d.words.Given[vocabulary.Capitalized(draft.Name)]
	}
	d.entities = append(d.entities, entity{member: member, noun: -1, gender: gender})
	d.ofMember[member] = len(d.entities) - 1
	return len(d.entities) - 1
}

// entityOfNoun returns the entity of a noun without a name: "the nurse" is the nurse whom
// the text had before, "a nurse" another one.
func (d *discourse) entityOfNoun(token int) int {
	lemma := d.names.Lemma(token)
	if known, ok := d.ofNoun[lemma]; ok && d.parse.HasChild(token, "the", "this", "that") {
		return known
	}
	return d.newEntity(token, vocabulary.GenderOfNoun(lemma), lemma)
}

// newEntity adds somebody for whom a noun or pronoun stands first.
func (d *discourse) newEntity(token int, gender vocabulary.Gender, lemma string) int {
	d.entities = append(d.entities, entity{member: -1, noun: token, gender: gender})
	if lemma != "" {
		d.ofNoun[lemma] = len(d.entities) - 1
	}
	return len(d.entities) - 1
}

// take notes that a pronoun means an entity.
func (d *discourse) take(pronoun, entity int) {
	d.add(pronoun, entity, graph.MentionPronoun)
	d.entities[entity].shown[vocabulary.GenderOfNoun(d.parse.Lower(pronoun))]++
}

// isUnnamedPerson reports whether a token is a noun of one person that no name
// accompanies: not "minister" in "Minister Lund" or "Lund is a minister".
func (d *discourse) isUnnamedPerson(token int) bool {
	if d.parse.Tag(token) != "NN" || d.names.IsNamed(token) {
		return false
	}
	switch d.parse.Dep(token) {
	case "compound", "appos", "attr", "nmod", "amod", "npadvmod":
		return false
	}
	lemma := d.names.Lemma(token)
	return d.words.People[lemma] || vocabulary.GenderOfNoun(lemma) != vocabulary.UnknownGender
}

// before returns how many mentions stand before a token.
func (d *discourse) before(token int) int {
	return sort.Search(len(d.mentions), func(i int) bool { return d.mentions[i].token >= token })
}

// countBefore returns how many of the mentions of an entity are before one of all.
func (d *discourse) countBefore(entity, mention int) int {
	n, _ := slices.BinarySearch(d.entities[entity].mentions, mention)
	return n
}

// namedAfter returns the people named after a token in its sentence, near by, as
// mentions that are not of the discourse yet: whom a pronoun can mean that comes first.
func (d *discourse) namedAfter(token int) []roster.Mention {
	var found []roster.Mention
	end := min(d.parse.SentenceOf(token).End, token+maxAhead)
	for t := token + 1; t < end; t++ {
		if m, ok := d.roster.Headed(t); ok && m.Form == graph.MentionName && d.roster.Drafts[m.Member].Kind == graph.KindPerson {
			found = append(found, m)
		}
	}
	return found
}

// maxAhead is how many tokens after a pronoun its antecedent can stand. Judgement.
const maxAhead = 40

// place is what a phrase is in its clause.
type place int

// The places.
const (
	elsewhere place = iota
	mainSubject
	lowerSubject
	object
	inPhrase
	possessor
)

func (p place) String() string {
	return [...]string{"elsewhere", "main", "subject", "object", "phrase", "possessor"}[p]
}

// placeOf returns the place of a noun or pronoun; what is coordinated or in apposition has
// that of what it stands beside.
func placeOf(p *grammar.Parse, token int) place {
	for range maxBeside {
		if dep := p.Dep(token); dep != "conj" && dep != "appos" {
			break
		}
		token = p.Head(token)
	}
	switch p.Dep(token) {
	case "nsubj", "nsubjpass":
		if dep := p.Dep(p.Head(token)); dep == "ROOT" || dep == "conj" && p.Dep(p.Head(p.Head(token))) == "ROOT" {
			return mainSubject
		}
		return lowerSubject
	case "dobj", "dative", "iobj", "oprd":
		return object
	case "pobj", "agent":
		return inPhrase
	case "poss":
		return possessor
	}
	return elsewhere
}

// maxBeside bounds a chain of conjuncts and appositions. Judgement.
const maxBeside = 4
