package language

import (
	"strings"
	"testing"
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
