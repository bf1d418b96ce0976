package who

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"dateline/graph"
	"dateline/loader/aside"
	"dateline/loader/language"
	"dateline/loader/language/languagetest"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"
)

// found is a cast with what it was found in.
type found struct {
	*Cast
	doc     *language.Document
	article *graph.Article
}

func castOf(text string) *found { return castFrom(text, "") }

func castFrom(text, publisher string) *found {
	doc := aside.Parse(languagetest.Pipeline(), text)
	article := &graph.Article{ID: "art_test", Text: text, Publisher: publisher}
	return &found{Find(doc, article), doc, article}
}

var update = flag.Bool("update", false, "write what is found into the fixtures; then review them")

// Each fixture is an article and what is found in it, after its "publisher" where that
// matters. "members" lists the members as describe writes them. "parties" asks for the
// party that a word stands for: "word[n] = Name" (the n-th occurrence, from 1), with "-"
// for none and "+" between several. "holders" lists the members whose role names another.
func TestFixtures(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no fixtures: %v", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			checkFixture(t, archive)
			if *update {
				if err := os.WriteFile(file, txtar.Format(archive), 0o644); err != nil {
					t.Fatal(err)
				}
			}
		})
	}
}

// checkFixture compares what is found in a fixture's article with its other parts. With
// -update it changes them instead.
func checkFixture(t *testing.T, archive *txtar.Archive) {
	t.Helper()
	var cast *found
	publisher := ""
	for i, f := range archive.Files {
		content := strings.TrimRight(string(f.Data), "\n")
		var got string
		switch f.Name {
		case "publisher":
			publisher = content
			continue
		case "article":
			cast = castFrom(content, publisher)
			continue
		case "members":
			got = describe(cast)
		case "holders":
			got = holderLines(cast)
		case "parties":
			got = answers(cast, content)
		default:
			t.Fatalf("unknown part %q", f.Name)
		}
		if *update {
			archive.Files[i].Data = []byte(got + "\n")
		} else if diff := cmp.Diff(strings.Split(content, "\n"), strings.Split(got, "\n")); diff != "" {
			t.Errorf("%s: want -, got +\n%s", f.Name, diff)
		}
	}
	checkPromises(t, cast)
}

// describe writes one line a member: kind, country, name, aliases, positions,
// and how often it is mentioned by name, by role and by pronoun.
func describe(c *found) string {
	var lines []string
	for _, m := range c.Members() {
		line := string(m.Kind)
		if m.OrganizationKind != "" {
			line = string(m.OrganizationKind)
		}
		line += " " + m.Name
		if m.Country != "" {
			line += " (" + m.Country + ")"
		}
		if len(m.Aliases) > 0 {
			line += " | " + strings.Join(m.Aliases, "; ")
		}
		var titles []string
		for _, p := range m.Positions {
			titles = append(titles, p.Title)
		}
		if len(titles) > 0 {
			line += " | is " + strings.Join(titles, "; ")
		}
		lines = append(lines, line)
	}
	return strings.Join(lines, "\n")
}

// holderLines writes one line a member that is somebody's: its name and whose it is.
func holderLines(c *found) string {
	names := map[string]string{}
	for _, m := range c.Members() {
		names[m.ID] = m.Name
	}
	var lines []string
	for _, m := range c.Members() {
		if m.HolderID != "" {
			lines = append(lines, m.Name+" | "+names[m.HolderID])
		}
	}
	return strings.Join(lines, "\n")
}

// answers asks the cast what the left sides of the lines ask.
func answers(c *found, lines string) string {
	var out []string
	for line := range strings.SplitSeq(lines, "\n") {
		question, _, _ := strings.Cut(line, " = ")
		word, number := question, 1
		if before, after, ok := strings.Cut(question, "["); ok {
			word = before
			fmt.Sscanf(after, "%d]", &number)
		}
		out = append(out, question+" = "+c.nameOfParties(tokenOf(c.doc, word, number)))
	}
	return strings.Join(out, "\n")
}

func tokenOf(doc *language.Document, word string, number int) int {
	for i, token := range doc.Tokens {
		if token.Text == word {
			if number--; number == 0 {
				return i
			}
		}
	}
	return -1
}

func (c *found) nameOfParties(token int) string {
	var names []string
	for _, member := range c.Parties(token) {
		names = append(names, c.Members()[member].Name)
	}
	if len(names) == 0 {
		return "-"
	}
	return strings.Join(names, " + ")
}

// checkPromises checks what every cast keeps: a batch of it is valid, and its
// indices point at what is there.
func checkPromises(t *testing.T, c *found) {
	t.Helper()
	batch := graph.Batch{Article: *c.article, Members: c.Members()}
	if err := batch.Check(); err != nil {
		t.Error(err)
	}
	for _, m := range c.Mentions {
		if m.Member >= len(c.Members()) || m.Place >= len(c.Members()) || m.Head < m.Span.Start || m.Head >= m.Span.End {
			t.Errorf("mention %+v points outside", m)
		}
	}
	if !slices.IsSortedFunc(c.Mentions, func(a, b Mention) int { return a.Span.Start - b.Span.Start }) {
		t.Error("mentions are not in order")
	}
	ids := map[string]bool{}
	for _, m := range c.Members() {
		ids[m.ID] = true
	}
	for _, m := range c.Members() {
		if m.HolderID != "" && !ids[m.HolderID] {
			t.Errorf("%s: holder %s is no member", m.Name, m.HolderID)
		}
		for _, p := range m.Positions {
			if p.OrganizationID != "" && !ids[p.OrganizationID] {
				t.Errorf("%s: position of %s, no member", m.Name, p.OrganizationID)
			}
		}
	}
}
