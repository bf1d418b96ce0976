package who

import (
	"embed"
	"fmt"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"dateline/graph"
)

//go:embed lexicon/*.txt
var lexiconFiles embed.FS

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

var lexicon = sync.OnceValue(loadVocabulary)

func loadVocabulary() *vocabulary {
	v := &vocabulary{
		names: map[string]*entry{}, states: map[string]*state{}, given: map[string]gender{},
		honorifics: map[string]gender{}, nicknames: map[string][]int{}, offices: map[string]*office{},
		people: map[string]bool{}, bodies: map[string]bool{}, combining: combiningForms(),
		namesakes: map[string]*entry{},
	}
	v.loadStates()
	v.loadSeats()
	v.loadOrganizations()
	v.loadMedia()
	v.loadPlaces()
	v.loadWords("firstnames.txt", v.given)
	v.loadWords("honorifics.txt", v.honorifics)
	v.loadNicknames()
	v.loadOffices()
	v.loadPeople()
	return v
}

// combiningForms are the first halves of compounds such as "Franco-Russian".
func combiningForms() map[string]string {
	return map[string]string{
		"Franco": "FR", "Russo": "RU", "Sino": "CN", "Anglo": "GB", "Indo": "IN", "Turko": "TR", "Turco": "TR",
		"Italo": "IT", "Austro": "AT", "Greco": "GR", "Afro": "-af", "Euro": "-eu", "Serbo": "RS", "Polono": "PL",
		"Soviet": "-su", "Arabo": "-ar", "Israelo": "IL", "Luso": "PT", "Hispano": "ES", "Americano": "US",
		"Saudi": "SA", "Germano": "DE", "Hungaro": "HU", "Nippo": "JP", "Japano": "JP", "Ukraino": "UA", "Belgo": "BE",
	}
}

// rows reads a file of the lexicon: its lines that are no comments.
func rows(file string) []string {
	data, err := lexiconFiles.ReadFile("lexicon/" + file)
	if err != nil {
		panic(fmt.Sprintf("who: the lexicon lacks %s: %v", file, err)) // embedded: a broken build
	}
	var lines []string
	for line := range strings.Lines(string(data)) {
		line = strings.TrimSpace(line)
		if line != "" && !strings.HasPrefix(line, "#") {
			lines = append(lines, line)
		}
	}
	return lines
}

// fields splits a row at "|" into exactly n trimmed fields.
func fields(row string, n int) []string {
	parts := strings.Split(row, "|")
	for i := range parts {
		parts[i] = strings.TrimSpace(parts[i])
	}
	for len(parts) < n {
		parts = append(parts, "")
	}
	return parts[:n]
}

// list splits a field at ";".
func list(field string) []string {
	var items []string
	for item := range strings.SplitSeq(field, ";") {
		if item = strings.TrimSpace(item); item != "" {
			items = append(items, item)
		}
	}
	return items
}

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
	for _, row := range rows("states.txt") {
		f := fields(row, 6)
		s := &state{code: f[0], name: f[1], adjectives: list(f[3])}
		v.states[s.code] = s
		e := func(u use) *entry {
			return &entry{use: u, state: s, name: s.name, kind: graph.OrganizationState, country: s.country()}
		}
		name := e(useState)
		if !s.sovereign() {
			name.kind = graph.OrganizationOther
		}
		for _, form := range append([]string{f[1]}, list(f[2])...) {
			v.add(form, name)
		}
		adjective, people := e(useAdjective), e(usePeople)
		for _, form := range s.adjectives {
			v.add(form, adjective)
		}
		for _, form := range list(f[4]) {
			v.add(form, people)
		}
		for _, form := range list(f[5]) {
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

// marks reads the signs before a name: "~" weak, "+" said with "the".
func marks(name string) (bare string, weak, article bool) {
	bare, weak = strings.CutPrefix(name, "~")
	bare, article = strings.CutPrefix(bare, "+")
	return bare, weak, article
}

// addForms enters a row's name and its other forms as one entry each strength.
func (v *vocabulary) addForms(name, others string, e entry) {
	bare, weak, article := marks(name)
	e.name, e.article = bare, article
	for _, form := range append([]string{name}, list(others)...) {
		bare, formWeak, _ := marks(form)
		of := e
		of.weak = formWeak || weak && form == name
		v.add(bare, &of)
	}
}

func (v *vocabulary) loadSeats() {
	for _, row := range rows("seats.txt") {
		f := fields(row, 4)
		s := v.states[f[0]]
		e := entry{use: useSeat, state: s, kind: graph.OrganizationGovernment, country: s.country()}
		if f[3] == "place" {
			e.use = usePlace
		}
		v.addForms(f[1], f[2], e)
	}
}

func (v *vocabulary) loadOrganizations() {
	for _, row := range rows("organizations.txt") {
		f := fields(row, 4)
		e := entry{use: useOrganization, kind: graph.OrganizationKind(strings.ToUpper(f[0])), country: f[3]}
		if e.country == "EU" {
			e.state = v.states["EU"]
		}
		v.addForms(f[1], f[2], e)
	}
}

func (v *vocabulary) loadMedia() {
	for _, row := range rows("media.txt") {
		f := fields(row, 2)
		v.addForms(f[0], f[1], entry{use: useOrganization, kind: graph.OrganizationMedia})
	}
}

func (v *vocabulary) loadPlaces() {
	for _, row := range rows("places.txt") {
		group, names, _ := strings.Cut(row, ":")
		country := ""
		if strings.HasPrefix(group, "US ") {
			country = "US"
		}
		for name := range strings.SplitSeq(names, ",") {
			name = strings.TrimSpace(name)
			place := &entry{use: usePlace, name: name, country: country}
			if taken := v.names[name]; group == "US states" && taken != nil && taken.use == useState {
				v.namesakes[name] = place
			}
			v.add(name, place)
		}
	}
}

func (v *vocabulary) loadWords(file string, into map[string]gender) {
	for _, row := range rows(file) {
		mark, words, _ := strings.Cut(row, ":")
		for _, word := range strings.Fields(words) {
			into[word] = map[string]gender{"m": genderMale, "f": genderFemale}[mark]
		}
	}
}

func (v *vocabulary) loadNicknames() {
	for set, row := range rows("nicknames.txt") {
		for _, name := range strings.Fields(row) {
			key := graph.Fold(name)
			v.nicknames[key] = append(v.nicknames[key], set)
		}
	}
}

func (v *vocabulary) loadOffices() {
	for _, row := range rows("offices.txt") {
		f := fields(row, 3)
		for _, form := range append([]string{f[1]}, list(f[2])...) {
			v.offices[strings.ToLower(form)] = &office{class: f[0], title: f[1]}
			v.officeSize = max(v.officeSize, len(strings.Fields(form)))
		}
	}
}

func (v *vocabulary) loadPeople() {
	for _, row := range rows("people.txt") {
		mark, words, _ := strings.Cut(row, ":")
		into := v.people
		if mark == "many" {
			into = v.bodies
		}
		for _, word := range strings.Fields(words) {
			into[word] = true
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
