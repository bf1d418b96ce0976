package read

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"encoding/json"
	"io"
	"os"
	"path/filepath"
	"testing"
)

// page is a line of the gold sets of web pages.
type goldPage struct {
	ID       string `json:"id"`
	HTMLFile string `json:"html_file"`
}

// With PREDICTIONS set to a folder, this writes what the reader makes of the
// gold pages there, for score_body.py and score_pagedate.py.
func TestWritePredictions(t *testing.T) {
	folder := os.Getenv("PREDICTIONS")
	if folder == "" {
		t.Skip("PREDICTIONS names no folder to write to")
	}
	for _, set := range []string{"article_extraction", "page_dates", "article_segments"} {
		writePredictions(t, set, filepath.Join(folder, set+".jsonl"))
	}
}

func writePredictions(t *testing.T, set, to string) {
	gold := sharedFile(t, "gold", set)
	var out bytes.Buffer
	for _, page := range goldPages(t, filepath.Join(gold, "dev.jsonl")) {
		a, _, err := HTML(page.ID, gunzip(t, filepath.Join(gold, page.HTMLFile)))
		if err != nil {
			t.Log(err)
		}
		date := ""
		if !a.Published.IsZero() {
			date = a.Published.String()
		}
		line, _ := json.Marshal(map[string]string{"id": page.ID, "text": a.Text, "date": date, "title": a.Title})
		out.Write(append(line, '\n'))
	}
	if err := os.WriteFile(to, out.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
}

func goldPages(t *testing.T, name string) []goldPage {
	file, err := os.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	var pages []goldPage
	lines := bufio.NewScanner(file)
	lines.Buffer(nil, 4<<20)
	for lines.Scan() {
		var page goldPage
		if err := json.Unmarshal(lines.Bytes(), &page); err != nil {
			t.Fatal(err)
		}
		pages = append(pages, page)
	}
	return pages
}

func gunzip(t *testing.T, name string) []byte {
	file, err := os.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	unzipped, err := gzip.NewReader(file)
	if err != nil {
		t.Fatal(err)
	}
	data, err := io.ReadAll(unzipped)
	if err != nil {
		t.Fatal(err)
	}
	return data
}
