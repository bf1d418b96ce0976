package reference

import "testing"

func TestVague(t *testing.T) {
	checkParties(t, []struct{ text, word, want string }{
		{"Market power fell.", "power", "-"},
		{"He gave a host of reasons.", "host", "-"},
		{"A group of French diplomats left.", "group", "French diplomats"},
		{"Jane Orr ran for president.", "president", "-"},
		{"In May 100 people came.", "people", "people"},
		{"In May people came.", "people", "-"},
		{"A man came.", "man", "-"},
		{"The man came.", "man", "man"},
	})
}
