package language

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestParagraphsKeepSentencesApart(t *testing.T) {
	p := testPipeline(t)
	text := "Minister returns from talks\n\nAna Silva met Piet Boom.\nThey spoke."
	doc := p.ParseParagraphs(text)
	var whole strings.Builder
	for _, token := range doc.Tokens {
		whole.WriteString(token.Text)
		if token.Space {
			whole.WriteByte(' ')
		}
	}
	if whole.String() != text {
		t.Errorf("tokens give %q", whole.String())
	}
	for _, sentence := range doc.Sentences {
		if line := strings.TrimSpace(doc.Slice(sentence)); strings.Contains(line, "\n") {
			t.Errorf("a sentence runs over the end of a line: %q", line)
		}
	}
	for i, token := range doc.Tokens {
		if doc.Tokens[token.Head].Sentence != token.Sentence {
			t.Errorf("the head of token %d is in another sentence", i)
		}
	}
}

// A paragraph is read as if it stood alone, whatever it is computed with.
func TestParagraphsAreIndependent(t *testing.T) { eachKernel(t, checkParagraphs) }

func checkParagraphs(t *testing.T) {
	p, err := New()
	if err != nil {
		t.Fatal(err)
	}
	sentences := []string{
		"Ana Silva met Piet Boom in Lisbon on Tuesday, an aide said.", "Talks", "\"No comment,\" she told us.",
		"The two ministers, who had last spoken by phone in May, agreed that envoys of both states would go to Bern and stay there for as long as it takes.",
	}
	alone := map[string]*Document{}
	for _, sentence := range sentences {
		alone[sentence] = p.Parse(sentence + "\n")
	}
	rapid.Check(t, func(t *rapid.T) {
		lines := rapid.SliceOfN(rapid.SampledFrom(sentences), 1, 20).Draw(t, "lines")
		document := p.ParseParagraphs(strings.Join(lines, "\n") + "\n")
		at := 0
		for _, line := range lines {
			for i, token := range alone[line].Tokens {
				got := document.Tokens[at+i]
				if got.Text != token.Text || got.Tag != token.Tag || got.Dep != token.Dep || got.Head != at+token.Head || got.Lemma != token.Lemma {
					t.Fatalf("token %d of %q is %+v, alone %+v", i, line, got, token)
				}
			}
			at += len(alone[line].Tokens)
		}
		if at != len(document.Tokens) {
			t.Fatalf("%d tokens, the paragraphs alone have %d", len(document.Tokens), at)
		}
	})
}
