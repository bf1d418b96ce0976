package read

import (
	"fmt"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"

	"dateline/graph"
)

// Mapping says what the columns of a register hold: a table that is kept as a record of
// who met whom and when, such as one of lobbying, of ministers' meetings or of visitors.
type Mapping struct {
	// Name is the register's name, which is the publisher of its rows.
	Name string `yaml:"name"`
	// Parties are the columns with those who were in contact.
	Parties []PartyColumn `yaml:"parties"`
	// Columns of the day, and of an end of longer contacts; of means, place and topic; of
	// the row's own number or address; and of what the register calls its source.
	Date   string `yaml:"date"`
	Until  string `yaml:"until"`
	Means  string `yaml:"means"`
	Place  string `yaml:"place"`
	Topic  string `yaml:"topic"`
	ID     string `yaml:"id"`
	URL    string `yaml:"url"`
	Source string `yaml:"source"`
	// DayFirst and MonthFirst read days such as 03/04/2022.
	DayFirst   bool `yaml:"day_first"`
	MonthFirst bool `yaml:"month_first"`
	// Words are the means that words of the column stand for, besides the usual ones.
	Words map[string]graph.Means `yaml:"words"`
	// Default is the means where the column has no known word; MEETING if it is not given.
	Default graph.Means `yaml:"default"`
}

// PartyColumn is a column with one or more parties.
type PartyColumn struct {
	Column string `yaml:"column"`
	// Kind is person, organization or state; empty for what the name suggests.
	Kind string `yaml:"kind"`
	// Separator parts several names in one cell, such as ";". A line end always does.
	Separator string `yaml:"separator"`
	// Role is a column with the party's office.
	Role string `yaml:"role"`
}

// ParseMapping reads a mapping from YAML or JSON.
func ParseMapping(name string, data []byte) (*Mapping, error) {
	decoder := yaml.NewDecoder(strings.NewReader(string(data)))
	decoder.KnownFields(true)
	m := &Mapping{}
	if err := decoder.Decode(m); err != nil {
		return nil, failure(BadMetadata, name, err, "is not the mapping of a register")
	}
	if m.Default == "" {
		m.Default = graph.MeansMeeting
	}
	return m, m.check(name)
}

func (m *Mapping) check(name string) error {
	switch {
	case len(m.Parties) == 0:
		return failure(BadMetadata, name, nil, "names no column of parties: give parties, each with its column")
	case m.Date == "":
		return failure(BadMetadata, name, nil, "names no column of the day: give date")
	case m.DayFirst && m.MonthFirst:
		return failure(BadMetadata, name, nil, "has both day_first and month_first")
	}
	for _, p := range m.Parties {
		if p.Column == "" || !slices.Contains([]string{"", "person", "organization", "state"}, p.Kind) {
			return failure(BadMetadata, name, nil, "has a party without a column, or of another kind than person, organization or state")
		}
	}
	for _, means := range append([]graph.Means{m.Default}, meansOf(m.Words)...) {
		if !slices.Contains(graph.MeansKinds(), means) {
			return failure(BadMetadata, name, nil, "has the means %q; they are %s", means, fmt.Sprint(graph.MeansKinds()))
		}
	}
	return nil
}

func meansOf(words map[string]graph.Means) []graph.Means {
	var means []graph.Means
	for _, m := range words {
		means = append(means, m)
	}
	return means
}

// columns lists the columns that a mapping names.
func (m *Mapping) columns() []string {
	all := []string{m.Date, m.Until, m.Means, m.Place, m.Topic, m.ID, m.URL, m.Source}
	for _, p := range m.Parties {
		all = append(all, p.Column, p.Role)
	}
	return slices.DeleteFunc(all, func(c string) bool { return c == "" })
}
