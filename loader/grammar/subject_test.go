package grammar

import (
	"testing"

	"dateline/loader/language"
)

func TestSubjects(t *testing.T) {
	for _, c := range []struct{ sentence, verb, want string }{
		{"Lim phoned Okoro.", "phoned", "Lim"},
		{"Okoro was phoned by Lim.", "phoned", "Lim"},
		{"Okoro was phoned.", "phoned", ""},
		{"Lim flew home and phoned Okoro.", "phoned", "Lim"},
		{"Lim wants to phone Okoro.", "phone", "Lim"},
		{"Silva asked Lim to meet Okoro.", "meet", "Lim"},
		{"Silva discussed Lim's plan to phone Okoro.", "phone", "Lim"},
		{"Lim, who phoned Okoro, went home.", "phoned", "Lim"},
		{"After meeting Okoro, Lim went home.", "meeting", "Lim"},
		{"Lim, the finance minister, called on Okoro.", "called", "Lim"},
		{"Kofi Lim, Ada Okoro said, visited Silva.", "visited", "Lim"},
		{"Kofi Lim, Ada Okoro said, visited Silva.", "said", "Okoro"},
		{"Talks began.", "Talks", ""},
	} {
		check(t, c.sentence, c.verb, c.want, func(p *Parse, verb int) []int {
			finder := NewReader(p, nil)
			return finder.Subjects(verb)
		})
	}
}

func TestHolder(t *testing.T) {
	for _, c := range []struct{ sentence, verb, want string }{
		{"Lim said that it rained.", "said", "Lim"},
		{"Lim was asked to leave.", "asked", "Lim"},
		{"Lim praised the crew, adding that it rained.", "adding", "Lim"},
		{"Silva asked Lim to promise that it works.", "promise", "Lim"},
		{"Silva read a report saying that it rained.", "saying", "Silva"},
	} {
		check(t, c.sentence, c.verb, c.want, func(p *Parse, verb int) []int { return []int{Holder(p, verb)} })
	}
}

func TestOwnSubject(t *testing.T) {
	for _, c := range []struct{ sentence, verb, want string }{
		{"Lim phoned Okoro.", "phoned", "Lim"},
		{"Lim wants to phone Okoro.", "phone", "-"},
		{"Okoro was phoned.", "phoned", "-"},
	} {
		check(t, c.sentence, c.verb, c.want, func(p *Parse, verb int) []int { return []int{OwnSubject(p, verb)} })
		checkFact(t, c.sentence, c.verb, c.verb == "phoned", HasSubject)
	}
}

// A parse can be any tree, with a subject as the last token or a participle as the first.
func TestSubjectsAtTheEnds(t *testing.T) {
	doc := &language.Document{Sentences: []language.Span{{End: 3}}}
	for i, token := range []language.Token{
		{Text: "Met", Lemma: "meet", Tag: "VBD", POS: "VERB", Dep: "ccomp", Head: 1},
		{Text: "said", Lemma: "say", Tag: "VBD", POS: "VERB", Dep: "ROOT", Head: 1},
		{Text: "Lim", Lemma: "lim", Tag: "NNP", POS: "PROPN", Dep: "nsubj", Head: 1},
	} {
		token.Start, token.End = i, i+1
		doc.Tokens = append(doc.Tokens, token)
	}
	for _, dep := range []string{"ccomp", "acl"} {
		doc.Tokens[0].Dep = dep
		p := New(doc)
		NewReader(p, nil).Subjects(0)
		if IsPassive(p, 0) {
			t.Errorf("%s: a verb in the past is passive", dep)
		}
	}
}
