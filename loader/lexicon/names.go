package lexicon

// State is a country, or a part of the world that acts like one.
type State struct {
	Code       string // ISO 3166-1 alpha-2; an own code, or "-xx", for what has none
	Name       string
	Others     []string // other names
	Adjectives []string
	People     []string // what its people are called
	Capitals   []string // and other seats of its government
	Article    bool     // said with "the"
	Region     bool     // a part of the world rather than a state, now or ever
	// FamilyFirst is true if the family names of its people come before the given names.
	FamilyFirst bool
	// Neighbours are states that articles about it mention too. They tell it from a state of
	// the United States with the same name.
	Neighbours []string
}

var states = &table[State]{name: "states.tsv", columns: func(s *State) []column {
	return []column{
		text("code", &s.Code), text("name", &s.Name), names("others", &s.Others), names("adjectives", &s.Adjectives),
		names("people", &s.People), names("capitals", &s.Capitals),
		flag("article", &s.Article), flag("region", &s.Region), flag("family_first", &s.FamilyFirst),
		words("neighbours", &s.Neighbours),
	}
}}

// States returns the states, by code.
func States() []State { return states.all() }

// FamilyFirst returns the codes of the states where the family name comes first.
func FamilyFirst() Set {
	return Map(func() map[string]bool {
		found := Set{}
		for _, s := range states.all() {
			if s.FamilyFirst {
				found[s.Code] = true
			}
		}
		return found
	})
}

// Neighbours returns the neighbours of the states that have some, by code.
func Neighbours() map[string][]string {
	return Map(func() map[string][]string {
		found := map[string][]string{}
		for _, s := range states.all() {
			if len(s.Neighbours) > 0 {
				found[s.Code] = s.Neighbours
			}
		}
		return found
	})
}

// Name is the name of a seat of power, an organization or a medium, with its other forms.
type Name struct {
	Name    string
	Article bool     // said with "the"
	Others  []string // other names
	Unsure  []string // those of the names that are everyday words too
}

// Seat is a seat of power, whose name stands for the body that sits there.
type Seat struct {
	Name
	State string // its code
	Of    string // SeatGovernment or SeatPlace
}

// What the name of a seat means: a body of the state, or only a place.
const (
	SeatGovernment = "government"
	SeatPlace      = "place"
)

var seats = &table[Seat]{name: "seats.tsv", columns: func(s *Seat) []column {
	return append(s.Name.columns(), text("state", &s.State), one("of", &s.Of))
}}

// Seats returns the seats of power.
func Seats() []Seat { return seats.all() }

// Organization is an international organization, a company, a political party or another
// body that acts.
type Organization struct {
	Name
	Kind    string // a graph.OrganizationKind in lower case
	Country string // a state's code, or EU; "" for none
}

var organizations = &table[Organization]{name: "organizations.tsv", columns: func(o *Organization) []column {
	return append(o.Name.columns(), one("kind", &o.Kind), text("country", &o.Country))
}}

// Organizations returns the organizations.
func Organizations() []Organization { return organizations.all() }

var media = &table[Name]{name: "media.tsv", columns: (*Name).columns}

// Media returns the news agencies, newspapers and broadcasters.
func Media() []Name { return media.all() }

func (n *Name) columns() []column {
	return []column{text("name", &n.Name), flag("article", &n.Article), names("others", &n.Others), names("unsure", &n.Unsure)}
}

// Place is a place that does not act as a state.
type Place struct {
	Name   string
	Region string
}

// RegionUSStates is the region of the states of the United States, some of which
// share a name with a country.
const RegionUSStates = "US states"

// IsArea reports whether it is a state of the United States, or a sea, a river or a part
// of continents, rather than a town or a province.
func (p Place) IsArea() bool {
	return p.Region == RegionUSStates || p.Region == "US short" || p.Region == "World"
}

var places = &table[Place]{name: "places.tsv", columns: func(p *Place) []column {
	return []column{text("name", &p.Name), one("region", &p.Region)}
}}

// Places returns the places.
func Places() []Place { return places.all() }

// Office is a kind of office. An article may use the titles of one class for each other,
// such as "premier" for a prime minister.
type Office struct {
	Title  string
	Class  string
	Others []string // other titles of it
}

var offices = &table[Office]{name: "offices.tsv", columns: func(o *Office) []column {
	return []column{text("title", &o.Title), one("class", &o.Class), names("others", &o.Others)}
}}

type sectorTitle struct {
	title  string
	sector string
}

var sectors = &table[sectorTitle]{name: "sectors.tsv", columns: func(s *sectorTitle) []column {
	return []column{text("title", &s.title), one("sector", &s.sector)}
}}

// Sectors returns the sector of each word or phrase of titles that has one, in lower case.
func Sectors() map[string]string {
	return pairs(sectors, func(s sectorTitle) (string, string) { return s.title, s.sector })
}

// Offices returns the offices.
func Offices() []Office { return offices.all() }
