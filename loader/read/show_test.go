package read

import (
"bufio"
"encoding/json"
"os"
"strings"
"testing"
)

func TestDropped(t *testing.T) {
	if os.Getenv("SHOW") == "" {
		t.Skip()
	}
	file, _ := os.Open(os.Getenv("SHOW"))
	lines := bufio.NewScanner(file)
	lines.Buffer(nil, 10<<20)
	for lines.Scan() {
		var r record
		json.Unmarshal(lines.Bytes(), &r)
		a, w, err := JSON("x", lines.Bytes())
		t.Logf("=== %v | %s | %s | %s | %s %s %s %v %v", r["id"], a.Title, a.Publisher, a.Byline, a.Published, a.PublishedFrom, a.Language, w, err)
		for _, l := range strings.Split(r["text"].(string), "\n") {
			l = strings.TrimSpace(l)
			if !strings.Contains(a.Text, l) {
				t.Logf("   - %.300q", l)
			}
		}
	}
}
