package grammar

import (
	"testing"

	"dateline/loader/language"
)

func TestSharedSubject(t *testing.T) {
	for _, c := range []struct{ sentence, verb, want string }{
		{"Lim phoned Okoro.", "phoned", "Lim"},
		{"Okoro was phoned by Lim.", "phoned", "Okoro"},
		{"Lim flew home and phoned Okoro.", "phoned", "Lim"},
		{"Lim wants to phone Okoro.", "phone", "Lim"},
		{"Silva discussed Lim's plan to phone Okoro.", "phone", "-"},
	} {
		check(t, c.sentence, c.verb, c.want, func(p *Parse, verb int) []int { return []int{SharedSubject(p, verb)} })
	}
}

func TestMainSubject(t *testing.T) {
	for _, c := range []struct{ sentence, want string }{
		{"When Lim called, Okoro answered.", "Okoro"},
		{"Talks in Oslo.", "-"},
	} {
		p := parse(t, c.sentence)
		if got := text(p, MainSubject(p, 0)); got != c.want {
			t.Errorf("%s\ngot %q, want %q", c.sentence, got, c.want)
		}
	}
}

func TestClauseVerb(t *testing.T) {
	for _, c := range []struct{ sentence, token, want string }{
		{"Lim said that Okoro had called.", "Okoro", "called"},
		{"Lim said that Okoro had called.", "Lim", "said"},
		{"Talks in Oslo.", "Oslo", "Oslo"},
	} {
		check(t, c.sentence, c.token, c.want, func(p *Parse, i int) []int { return []int{ClauseVerb(p, i)} })
	}
}

func TestProminence(t *testing.T) {
	for _, c := range []struct {
		sentence, token string
		want            Prominence
	}{
		{"Lim said that Okoro had called Silva.", "Lim", SentenceTopic},
		{"Lim said that Okoro had called Silva.", "Okoro", LowerSubject},
		{"Lim said that Okoro had called Silva.", "Silva", NoSubject},
		{"Lim and Okoro left.", "Okoro", SentenceTopic},
	} {
		p := parse(t, c.sentence)
		if got := ProminenceOf(p, find(t, p, c.token)); got != c.want {
			t.Errorf("%s\n%q: got %d, want %d", c.sentence, c.token, got, c.want)
		}
	}
}

func TestSpanHead(t *testing.T) {
	p := parse(t, "The Bank of Norway said so.")
	if got := text(p, SpanHead(p, language.Span{Start: 0, End: 4})); got != "Bank" {
		t.Errorf("got %q, want Bank", got)
	}
}
