package vocabulary

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/graph"
	"dateline/loader/lexicon"
)

// Use is what a lexicon name stands for.
type Use int

// The uses of names.
const (
	UseState        Use = iota // Russia
	UseCapital                 // Moscow: a location, or the state that acts
	UseAdjective               // Russian
	UsePeople                  // Russians
	UseSeat                    // the Kremlin: a body, or the place where it sits
	UseOrganization            // NATO
	UsePlace                   // Geneva
)

// Entry is what the lexicon knows of a name.
type Entry struct {
	Use     Use
	State   *State // of a state, capital, adjective, people or seat
	Name    string // the fullest or commonest form
	Article bool   // said with "the"
	Weak    bool   // an everyday word too: a name only where the model sees one
	Kind    graph.OrganizationKind
	Country string // the Country of its member
}

// add enters a name; what was entered first stays.
func (v *Words) add(name string, e *Entry) {
	key := NameKey(name)
	if _, taken := v.Names[key]; !taken {
		v.Names[key] = e
	}
	// Datelines and headlines write names in capitals; of three letters and less they would
	// collide with words.
	if upper := strings.ToUpper(key); upper != key && len(key) > 3 && !e.Weak {
		if _, taken := v.Names[upper]; !taken {
			v.Names[upper] = e
		}
	}
}

// addForms enters a name and its other forms, each weak or not.
func (v *Words) addForms(n lexicon.Name, e Entry) {
	e.Name, e.Article = n.Name, n.Article
	for _, form := range append([]string{n.Name}, n.Others...) {
		of := e
		of.Weak = slices.Contains(n.Unsure, form)
		v.add(form, &of)
	}
}

// loadStates enters the states with their adjectives, peoples and capitals.
func (v *Words) loadStates() {
	for _, row := range lexicon.States() {
		s := &State{Code: row.Code, Name: row.Name, Adjectives: row.Adjectives, Article: row.Article, Region: row.Region}
		v.States[s.Code] = s
		e := func(u Use) *Entry {
			return &Entry{Use: u, State: s, Name: s.Name, Kind: graph.OrganizationState, Country: s.Country()}
		}
		name := e(UseState)
		if !s.IsSovereign() {
			name.Kind = graph.OrganizationOther
		}
		for _, form := range append([]string{row.Name}, row.Others...) {
			v.add(form, name)
		}
		adjective, people := e(UseAdjective), e(UsePeople)
		for _, form := range row.Adjectives {
			v.add(form, adjective)
		}
		for _, form := range row.People {
			v.add(form, people)
		}
		for _, form := range row.Capitals {
			capital := e(UseCapital)
			capital.Name = form
			v.add(form, capital)
		}
	}
	// Brussels is said of the Union, not of Belgium.
	union := &State{Code: "EU", Name: "European Union", Adjectives: []string{"EU", "E.U."}, Article: true, Region: true}
	v.States["EU"] = union
	v.add("Brussels", &Entry{Use: UseCapital, State: union, Name: "Brussels", Kind: graph.OrganizationOther, Country: "EU"})
}

// loadSeats enters the seats of power: "the Kremlin".
func (v *Words) loadSeats() {
	for _, row := range lexicon.Seats() {
		s := v.States[row.State]
		e := Entry{Use: UseSeat, State: s, Kind: graph.OrganizationGovernment, Country: s.Country()}
		if row.Of == lexicon.SeatPlace {
			e.Use = UsePlace
		}
		v.addForms(row.Name, e)
	}
}

func (v *Words) loadOrganizations() {
	for _, row := range lexicon.Organizations() {
		e := Entry{Use: UseOrganization, Kind: graph.OrganizationKind(strings.ToUpper(row.Kind)), Country: row.Country}
		if e.Country == "EU" {
			e.State = v.States["EU"]
		}
		v.addForms(row.Name, e)
	}
}

func (v *Words) loadMedia() {
	for _, row := range lexicon.Media() {
		v.addForms(row, Entry{Use: UseOrganization, Kind: graph.OrganizationMedia})
	}
}

// loadPlaces goes from the end, since of two spellings the one with fewer capitals,
// "New York state", is what a headline in capitals writes out.
func (v *Words) loadPlaces() {
	for _, row := range slices.Backward(lexicon.Places()) {
		country := ""
		if strings.HasPrefix(row.Region, "US ") {
			country = "US"
		}
		place := &Entry{Use: UsePlace, Name: row.Name, Country: country}
		if taken := v.Names[row.Name]; row.Region == lexicon.RegionUSStates && taken != nil && taken.Use == UseState {
			v.Namesakes[row.Name] = place
		}
		v.add(row.Name, place)
	}
}

// NameKey returns the form under which the lexicon keeps names: as written, with
// plain apostrophes, hyphens and spaces.
func NameKey(name string) string {
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

// isNameKey reports whether NameKey changes nothing, which is nearly always so.
func isNameKey(name string) bool {
	for i := 0; i < len(name); i++ {
		if c := name[i]; c >= utf8.RuneSelf || c < ' ' || c == ' ' && (i == 0 || i == len(name)-1 || name[i+1] == ' ') {
			return false
		}
	}
	return true
}
