package language

import (
	"slices"
	"testing"
)

// applyAll makes moves on n tokens, each of which must be allowed.
func applyAll(t *testing.T, n int, names ...string) *parserState {
	t.Helper()
	s := &parserState{}
	s.reset(n)
	for i, m := range parseMoves(names) {
		var allowed [256]bool
		s.allow(&allowed)
		if !allowed[m.kind] {
			t.Fatalf("move %d, %s, is not allowed", i, names[i])
		}
		s.apply(m)
	}
	return s
}

// "Envoys met her": the verb is the head of both others.
func TestArcEager(t *testing.T) {
	s := applyAll(t, 3, "S", "L-nsubj", "S", "R-dobj", "D", "D")
	if !s.done() {
		t.Error("not done")
	}
	if want := []int{1, -1, 1}; !slices.Equal(s.heads, want) {
		t.Errorf("heads %v, want %v", s.heads, want)
	}
	if want := []string{"nsubj", "", "dobj"}; !slices.Equal(s.labels, want) {
		t.Errorf("labels %q, want %q", s.labels, want)
	}
}

// A later arc replaces an earlier head, and the features follow.
func TestArcEagerReplacesAHead(t *testing.T) {
	s := applyAll(t, 3, "S", "R-dobj")
	if got := s.features()[7]; got != -1 {
		t.Errorf("right child of the top is %d, want none", got)
	}
	s.apply(move{moveLeftArc, "nsubj"})
	if s.heads[1] != 2 || s.labels[1] != "nsubj" {
		t.Errorf("token 1 is %s of %d", s.labels[1], s.heads[1])
	}
	if got, want := s.features(), []int{2, -1, 0, -1, -1, 1, -1, -1}; !slices.Equal(got, want) {
		t.Errorf("features %v, want %v", got, want)
	}
}

// A token without a head goes back to the buffer and may not be shifted again
// until the stack has shrunk.
func TestArcEagerPutsBack(t *testing.T) {
	s := applyAll(t, 3, "S", "S", "D")
	if s.bufferAt(0) != 1 || s.bufferAt(1) != 2 {
		t.Fatalf("buffer begins with %d, %d", s.bufferAt(0), s.bufferAt(1))
	}
	var allowed [256]bool
	s.allow(&allowed)
	if allowed[moveShift] || !allowed[moveRightArc] {
		t.Errorf("allowed: shift %v, right arc %v", allowed[moveShift], allowed[moveRightArc])
	}
	s.apply(move{moveLeftArc, "dep"})
	allowed = [256]bool{}
	s.allow(&allowed)
	if !allowed[moveShift] {
		t.Error("shift is not allowed on an empty stack")
	}
}

// No arc crosses the start of a sentence.
func TestArcEagerBreak(t *testing.T) {
	s := applyAll(t, 3, "S", "B-ROOT", "R-punct")
	var allowed [256]bool
	s.allow(&allowed)
	for kind, want := range map[byte]bool{moveShift: false, moveReduce: true, moveLeftArc: false, moveRightArc: false, moveBreak: false} {
		if allowed[kind] != want {
			t.Errorf("%c is allowed: %v, want %v", kind, allowed[kind], want)
		}
	}
}
