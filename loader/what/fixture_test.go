package what

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"dateline/graph"
	"dateline/loader/language/languagetest"
)

var update = flag.Bool("update", false, "write the reports that are found into the fixtures")

// TestFixtures reads testdata/*.txtar: a sentence on why the case is there, an article
// published on Tuesday 11 March 2031, and all its reports, one a line.
func TestFixtures(t *testing.T) {
	pipeline := languagetest.Pipeline()
	paths, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(paths) == 0 {
		t.Fatalf("no fixtures: %v", err)
	}
	for _, path := range paths {
		t.Run(strings.TrimSuffix(filepath.Base(path), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(path)
			if err != nil || len(archive.Files) != 2 {
				t.Fatalf("want the files article and reports: %v", err)
			}
			batch := extract(pipeline, strings.TrimSpace(string(archive.Files[0].Data)))
			if err := batch.Check(); err != nil {
				t.Fatal(err)
			}
			got := describe(batch)
			if *update {
				archive.Files[1].Data = []byte(got)
				if err := os.WriteFile(path, txtar.Format(archive), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if diff := cmp.Diff(string(archive.Files[1].Data), got); diff != "" {
				t.Errorf("reports differ (-want +got):\n%s", diff)
			}
		})
	}
}

// describe writes reports as lines of
//
//	TYPE MEANS STATUS TIME at PLACE | parties with their roles | on the word of … | claim | "quote"
func describe(batch *graph.Batch) string {
	names := map[string]string{}
	for _, m := range batch.Members {
		names[m.ID] = m.Name
	}
	var lines strings.Builder
	for _, r := range batch.Reports {
		head := []string{string(r.Type)}
		if r.Means != "" {
			head = append(head, string(r.Means))
		}
		head = append(head, string(r.Status))
		if r.Time != nil {
			head = append(head, r.Time.EDTF.String())
		}
		if r.PlaceID != "" {
			head = append(head, "at "+names[r.PlaceID])
		}
		var parties []string
		for _, p := range r.Participants {
			party := names[p.EntityID] + " " + string(p.Role)
			if p.OnBehalfOfID != "" {
				party += " for " + names[p.OnBehalfOfID]
			}
			parties = append(parties, party)
		}
		fields := []string{strings.Join(head, " "), strings.Join(parties, ", ")}
		if len(r.AttributedToIDs) > 0 {
			var sources []string
			for _, id := range r.AttributedToIDs {
				sources = append(sources, names[id])
			}
			fields = append(fields, "on the word of "+strings.Join(sources, ", "))
		}
		if r.Claim != nil {
			fields = append(fields, strings.TrimSpace(fmt.Sprintf("%s %s", r.Claim.Kind, r.Claim.Since)))
		}
		fields = append(fields, fmt.Sprintf("%q", r.Quote))
		lines.WriteString(strings.Join(fields, " | ") + "\n")
	}
	return lines.String()
}
