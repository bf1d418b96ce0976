package names

import "testing"

func TestStateAt(t *testing.T) {
	for _, c := range []struct{ text, word, want string }{
		{"The French minister left.", "French", "FR"},
		{"Americans voted.", "Americans", "US"},
		{"Moscow replied.", "Moscow", "RU"},
		{"The Franco-Russian talks failed.", "Franco", "FR"},
		{"The Kremlin replied.", "Kremlin", ""}, // a body, not the state
		{"Jane Orr left.", "Orr", ""},
	} {
		text := Find(parse(t, c.text), "")
		got := ""
		if s := text.StateAt(token(t, text.Parse, c.word)); s != nil {
			got = s.Code
		}
		if got != c.want {
			t.Errorf("%s\n%s: got %q, want %q", c.text, c.word, got, c.want)
		}
	}
}

func TestAdjectiveAt(t *testing.T) {
	for _, c := range []struct {
		text, word string
		want       bool
	}{
		{"The French minister left.", "French", true},
		{"The U.S. minister left.", "U.S.", true},
		{"France replied.", "France", false},
	} {
		text := Find(parse(t, c.text), "")
		if got := text.AdjectiveAt(token(t, text.Parse, c.word)) != nil; got != c.want {
			t.Errorf("%s\n%s: got %t, want %t", c.text, c.word, got, c.want)
		}
	}
}
