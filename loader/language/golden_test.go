package language

import (
	"encoding/json"
	"fmt"
	"os"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"
)

// sharedPipeline loads the model once for all tests.
var sharedPipeline = sync.OnceValues(New)

func testPipeline(t testing.TB) *Pipeline {
	t.Helper()
	pipeline, err := sharedPipeline()
	if err != nil {
		t.Fatal(err)
	}
	return pipeline
}

// goldenAnswer is what spaCy says of a text; see testdata/golden.py.
type goldenAnswer struct {
	Tokens   []goldenToken  `json:"tokens"`
	Entities []goldenEntity `json:"entities"`
}

type goldenToken struct {
	Text, Norm, Lemma, Tag, POS, Morph, Dep string
	Head, Start                             int
	Space, StartsSentence                   bool
}

func (g *goldenToken) UnmarshalJSON(data []byte) error {
	return unmarshalList(data, &g.Text, &g.Norm, &g.Lemma, &g.Tag, &g.POS, &g.Morph, &g.Dep,
		&g.Head, &g.Start, &g.Space, &g.StartsSentence)
}

type goldenEntity struct {
	Start, End int
	Label      string
}

func (g *goldenEntity) UnmarshalJSON(data []byte) error {
	return unmarshalList(data, &g.Start, &g.End, &g.Label)
}

func unmarshalList(data []byte, targets ...any) error {
	var list []json.RawMessage
	if err := json.Unmarshal(data, &list); err != nil {
		return err
	}
	if len(list) != len(targets) {
		return fmt.Errorf("list of %d, want %d", len(list), len(targets))
	}
	for i, item := range list {
		if err := json.Unmarshal(item, targets[i]); err != nil {
			return err
		}
	}
	return nil
}

// answerOf puts a document in the form of a golden answer.
func answerOf(d *Document) goldenAnswer {
	answer := goldenAnswer{Tokens: []goldenToken{}, Entities: []goldenEntity{}}
	for i, t := range d.Tokens {
		answer.Tokens = append(answer.Tokens, goldenToken{
			t.Text, t.Norm, t.Lemma, t.Tag, t.POS, t.Morph, t.Dep, t.Head, t.Start, t.Space, d.SentenceOf(i).Start == i,
		})
	}
	for _, e := range d.Entities {
		answer.Entities = append(answer.Entities, goldenEntity{e.Start, e.End, e.Label})
	}
	return answer
}

// TestGolden parses every text of testdata/texts.txtar as spaCy does.
func TestGolden(t *testing.T) {
	checkGolden(t, testPipeline(t))
}

func checkGolden(t *testing.T, pipeline *Pipeline) {
	t.Helper()
	archive, err := txtar.ParseFile("testdata/texts.txtar")
	if err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile("testdata/golden.json")
	if err != nil {
		t.Fatal(err)
	}
	var golden map[string]goldenAnswer
	if err := json.Unmarshal(data, &golden); err != nil {
		t.Fatal(err)
	}
	if len(golden) != len(archive.Files) {
		t.Errorf("golden.json has %d texts, texts.txtar %d: run testdata/golden.py", len(golden), len(archive.Files))
	}
	for _, file := range archive.Files {
		t.Run(file.Name, func(t *testing.T) {
			text := strings.TrimSuffix(string(file.Data), "\n")
			got := answerOf(pipeline.Parse(text))
			if diff := cmp.Diff(golden[file.Name], got); diff != "" {
				t.Errorf("differs from spaCy (-) in:\n%s\n%s", text, diff)
			}
		})
	}
}
