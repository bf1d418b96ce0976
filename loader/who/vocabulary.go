package who

import (
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"dateline/graph"
	"dateline/loader/lexicon"
)

// use is what a lexicon name stands for.
type use int

const (
	useState        use = iota // Russia
	useCapital                 // Moscow: a location, or the state that acts
	useAdjective               // Russian
	usePeople                  // Russians
	useSeat                    // the Kremlin: a body, or the place where it sits
	useOrganization            // NATO
	usePlace                   // Geneva
)

// entry is what the lexicon knows of a name.
type entry struct {
	use     use
	state   *state // of a state, capital, adjective, people or seat
	name    string // the fullest or commonest form
	article bool   // said with "the"
	weak    bool   // an everyday word too: a name only where the model sees one
	kind    graph.OrganizationKind
	country string // what Country is written for the member
}

// state is a country or a part of the world that acts like one.
type state struct {
	code       string // ISO 3166-1 alpha-2, or "-xx" for what has none
	name       string
	adjectives []string
}

// country returns the code that a member's Country may bear.
func (s *state) country() string {
	if s == nil || strings.HasPrefix(s.code, "-") || s.code == "XK" {
		return ""
	}
	return s.code
}

// sovereign reports whether a state is or was one, rather than a part of the world.
func (s *state) sovereign() bool {
	switch s.code {
	case "-eu", "-af", "-as", "-la", "-ar", "-we", "-ku", "-kr", "EU":
		return false
	}
	return true
}

// gender is what a title, a first name or a pronoun tells.
type gender int

const (
	genderUnknown gender = iota
	genderMale
	genderFemale
)

// vocabulary is the lexicon as loaded: general words and names, no facts about
// who holds an office or what happened.
type vocabulary struct {
	names      map[string]*entry
	states     map[string]*state // by code
	given      map[string]gender // first names; genderUnknown for those of both
	honorifics map[string]gender
	nicknames  map[string][]int // sets of given names that one person may bear
	offices    map[string]*office
	officeSize int               // tokens of the longest office
	people     map[string]bool   // nouns of one person
	bodies     map[string]bool   // nouns of a body or group
	combining  map[string]string // "Franco" → FR
	namesakes  map[string]*entry // American states by the name that they share with a country
}

// office is a kind of office: its class groups those said of one another.
type office struct {
	class string
	title string
}

var sharedVocabulary = sync.OnceValue(loadVocabulary)

// loadVocabulary takes the lists over. Of what two lists know, a state counts before
// a seat, a seat before an organization, then a medium and a place.
func loadVocabulary() *vocabulary {
	v := &vocabulary{
		names: map[string]*entry{}, states: map[string]*state{}, given: map[string]gender{},
		honorifics: map[string]gender{}, nicknames: map[string][]int{}, offices: map[string]*office{},
		people: lexicon.Class("person"), bodies: lexicon.Class("group"), combining: lexicon.CombiningForms(),
		namesakes: map[string]*entry{},
	}
	v.loadStates()
	v.loadSeats()
	v.loadOrganizations()
	v.loadMedia()
	v.loadPlaces()
	for _, n := range lexicon.FirstNames() {
		v.given[n.Name] = genders[n.Gender]
	}
	for _, h := range lexicon.Honorifics(lexicon.Article) {
		v.honorifics[h.Word] = genders[h.Gender]
	}
	v.loadNicknames()
	v.loadOffices()
	return v
}

// genders are the genders as the lists write them.
var genders = map[string]gender{"m": genderMale, "f": genderFemale}

// add enters a name; what was entered first stays.
func (v *vocabulary) add(name string, e *entry) {
	key := nameKey(name)
	if _, taken := v.names[key]; !taken {
		v.names[key] = e
	}
	// Datelines and headlines write names in capitals; short ones would collide with words.
	if upper := strings.ToUpper(key); upper != key && len(key) > 3 && !e.weak {
		if _, taken := v.names[upper]; !taken {
			v.names[upper] = e
		}
	}
}

