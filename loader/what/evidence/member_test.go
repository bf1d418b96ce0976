package evidence

import (
	"strings"
	"testing"
)

func TestMembers(t *testing.T) {
	const text = "French president Ada Lim met an officer. France told voters to go. Eva Stern met prosecutor Bo Okoro and some Lim supporters."
	a := read(t, text)
	for _, c := range []struct {
		why     string
		is      func(member int) bool
		yes, no string
	}{
		{"named", a.IsNamed, "Lim France", "officer voters"},
		{"nameless", a.IsNameless, "officer voters", "Lim France"},
		{"generic", a.IsGeneric, "voters", "officer Lim"},
		{"a following", a.IsFollowing, "supporters", "officer Lim"},
		{"visited", a.ReceivesVisitors, "Lim France", ""},
		{"an investigator", a.Investigates, "Okoro", "Lim"},
	} {
		for _, word := range strings.Fields(c.yes) {
			if !c.is(member(t, a, word)) {
				t.Errorf("%s is not %s", word, c.why)
			}
		}
		for _, word := range strings.Fields(c.no) {
			if c.is(member(t, a, word)) {
				t.Errorf("%s is %s", word, c.why)
			}
		}
	}
	if !a.HoldsOfficeOf(member(t, a, "Lim"), member(t, a, "France")) || a.HoldsOfficeOf(member(t, a, "Okoro"), member(t, a, "France")) {
		t.Error("Lim holds an office of France, Okoro does not")
	}
}

func TestReceivesOfficially(t *testing.T) {
	a := read(t, "French president Ada Lim visited Chad. Bo Okoro met Eva Stern.")
	chad := member(t, a, "Chad")
	if !a.ReceivesOfficially(chad, []int{member(t, a, "Lim")}) || a.ReceivesOfficially(chad, []int{member(t, a, "Okoro")}) {
		t.Error("Chad receives a president, not Okoro")
	}
}
