package grammar

import "testing"

// A request that somebody received is not his own.
func TestRequestsAreOfThoseWhoMakeThem(t *testing.T) {
	for _, c := range []struct{ sentence, verb, want string }{
		{"Lim made a request to question Okoro.", "question", "Lim"},
		{"Lim opposed a request to question Okoro.", "question", ""},
		{"Lim promised Silva to meet Okoro.", "meet", "Lim"},
		{"Lim was forced to phone Okoro.", "phone", "Lim"},
		{"Lim was able to phone Okoro.", "phone", "Lim"},
	} {
		check(t, c.sentence, c.verb, c.want, func(p *Parse, verb int) []int {
			finder := NewReader(p, nil)
			return finder.Subjects(verb)
		})
	}
}
