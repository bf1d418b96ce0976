package quote

import (
	"slices"
	"testing"
)

func TestDoubles(t *testing.T) {
	for _, c := range []struct {
		why  string
		a, b Candidate
		same bool
	}{
		{"one cue, some content", Candidate{Cue: 1, Content: []int{2, 3}}, Candidate{Cue: 1, Content: []int{3, 4, 5, 6}}, true},
		{"one cue, other content", Candidate{Cue: 1, Content: []int{2, 3}}, Candidate{Cue: 1, Content: []int{4, 5}}, false},
		{"two cues, much content", Candidate{Cue: 1, Content: []int{3, 4, 5, 6}}, Candidate{Cue: 2, Content: []int{3, 4, 5}}, true},
		{"two cues, some content", Candidate{Cue: 1, Content: []int{3, 4, 5, 6}}, Candidate{Cue: 2, Content: []int{5, 6, 7, 8}}, false},
	} {
		if got := sameAttribution(&c.a, &c.b); got != c.same {
			t.Errorf("%s: got %t, want %t", c.why, got, c.same)
		}
	}
	worse, better := Candidate{Cue: 1, Content: []int{2, 3}, score: 1}, Candidate{Cue: 1, Content: []int{3, 4}, score: 2}
	kept := withoutDoubles([]Candidate{worse, better})
	if len(kept) != 1 || kept[0].score != 2 {
		t.Errorf("kept %v", kept)
	}
}

// A quotation is never cut, and its sentences after the cue belong to it.
func TestQuotationsAreWhole(t *testing.T) {
	const text = `“We sail. The crew is on board,” Lim said. “The weather is good.”`
	m := find(t, text)
	found := Select(m, attributionWeights())
	if len(found) != 1 {
		t.Fatalf("found %d attributions", len(found))
	}
	for i := range m.Tokens {
		quoted := m.At(i) >= 0
		if quoted != slices.Contains(found[0].Content, i) {
			t.Errorf("%q is in a quotation: %t", m.Tokens[i].Text, quoted)
		}
	}
}
