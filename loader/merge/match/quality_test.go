package match

import (
	"bufio"
	"encoding/json"
	"os"
	"testing"

	"dateline/graph"
	"dateline/internal/shared"
)

// TestQuality measures names that others have labelled.
func TestQuality(t *testing.T) {
	file, err := os.Open(shared.Path(t, "gold", "name_matching", "dev.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	both, said, all := 0, 0, 0
	for lines := bufio.NewScanner(file); lines.Scan(); {
		var c struct {
			Schema, Name1, Name2 string
			Match                bool `json:"is_match"`
		}
		if err := json.Unmarshal(lines.Bytes(), &c); err != nil {
			t.Fatal(err)
		}
		kind := graph.KindOrganization
		if c.Schema == "Person" {
			kind = graph.KindPerson
		}
		got := Names(kind, c.Name1, c.Name2)
		if got {
			said++
		}
		if c.Match {
			all++
		}
		if got && c.Match {
			both++
		}
		if got != c.Match {
			t.Logf("%t: %s | %s | %s", c.Match, c.Schema, c.Name1, c.Name2)
		}
	}
	precision, recall := float64(both)/float64(said), float64(both)/float64(all)
	f1 := 2 * precision * recall / (precision + recall)
	t.Logf("precision %.3f, recall %.3f, F1 %.3f", precision, recall, f1)
	if f1 < 0.8 {
		t.Errorf("F1 %.3f", f1)
	}
}
