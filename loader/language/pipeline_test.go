package language

import (
	"slices"
	"strings"
	"sync"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

// checkDocument checks what Parse promises of any text.
func checkDocument(t *testing.T, d *Document) {
	t.Helper()
	if !utf8.ValidString(d.Text) {
		t.Fatalf("text %q is not UTF-8", d.Text)
	}
	runes := []rune(d.Text)
	var b strings.Builder
	for i, token := range d.Tokens {
		b.WriteString(token.Text)
		if token.Space {
			b.WriteByte(' ')
		}
		if got := string(runes[token.Start:token.End]); got != token.Text {
			t.Fatalf("token %d is %q, the text there %q", i, token.Text, got)
		}
		if got := d.Slice(Span{i, i + 1}); got != token.Text {
			t.Fatalf("token %d is %q, its slice %q", i, token.Text, got)
		}
		checkToken(t, d, i)
	}
	if b.String() != d.Text {
		t.Fatalf("tokens join to %q, text is %q", b.String(), d.Text)
	}
	checkSpans(t, d)
}

func checkToken(t *testing.T, d *Document, i int) {
	t.Helper()
	token := d.Tokens[i]
	if token.Tag == "" || token.POS == "" || token.Lemma == "" || token.Norm == "" || token.Dep == "" || strings.Contains(token.Dep, decoration) {
		t.Fatalf("token %d lacks something: %+v", i, token)
	}
	root := i
	for ancestor := range d.Ancestors(i) {
		root = ancestor
	}
	if d.Tokens[root].Head != root {
		t.Fatalf("token %d has no root", i)
	}
	if sentence := d.SentenceOf(i); i < sentence.Start || i >= sentence.End {
		t.Fatalf("token %d is not in its sentence %v", i, sentence)
	}
	if token.Head != i && !slices.Contains(d.Children(token.Head), i) {
		t.Fatalf("token %d is no child of its head %d", i, token.Head)
	}
	if first, last := d.Subtree(token.Head); i < first || i >= last {
		t.Fatalf("token %d is not in its head's subtree", i)
	}
}

func checkSpans(t *testing.T, d *Document) {
	t.Helper()
	next := 0
	for i, sentence := range d.Sentences {
		if sentence.Start != next || sentence.End <= sentence.Start {
			t.Fatalf("sentence %d is %v after one that ends at %d", i, sentence, next)
		}
		next = sentence.End
	}
	if next != len(d.Tokens) {
		t.Fatalf("sentences end at %d of %d tokens", next, len(d.Tokens))
	}
	named := make([]int, len(d.Tokens))
	for i := range named {
		named[i] = -1
	}
	for i, entity := range d.Entities {
		if d.Tokens[entity.Start].Sentence != d.Tokens[entity.End-1].Sentence {
			t.Fatalf("entity %v crosses sentences", entity)
		}
		for token := entity.Start; token < entity.End; token++ {
			named[token] = i
		}
	}
	for i, token := range d.Tokens {
		if token.Entity != named[i] {
			t.Fatalf("token %d has entity %d, want %d", i, token.Entity, named[i])
		}
	}
}

// FuzzParse: whatever the text, the parse keeps its promises.
func FuzzParse(f *testing.F) {
	for _, seed := range []string{
		"", " ", "\n\n", "The envoy met reporters in Cairo on 3 May.", "“Don't,” she said.  Twice.",
		"broken \xff\xfe bytes \xc3", "NUL \x00 and \u00a0\u2028 \u200b\ufeff", "https://a:b@example.org:80/?q#f (x@y.z)...",
		"日本語 עברית हिन्दी 👩‍💻🇫🇷 İ Σ", ":) ):( '' ``", "a.m. U.S. Gen. 10km. 5'11\"",
	} {
		f.Add(seed)
	}
	pipeline := testPipeline(f)
	f.Fuzz(func(t *testing.T, text string) {
		checkDocument(t, pipeline.Parse(text))
	})
}

func TestParseOfNothing(t *testing.T) {
	document := testPipeline(t).Parse("")
	if document.Text != "" || len(document.Tokens)+len(document.Sentences)+len(document.Entities) != 0 {
		t.Errorf("parse of nothing is %+v", document)
	}
}

func TestParseReplacesInvalidUTF8(t *testing.T) {
	document := testPipeline(t).Parse("Caf\xe9 \xff\xfe closed.")
	if want := "Caf\uFFFD \uFFFD closed."; document.Text != want {
		t.Errorf("text %q, want %q", document.Text, want)
	}
	checkDocument(t, document)
}

// The answers do not depend on what else is parsed, before or at the same time.
func TestParseIsAPureFunction(t *testing.T) {
	texts := []string{
		"The chancellor phoned her Dutch colleague on Monday, an aide said.",
		"No meeting is planned, the ministry in Quito insisted. It gave no reason.",
		"Envoys from 14 states met in Bern; two left early.\n\n\"We won't sign,\" one said.",
		"x",
	}
	pipeline := testPipeline(t)
	fresh, err := New()
	if err != nil {
		t.Fatal(err)
	}
	var want []goldenAnswer
	for _, text := range texts {
		want = append(want, answerOf(fresh.Parse(text)))
	}
	var group sync.WaitGroup
	for worker := range 4 {
		group.Go(func() {
			for i := range 20 {
				k := (i*3 + worker) % len(texts)
				if diff := cmp.Diff(want[k], answerOf(pipeline.Parse(texts[k]))); diff != "" {
					t.Errorf("%q is parsed another way:\n%s", texts[k], diff)
				}
			}
		})
	}
	group.Wait()
}

// A text in several pieces keeps the promises of one.
func TestParseOfALongText(t *testing.T) {
	if testing.Short() {
		t.Skip("takes two seconds")
	}
	const paragraph = "The envoys met in Nairobi on Thursday. Nobody spoke to reporters.\n\n"
	document := testPipeline(t).Parse(strings.Repeat(paragraph, 2*pieceTokens/13))
	if len(document.Tokens) <= pieceTokens {
		t.Fatalf("%d tokens fit in one piece", len(document.Tokens))
	}
	checkDocument(t, document)
	for _, sentence := range document.Sentences {
		if text := document.Slice(sentence); !strings.HasPrefix(text, "The") && !strings.HasPrefix(text, "Nobody") {
			t.Fatalf("a sentence begins %q", text)
		}
	}
}

// Chunks without white space that would take minutes, were they searched all
// over for each mark split off, or by an expression that tries every way to
// match. The time limit of the test run is the check.
func TestParseOfHostileChunks(t *testing.T) {
	if testing.Short() {
		t.Skip("takes two seconds")
	}
	pipeline := testPipeline(t)
	for _, unit := range []string{"a", ".", "a.", "a@", "://", "a@b.", "x:y@"} {
		checkDocument(t, pipeline.Parse(strings.Repeat(unit, 100_000/len(unit))))
	}
	for _, unit := range []string{"(", "a:", "'s", "$€"} {
		pipeline.tokenizer.tokenize(strings.Repeat(unit, 20_000/len(unit)))
	}
}
