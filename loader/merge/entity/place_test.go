package entity

import (
	"testing"

	"dateline/graph"
)

func TestPlacesApart(t *testing.T) {
	for _, c := range []struct {
		one, country, other, otherCountry string
		want                              bool
	}{
		{"Paris", "FR", "Berlin", "DE", true},
		{"Porto", "", "Breda", "", true},
		{"Porto", "", "Lisbon", "PT", true},
		{"Moscow", "RU", "Kremlin", "RU", false},
		{"Lisbon", "PT", "Belem Tower", "", false},
		{"France", "FR", "Paris", "FR", false},
		{"France", "FR", "Lisbon", "PT", true},
		{"New York", "US", "New York City", "US", false},
		{"Florida", "US", "Miami", "US", false},
		{"Mar-a-Lago", "", "Miami", "", false},
		{"Mediterranean Sea", "", "Porto", "", false},
		{"Lisbon", "PT", "Lisbon", "PT", false},
	} {
		one := &graph.Place{Profile: graph.Profile{ID: "pla_" + c.one, Name: c.one, Country: c.country}}
		other := &graph.Place{Profile: graph.Profile{ID: "pla_" + c.other, Name: c.other, Country: c.otherCountry}}
		if got := PlacesApart(one, other); got != c.want || PlacesApart(other, one) != c.want {
			t.Errorf("%s and %s: got %t, want %t", c.one, c.other, got, c.want)
		}
	}
}
