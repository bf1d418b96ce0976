package grammar

import (
	"slices"
	"testing"
)

func TestObjectsOf(t *testing.T) {
	for _, c := range []struct{ sentence, word, want string }{
		{"Lim spoke with Okoro in Oslo.", "spoke", "Okoro"},
		{"Lim spoke to Okoro.", "spoke", "Okoro"},
		{"Lim held talks with Okoro and with Silva.", "talks", "Okoro Silva"},
		{"The man with whom Lim spoke went home.", "spoke", "man"},
		{"Lim spoke in Oslo.", "spoke", ""},
	} {
		check(t, c.sentence, c.word, c.want, func(p *Parse, token int) []int {
			return slices.Concat(p.ObjectsOf(token, "with", "to")...)
		})
	}
}
