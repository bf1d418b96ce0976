package roster

import (
	"slices"
	"testing"

	"dateline/loader/who/names"
)

func TestAliases(t *testing.T) {
	d := &Draft{Name: "Jane Orr"}
	for _, form := range []string{"Orr", "jane orr", "the  minister", "ORR", " "} {
		d.AddForm(form)
	}
	if got, want := d.aliases(), []string{"Orr", "the minister"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestShortName(t *testing.T) {
	for _, c := range []struct {
		person names.PersonName
		want   string
	}{
		{names.PersonName{Written: "Jane Orr Jr."}, "Orr"},
		{names.PersonName{Written: "Ursula von Heide"}, "von Heide"},
		{names.PersonName{Written: "Kang Dae-sung", FamilyFirst: true}, "Kang"},
	} {
		d := &Draft{Name: c.person.Written, Person: &c.person}
		if got := d.ShortName(); got != c.want {
			t.Errorf("%s: got %q, want %q", d.Name, got, c.want)
		}
	}
}
