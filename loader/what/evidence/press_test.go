package evidence

import "testing"

func TestIsPress(t *testing.T) {
	a := read(t, "Radio host Ada Lim, Bo Okoro of the BBC, reporters and Eva Stern met.")
	for word, want := range map[string]bool{"Lim": true, "Okoro": true, "reporters": true, "BBC": true, "Stern": false} {
		if got := IsPress(a, find(t, a, word)); got != want {
			t.Errorf("%q is press: got %t, want %t", word, got, want)
		}
	}
}

func TestPressMembers(t *testing.T) {
	a := read(t, "The BBC and the Northern Herald asked the Senate committee. Judge Ada Lim met journalist Bo Okoro and Eva Stern.")
	for _, c := range []struct {
		why  string
		is   func(member int) bool
		yes  []string
		none []string
	}{
		{"medium", a.IsMedium, []string{"BBC", "Herald"}, []string{"Senate", "Lim"}},
		{"forum", a.IsForum, []string{"Senate"}, []string{"BBC", "Lim"}},
		{"judge", a.SitsInCourt, []string{"Lim"}, []string{"Okoro", "BBC"}},
		{"asker", a.IsAsker, []string{"Okoro"}, []string{"Stern", "Lim"}},
	} {
		for _, word := range c.yes {
			if !c.is(member(t, a, word)) {
				t.Errorf("%s is no %s", word, c.why)
			}
		}
		for _, word := range c.none {
			if c.is(member(t, a, word)) {
				t.Errorf("%s is a %s", word, c.why)
			}
		}
	}
}

func TestIsBeforePublic(t *testing.T) {
	for text, want := range map[string]bool{
		"On the panel, Ada Lim asked Bo Okoro to wait.":   true,
		"In the kitchen, Ada Lim asked Bo Okoro to wait.": false,
	} {
		a := read(t, text)
		if got := IsBeforePublic(a, find(t, a, "asked")); got != want {
			t.Errorf("%s: got %t, want %t", text, got, want)
		}
	}
}