func (v *vocabulary) loadStates() {
	for _, row := range lexicon.States() {
		s := &state{code: row.Code, name: row.Name, adjectives: row.Adjectives}
		v.states[s.code] = s
		e := func(u use) *entry {
			return &entry{use: u, state: s, name: s.name, kind: graph.OrganizationState, country: s.country()}
		}
		name := e(useState)
		if !s.sovereign() {
			name.kind = graph.OrganizationOther
		}
		for _, form := range append([]string{row.Name}, row.Others...) {
			v.add(form, name)
		}
		adjective, people := e(useAdjective), e(usePeople)
		for _, form := range row.Adjectives {
			v.add(form, adjective)
		}
		for _, form := range row.People {
			v.add(form, people)
		}
		for _, form := range row.Capitals {
			capital := e(useCapital)
			capital.name = form
			v.add(form, capital)
		}
	}
	// Brussels is said of the Union, not of Belgium.
	union := &state{code: "EU", name: "European Union", adjectives: []string{"EU", "E.U."}}
	v.states["EU"] = union
	v.add("Brussels", &entry{use: useCapital, state: union, name: "Brussels", kind: graph.OrganizationOther, country: "EU"})
}

// addForms enters a name and its other forms as one entry each strength.
func (v *vocabulary) addForms(n lexicon.Name, e entry) {
	e.name, e.article = n.Name, n.Article
	for _, form := range append([]string{n.Name}, n.Others...) {
		of := e
		of.weak = slices.Contains(n.Unsure, form)
		v.add(form, &of)
	}
}

func (v *vocabulary) loadSeats() {
	for _, row := range lexicon.Seats() {
		s := v.states[row.State]
		e := entry{use: useSeat, state: s, kind: graph.OrganizationGovernment, country: s.country()}
		if row.Of == lexicon.SeatPlace {
			e.use = usePlace
		}
		v.addForms(row.Name, e)
	}
}

func (v *vocabulary) loadOrganizations() {
	for _, row := range lexicon.Organizations() {
		e := entry{use: useOrganization, kind: graph.OrganizationKind(strings.ToUpper(row.Kind)), country: row.Country}
		if e.country == "EU" {
			e.state = v.states["EU"]
		}
		v.addForms(row.Name, e)
	}
}

func (v *vocabulary) loadMedia() {
	for _, row := range lexicon.Media() {
		v.addForms(row, entry{use: useOrganization, kind: graph.OrganizationMedia})
	}
}

// loadPlaces goes from the end, since of two spellings the one with fewer capitals,
// "New York state", is what a headline in capitals writes out.
func (v *vocabulary) loadPlaces() {
	for _, row := range slices.Backward(lexicon.Places()) {
		country := ""
		if strings.HasPrefix(row.Region, "US ") {
			country = "US"
		}
		place := &entry{use: usePlace, name: row.Name, country: country}
		if taken := v.names[row.Name]; row.Region == lexicon.RegionUSStates && taken != nil && taken.use == useState {
			v.namesakes[row.Name] = place
		}
		v.add(row.Name, place)
	}
}

func (v *vocabulary) loadNicknames() {
	for set, variants := range lexicon.NameVariants(lexicon.Article) {
		for _, name := range variants.Names {
			key := graph.Fold(name)
			v.nicknames[key] = append(v.nicknames[key], set)
		}
	}
}

func (v *vocabulary) loadOffices() {
	for _, row := range lexicon.Offices() {
		for _, form := range append([]string{row.Title}, row.Others...) {
			v.offices[strings.ToLower(form)] = &office{class: row.Class, title: row.Title}
			v.officeSize = max(v.officeSize, len(strings.Fields(form)))
		}
	}
}

// isHonorific reports whether a word stands before names as a title.
func (v *vocabulary) isHonorific(text string) bool {
	_, ok := v.honorifics[text]
	return ok
}

// nameKey returns the form under which the lexicon keeps names: as written, with
// plain apostrophes, hyphens and spaces.
func nameKey(name string) string {
	if isNameKey(name) {
		return name
	}
	var b strings.Builder
	gap := false
	for _, r := range name {
		switch {
		case unicode.IsSpace(r):
			gap = b.Len() > 0
			continue
		case r == '’' || r == 'ʼ' || r == '‘':
			r = '\''
		case r == '‑' || r == '‐':
			r = '-'
		}
		if gap {
			b.WriteByte(' ')
			gap = false
		}
		b.WriteRune(r)
	}
	return b.String()
}

// isNameKey reports whether nameKey changes nothing, which is nearly always so.
func isNameKey(name string) bool {
	for i := 0; i < len(name); i++ {
		if c := name[i]; c >= utf8.RuneSelf || c < ' ' || c == ' ' && (i == 0 || i == len(name)-1 || name[i+1] == ' ') {
			return false
		}
	}
	return true
}
