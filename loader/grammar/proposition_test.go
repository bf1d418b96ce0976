package grammar

import (
	"slices"
	"strings"
	"testing"
)

// proposition writes down what a word says, slots in order: "subject Lim; object Okoro".
func proposition(p *Parse, word int) string {
	q := NewReader(p, nil).At(word)
	if q == nil {
		return ""
	}
	var slots []Slot
	words := map[Slot][]string{}
	for _, a := range q.Arguments {
		if !slices.Contains(slots, a.Slot) {
			slots = append(slots, a.Slot)
		}
		words[a.Slot] = append(words[a.Slot], p.Tokens[a.Token].Text)
	}
	slices.Sort(slots)
	var parts []string
	for _, slot := range slots {
		if slot != "in" && slot != "on" && slot != "after" && slot != "about" {
			parts = append(parts, string(slot)+" "+strings.Join(words[slot], "+"))
		}
	}
	return strings.Join(parts, "; ")
}

func TestPropositionsOfVerbs(t *testing.T) {
	for _, c := range []struct{ sentence, word, want string }{
		{"Lim phoned Okoro.", "phoned", "object Okoro; subject Lim"},
		{"Okoro was phoned by Lim.", "phoned", "by Lim; object Okoro; subject Lim"},
		{"Okoro was briefed on Monday.", "briefed", "object Okoro"},
		{"Lim is due to see Okoro on Monday.", "see", "object Okoro; subject Lim"},
		{"Lim agreed to brief Okoro.", "brief", "object Okoro; subject Lim"},
		{"Silva told Lim to meet Okoro.", "meet", "object Okoro; subject Lim"},
		{"Lim flew out to confer with Okoro.", "confer", "subject Lim; with Okoro"},
		{"After phoning Okoro, Lim went home.", "phoning", "object Okoro; subject Lim"},
		{"Lim, summoned by Okoro, went home.", "summoned", "by Okoro; object Lim; subject Okoro"},
		{"Okoro, with whom Lim dined, went home.", "dined", "subject Lim; with Okoro"},
		{"The man Lim met was Okoro.", "met", "object Okoro; subject Lim"},
		{"It was Lim who telephoned Okoro.", "telephoned", "object Okoro; subject Lim"},
		{"Lim landed in Oslo and met Okoro.", "met", "object Okoro; subject Lim"},
		{"Lim met Okoro and Silva.", "met", "object Okoro+Silva; subject Lim"},
		{"Lim discussed the terms of the deal with Okoro.", "discussed", "object terms; subject Lim; with Okoro"},
		{"Lim consulted widely, including with Okoro.", "consulted", "subject Lim; with Okoro"},
		{"Lim spoke by phone with Okoro.", "spoke", "by phone; subject Lim; with Okoro"},
		{"To Okoro, Lim wrote on Monday.", "wrote", "subject Lim; to Okoro"},
		{"With Lim, Okoro spoke for an hour.", "spoke", "for hour; subject Okoro; with Lim"},
		{"Lim met Okoro on Monday and Silva on Friday.", "met", "object Okoro+Silva; subject Lim"},
		{"Lim met Okoro, spoke with Silva and left.", "spoke", "subject Lim; with Silva"},
		{"In a letter sent to Okoro, Lim wrote of it.", "wrote", "of it; subject Lim"},
		{"Lim let Okoro know that it rained.", "let", "object Okoro; subject Lim"},
		{"Among those whom Lim met was Okoro.", "met", "object Okoro; subject Lim"},
		{"Lim agreed to see Okoro tomorrow.", "see", "object Okoro; subject Lim"},
		{"Lim made plans to meet Okoro.", "meet", "object Okoro; subject Lim"},
	} {
		p := parse(t, c.sentence)
		if got := proposition(p, find(t, p, c.word)); got != c.want {
			t.Errorf("%s\n%q: got  %s\nwant %s", c.sentence, c.word, got, c.want)
		}
	}
}

func TestPropositionsOfNouns(t *testing.T) {
	for _, c := range []struct{ sentence, word, want string }{
		{"Lim held a round of talks with Okoro.", "talks", "carrier subject Lim; of talks; with Okoro"},
		{"Lim's call to Okoro lasted an hour.", "call", "possessor Lim; to Okoro"},
		{"Talks between Lim and Okoro began.", "Talks", "between Lim+Okoro"},
		{"Talks took place in Oslo between Lim and Okoro.", "Talks", "between Lim+Okoro"},
		{"A call was placed to Okoro by Lim.", "call", "carrier subject Lim; to Okoro"},
		{"His meeting on Sunday was his 15th with Okoro.", "meeting", "possessor His; with Okoro"},
		{"Lim joined a meeting that included Okoro.", "meeting", "carrier subject Lim; included Okoro"},
		{"Lim said in a call with Okoro that it rained.", "call", "clause subject Lim; with Okoro"},
		{"Lim was granted an audience by Okoro.", "audience", "by Okoro; indirect object Lim"},
		{"Lim took a call from Okoro.", "call", "carrier subject Lim; from Okoro"},
		{"Lim was in talks with Okoro.", "talks", "carrier subject Lim; with Okoro"},
	} {
		p := parse(t, c.sentence)
		if got := proposition(p, find(t, p, c.word)); got != c.want {
			t.Errorf("%s\n%q: got  %s\nwant %s", c.sentence, c.word, got, c.want)
		}
	}
}
