package language

import (
	"fmt"
	"slices"
	"testing"
)

func ExamplePipeline_Parse() {
	pipeline, err := New()
	if err != nil {
		panic(err)
	}
	document := pipeline.Parse("The envoy met reporters in Cairo.")
	for _, token := range document.Tokens {
		fmt.Println(token.Text, token.Lemma, token.Tag, token.Dep, document.Tokens[token.Head].Text)
	}
	for _, entity := range document.Entities {
		fmt.Println(entity.Label, document.Slice(entity.Span))
	}
	// Output:
	// The the DT det envoy
	// envoy envoy NN nsubj met
	// met meet VBD ROOT met
	// reporters reporter NNS dobj met
	// in in IN prep met
	// Cairo Cairo NNP pobj in
	// . . . punct met
	// GPE Cairo
}

// sample is a tree with crossing arcs, which no parse of a short sentence shows:
// token 1 hangs on 3 while 2 hangs on 0.
//
//	0 Ärzte ← 3, 1 sahen ← 3, 2 früh ← 0, 3 uns (root), 4 ! ← 3
func sample() *Document {
	document := &Document{Text: "Ärzte sahen früh uns! Ja", Sentences: []Span{{0, 5}, {5, 6}}}
	for _, token := range []Token{
		{Text: "Ärzte", Head: 3, Start: 0, End: 5, Space: true},
		{Text: "sahen", Head: 3, Start: 6, End: 11, Space: true},
		{Text: "früh", Head: 0, Start: 12, End: 16, Space: true},
		{Text: "uns", Head: 3, Start: 17, End: 20},
		{Text: "!", Head: 3, Start: 20, End: 21, Space: true},
		{Text: "Ja", Head: 5, Start: 22, End: 24, Sentence: 1},
	} {
		token.Entity = -1
		document.Tokens = append(document.Tokens, token)
	}
	return document
}

func TestDocumentHelpers(t *testing.T) {
	built := sample()
	indexed := sample()
	indexed.index = newDocumentIndex(indexed)
	for name, document := range map[string]*Document{"built by hand": built, "indexed": indexed} {
		t.Run(name, func(t *testing.T) {
			for i, want := range [][]int{{2}, nil, nil, {0, 1, 4}, nil, nil} {
				if got := document.Children(i); !slices.Equal(got, want) {
					t.Errorf("Children(%d) = %v, want %v", i, got, want)
				}
			}
			for i, want := range []Span{{0, 3}, {1, 2}, {2, 3}, {0, 5}, {4, 5}, {5, 6}} {
				if first, last := document.Subtree(i); first != want.Start || last != want.End {
					t.Errorf("Subtree(%d) = %d, %d, want %v", i, first, last, want)
				}
			}
			if got, want := slices.Collect(document.Ancestors(2)), []int{0, 3}; !slices.Equal(got, want) {
				t.Errorf("Ancestors(2) = %v, want %v", got, want)
			}
			for range document.Ancestors(2) {
				break // must be possible
			}
			if got, want := document.SentenceOf(5), (Span{5, 6}); got != want {
				t.Errorf("SentenceOf(5) = %v, want %v", got, want)
			}
			for span, want := range map[Span]string{
				{0, 6}: document.Text, {2, 5}: "früh uns!", {0, 1}: "Ärzte", {5, 6}: "Ja", {3, 3}: "",
			} {
				if got := document.Slice(span); got != want {
					t.Errorf("Slice(%v) = %q, want %q", span, got, want)
				}
			}
		})
	}
}

// Children is the document's own, but appending to it does no harm.
func TestChildrenAreApart(t *testing.T) {
	document := sample()
	document.index = newDocumentIndex(document)
	_ = append(document.Children(0), 99)
	if got, want := document.Children(3), []int{0, 1, 4}; !slices.Equal(got, want) {
		t.Errorf("Children(3) = %v, want %v", got, want)
	}
}

// A document built by hand may hold a circle; a walk through it ends.
func TestAncestorsEndInACircle(t *testing.T) {
	document := &Document{Tokens: []Token{{Head: 1}, {Head: 2}, {Head: 0}}}
	if got := slices.Collect(document.Ancestors(0)); len(got) != 3 {
		t.Errorf("Ancestors(0) = %v, want three", got)
	}
}
