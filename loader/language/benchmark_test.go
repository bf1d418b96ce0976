package language

import (
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
)

// BenchmarkParse parses the golden texts over and over: the speed on words that
// the caches know.
func BenchmarkParse(b *testing.B) {
	archive, err := txtar.ParseFile("testdata/texts.txtar")
	if err != nil {
		b.Fatal(err)
	}
	pipeline := testPipeline(b)
	b.ReportAllocs()
	tokens := 0
	for b.Loop() {
		for _, file := range archive.Files {
			tokens += len(pipeline.Parse(string(file.Data)).Tokens)
		}
	}
	b.ReportMetric(float64(tokens)/b.Elapsed().Seconds(), "tokens/s")
}

// BenchmarkNew loads the model.
func BenchmarkNew(b *testing.B) {
	for b.Loop() {
		if _, err := New(); err != nil {
			b.Fatal(err)
		}
	}
}
