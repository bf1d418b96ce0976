package read

import (
	"bufio"
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"dateline/internal/shared"
)

// Five articles as they were saved, and what a careful reader finds in each.
func TestSharedArticles(t *testing.T) {
	cases := map[string]struct {
		title, publisher, byline, published, from string
		has, hasNot                               []string
	}{
		"000": {"Macron resumes technical dialogue", "EveryNews", "Tetiana Suchkova-Ladik", "2026-02-10", fromDateLine,
			[]string{"In high diplomacy", "What Macron said", "Sources: interview"}, []string{"Google", "signal over noise", "2026 · 2 min", "Related", "Benoit", "May 26"}},
		"001": {"", "AFP", "Huyen Le", "", "", []string{"july 2025"}, []string{"Elysee", "|", "Huyen"}},
		"002": {"", "", "", "2026-02-10", fromPost, []string{"People are desperate", "Interestingly"}, []string{"Getty", "UkrReview", "pic.twitter"}},
		"003": {"Kremlin Confirms France", "themoscowtimes.com", "", "2026-02-10", fromDateLine,
			[]string{"meet at the Kremlin just days before the invasion", "The Kremlin confirmed Tuesday"}, []string{"kremlin.ru", "Related article", "](", "Original url", "http"}},
		"004": {"Kremlin confirms renewed dialogue with Paris", "", "", "2026-02-10", fromDateLine, []string{"dropping attempts"}, []string{"Updated", "11:33"}},
	}
	folder := shared.Path(t, "articles")
	read := 0
	for item := range Sources(context.Background(), []string{folder}, Options{}) {
		key := filepath.Base(item.Source)[:3]
		want, ok := cases[key]
		if !ok {
			continue
		}
		read++
		if item.Err != nil {
			t.Errorf("%s: %v", key, item.Err)
			continue
		}
		a := item.Article
		published := a.Published.String()
		if a.Published.IsZero() {
			published = ""
		}
		if !strings.HasPrefix(a.Title, want.title) || want.title == "" && a.Title != "" || a.Publisher != want.publisher || a.Byline != want.byline || published != want.published || a.PublishedFrom != want.from {
			t.Errorf("%s: title %q, publisher %q, byline %q, published %q from %q", key, a.Title, a.Publisher, a.Byline, published, a.PublishedFrom)
		}
		for _, words := range want.has {
			if !strings.Contains(a.Text, words) {
				t.Errorf("%s: the text lacks %q", key, words)
			}
		}
		for _, words := range want.hasNot {
			if strings.Contains(a.Text, words) {
				t.Errorf("%s: the text still has %q", key, words)
			}
		}
	}
	if read != len(cases) {
		t.Errorf("read %d of %d articles", read, len(cases))
	}
}

// Nothing that a careful reader quoted may be dropped as furniture.
func TestSharedQuotesSurvive(t *testing.T) {
	for _, name := range []string{"seeds.jsonl", "dev.jsonl"} {
		file, err := os.Open(shared.Path(t, "contactbench", name))
		if err != nil {
			t.Fatal(err)
		}
		defer file.Close()
		lines := bufio.NewScanner(file)
		lines.Buffer(nil, 1<<20)
		for lines.Scan() {
			var gold struct {
				ID       string
				Title    string
				Contacts []struct {
					Quote    string
					Optional bool
				}
			}
			if err := json.Unmarshal(lines.Bytes(), &gold); err != nil {
				t.Fatal(err)
			}
			item := readObject(name, lines.Bytes(), metadata{})
			if item.Err != nil {
				t.Errorf("%s: %v", gold.ID, item.Err)
				continue
			}
			a := item.Article
			for _, contact := range gold.Contacts {
				// The headline is the Title and not part of the text.
				quote := strings.ReplaceAll(contact.Quote, "\u00a0", " ") // reading makes every space a plain one
				if !strings.Contains(a.Text, quote) && !strings.Contains(a.Title, quote) {
					t.Errorf("%s: lost %q", gold.ID, contact.Quote)
				}
			}
		}
	}
}
