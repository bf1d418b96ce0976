package evidence

import "testing"

func TestParties(t *testing.T) {
	for _, c := range []struct{ why, text, word, want string }{
		{"a name", "Ada Lim met Bo Okoro.", "Okoro", "Bo Okoro"},
		{"a list", "Ada Lim met Bo Okoro, Eva Stern and Max Roux.", "Okoro", "Bo Okoro, Eva Stern, Max Roux"},
		{"a state", "Ada Lim met France.", "France", "France"},
		{"the press", "Ada Lim met reporters.", "reporters", ""},
		{"a time", "Ada Lim left on Monday.", "Monday", ""},
		{"a crowd", "Ada Lim met thousands.", "thousands", ""},
		{"people of a state", "Ada Lim told Americans a story.", "Americans", ""},
		{"the speaker of a quotation", "“We met,” Ada Lim said.", "We", "Ada Lim"},
		{"a role in apposition", "Ada Lim met the first lady, Eva Stern.", "lady", "Eva Stern"},
	} {
		a := read(t, c.text)
		if got := names(a, a.Parties(find(t, a, c.word), nil)...); got != c.want {
			t.Errorf("%s: %s\n%q: got %q, want %q", c.why, c.text, c.word, got, c.want)
		}
	}
}

func TestPartiesAfter(t *testing.T) {
	a := read(t, "Ada Lim held talks with Bo Okoro, Eva Stern and Max Roux in Oslo.")
	talks := find(t, a, "talks")
	if got := names(a, a.PartiesAfter(talks, nil, "with")...); got != "Bo Okoro, Eva Stern, Max Roux" {
		t.Errorf("talks with %q", got)
	}
	everybody := a.PartiesAfter(talks, nil, "with")
	if got := names(a, a.PartiesAfter(talks, everybody, "with")...); got != "" {
		t.Errorf("talks with %q besides everybody", got)
	}
	if !HasParties(a, talks) || HasParties(a, find(t, a, "Oslo")) {
		t.Error("talks have parties, Oslo has none")
	}
}

func TestKindsOfPhrases(t *testing.T) {
	a := read(t, "Ada Lim told France that she works for the Democratic Party, and that it works.")
	for word, want := range map[string][2]bool{"Lim": {true, false}, "she": {true, false}, "France": {false, true}, "Party": {false, true}, "it": {false, false}} {
		token := find(t, a, word)
		if got := [2]bool{a.IsPersonal(token), IsBody(a, token)}; got != want {
			t.Errorf("%q is of people and of a body: got %v, want %v", word, got, want)
		}
	}
}

func TestLists(t *testing.T) {
	if got := Without([]int{1, 2, 3}, []int{2}); len(got) != 2 || got[0] != 1 || got[1] != 3 {
		t.Errorf("without 2: %v", got)
	}
	if !ShareAny([]int{1, 2}, []int{2, 3}) || ShareAny([]int{1}, []int{2}) {
		t.Error("2 is in both lists, 1 is not")
	}
}
