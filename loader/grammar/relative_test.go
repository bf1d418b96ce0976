package grammar

import "testing"

func TestAntecedent(t *testing.T) {
	for _, c := range []struct{ sentence, want string }{
		{"The envoy who phoned Okoro went home.", "envoy"},
		{"The envoy that phoned Okoro went home.", "envoy"},
		{"Lim phoned Okoro.", "Lim"},
		{"Lim is one of the aides who phoned Okoro.", "Lim"},
		{"The group had members who phoned Okoro.", "group"},
	} {
		check(t, c.sentence, "phoned", c.want, func(p *Parse, verb int) []int {
			finder := NewReader(p, func(token int) bool { return p.Tokens[token].Text == "Lim" })
			found := finder.verbs.phrase(OwnSubject(p, verb), 0)
			return []int{found[0].Token}
		})
	}
}
