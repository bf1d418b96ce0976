package what

import (
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"
	"pgregory.net/rapid"

	"dateline/graph"
	"dateline/loader/language"
	"dateline/loader/language/languagetest"
)

// Words of the fixtures in any order keep the promises: quotes are exact, parties are
// members, IDs are unique, fields keep their ranges, and the same text always has the same
// reports.
func TestAnyTextKeepsThePromises(t *testing.T) {
	pipeline := languagetest.Pipeline()
	vocabulary := fixtureWords(t)
	rapid.Check(t, func(r *rapid.T) {
		text := strings.Join(rapid.SliceOfN(rapid.SampledFrom(vocabulary), 0, 40).Draw(r, "words"), " ")
		checkPromises(r, pipeline, text)
	})
}

// FuzzFind checks the same promises on bytes of any kind.
func FuzzFind(f *testing.F) {
	for _, text := range articles(f) {
		f.Add(text)
	}
	for _, text := range []string{
		"", " ", "\n\n", "\"", "“ met”", "met with with with", "A met B\x00\xff", "I, we and they met them.", strings.Repeat("talks with ", 200),
	} {
		f.Add(text)
	}
	pipeline := languagetest.Pipeline()
	f.Fuzz(func(t *testing.T, text string) {
		checkPromises(t, pipeline, strings.ToValidUTF8(text, "\uFFFD"))
	})
}

// failer is what *testing.T and *rapid.T have in common.
type failer interface {
	Fatalf(format string, args ...any)
}

func checkPromises(t failer, pipeline *language.Pipeline, text string) {
	first := extract(pipeline, text)
	if err := first.Check(); err != nil {
		t.Fatalf("of %q: %v", text, err)
	}
	if diff := cmp.Diff(describe(first), describe(extract(pipeline, text))); diff != "" {
		t.Fatalf("two runs of %q differ:\n%s", text, diff)
	}
	start := 0
	for _, r := range first.Reports {
		if r.Start < start {
			t.Fatalf("reports of %q are not in order of the text", text)
		}
		start = r.Start
		if r.Confidence <= 0 || r.Confidence > 1 {
			t.Fatalf("confidence of %q is %v", r.Quote, r.Confidence)
		}
		if r.Type == graph.EventContact && (len(r.Participants) < 2 || r.Means == graph.MeansNone) {
			t.Fatalf("contact %q has %d parties and the means %q", r.Quote, len(r.Participants), r.Means)
		}
		if r.Type == graph.EventStatement && (r.Means != graph.MeansNone || r.Participants[0].Role != graph.RoleSpeaker) {
			t.Fatalf("statement %q has a means or no speaker", r.Quote)
		}
		seen := map[string]bool{}
		for _, p := range r.Participants {
			if seen[p.EntityID] {
				t.Fatalf("%q names a party twice", r.Quote)
			}
			seen[p.EntityID] = true
		}
	}
}

// articles returns the texts of the fixtures.
func articles(t testing.TB) []string {
	paths, err := filepath.Glob("testdata/*.txtar")
	if err != nil {
		t.Fatal(err)
	}
	var texts []string
	for _, path := range paths {
		archive, err := txtar.ParseFile(path)
		if err != nil {
			t.Fatal(err)
		}
		texts = append(texts, string(archive.Files[0].Data))
	}
	return texts
}

func fixtureWords(t testing.TB) []string {
	return strings.Fields(strings.Join(articles(t), " "))
}
