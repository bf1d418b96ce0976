package sqlite_test

import (
	"compress/gzip"
	"io"
	"os"
	"path/filepath"
	"testing"

	"dateline/graph/graphtest"
	"dateline/graph/sqlite"
)

// testdata/schema3.db.gz is a store that the first release with schema 3 made of the Canal
// graph. Brought up to date, it passes as upgraded, and is sound.
func TestUpgradeFromSchema3(t *testing.T) {
	packed, err := os.Open("testdata/schema3.db.gz")
	if err != nil {
		t.Fatal(err)
	}
	defer packed.Close()
	unpacked, err := gzip.NewReader(packed)
	if err != nil {
		t.Fatal(err)
	}
	content, err := io.ReadAll(unpacked)
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "news.db")
	if err := os.WriteFile(path, content, 0o600); err != nil {
		t.Fatal(err)
	}
	store, err := sqlite.Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	defer store.Close()
	graphtest.Upgraded(t, store)
	findings, err := sqlite.Diagnose(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	for _, finding := range findings {
		if len(finding.Faults) > 0 {
			t.Errorf("%s: %v", finding.Check, finding.Faults)
		}
	}
}
