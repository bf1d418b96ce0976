package grammar

import (
	"testing"

	"dateline/loader/language"
)

func TestWalks(t *testing.T) {
	const sentence = "The envoy of Chad phoned Okoro from Oslo."
	for _, c := range []struct {
		why, word, want string
		walk            func(p *Parse, i int) []int
	}{
		{"head", "envoy", "phoned", func(p *Parse, i int) []int { return []int{p.Head(i)} }},
		{"root", "Chad", "phoned", func(p *Parse, i int) []int { return []int{p.Root(i)} }},
		{"verb above", "Oslo", "phoned", func(p *Parse, i int) []int { return []int{p.VerbAbove(i)} }},
		{"no verb above", "phoned", "-", func(p *Parse, i int) []int { return []int{p.VerbAbove(i)} }},
		{"children", "envoy", "The of", func(p *Parse, i int) []int { return p.Children(i) }},
		{"children with a label", "phoned", "envoy Okoro", func(p *Parse, i int) []int { return p.Children(i, "nsubj", "dobj") }},
		{"first child with a label", "phoned", "Okoro", func(p *Parse, i int) []int { return []int{p.Child(i, "dobj")} }},
		{"no such child", "phoned", "-", func(p *Parse, i int) []int { return []int{p.Child(i, "agent")} }},
		{"below", "envoy", "The envoy of Chad", func(p *Parse, i int) []int { return p.Below(i) }},
		{"below without", "envoy", "The envoy", func(p *Parse, i int) []int { return p.Below(i, p.Child(i, "prep")) }},
	} {
		check(t, sentence, c.word, c.want, c.walk)
	}
}

func TestFactsOfTokens(t *testing.T) {
	p := parse(t, "The envoy of Chad met Okoro.")
	envoy, chad, met := find(t, p, "envoy"), find(t, p, "Chad"), find(t, p, "met")
	if !p.IsVerb(met) || p.IsVerb(envoy) || !p.IsNoun(envoy) || p.IsNoun(met) || p.IsSpace(envoy) {
		t.Error("a word has the wrong class")
	}
	if !p.Covers(envoy, chad) || p.Covers(chad, envoy) || !p.Covers(chad, chad) {
		t.Error("a phrase covers what depends on its head")
	}
	if !p.HasChild(envoy, "a", "the") || p.HasChild(envoy, "a") {
		t.Error("the envoy has a definite article")
	}
	if got := p.SpanRoot(language.Span{Start: 0, End: chad + 1}); got != envoy {
		t.Errorf("the root of the subject is %q", text(p, got))
	}
}
