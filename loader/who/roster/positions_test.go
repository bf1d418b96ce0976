package roster

import (
	"slices"
	"testing"
)

func TestPositions(t *testing.T) {
	r := read(t, "NATO met France in Kellby County.")
	nato, france, kellby := 0, 1, 2
	president := Role{Written: "president", Head: "president", Class: "state", Of: -1}
	for _, c := range []struct {
		why   string
		roles []Role
		want  []string
	}{
		{"a bare office", []Role{president}, []string{"President"}},
		{"of a state, which the bare one adds nothing to", []Role{president, president.OfState(r.Drafts[france].State)}, []string{"President of France"}},
		{"of a body", []Role{{Written: "spokesman", Head: "spokesman", Of: nato}}, []string{"NATO spokesman"}},
		{"of a place", []Role{{Written: "mayor", Head: "mayor", Of: kellby}}, []string{"Mayor of Kellby County"}},
		{"a former one", []Role{{Written: "envoy", Head: "envoy", Of: -1, Former: true}}, []string{"former Envoy"}},
		{"one to come", []Role{{Written: "president", Head: "president", Class: "state", Of: -1, Elect: true}}, []string{"President-elect"}},
		{"no office of a state", []Role{{Written: "diplomat", Head: "diplomat", Of: -1, State: r.Drafts[france].State}}, []string{"French diplomat"}},
		{"no position", []Role{{Written: "victim", Head: "victim", Of: -1}}, nil},
		{"the commonest first", []Role{{Written: "envoy", Head: "envoy", Of: -1}, president, president}, []string{"President", "Envoy"}},
	} {
		var got []string
		for _, p := range (positions{r}).of(&Draft{Roles: c.roles}) {
			got = append(got, p.Title)
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: got %q, want %q", c.why, got, c.want)
		}
	}
}
