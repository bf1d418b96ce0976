package who

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"dateline/graph"
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
	doc := languagetest.Pipeline().ParseParagraphs(text)
	article := &graph.Article{ID: "art_test", Text: text, Publisher: publisher}
	return &found{Find(doc, article), doc, article}
}

// Each fixture is an article and what is to be found in it, after its "publisher"
// where that matters. "members" lists the
// members as Describe writes them; "parties" asks for the party that a word is:
// "word[n] = Name" (the n-th occurrence, from 1), with "-" for none and "+"
// between several. "holders" lists the members of somebody's, after those asked for.
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
			var cast *found
			publisher := ""
			for _, f := range archive.Files {
				content := strings.TrimRight(string(f.Data), "\n")
				switch f.Name {
				case "publisher":
					publisher = content
				case "article":
					cast = castFrom(content, publisher)
				case "members":
					compare(t, content, describe(cast))
				case "holders":
					compare(t, content, holderLines(cast))
				case "parties":
					compare(t, content, answers(cast, content))
				default:
					t.Fatalf("unknown part %q", f.Name)
				}
			}
			checkPromises(t, cast)
		})
	}
}

func compare(t *testing.T, want, got string) {
	t.Helper()
	if os.Getenv("UPDATE") != "" {
		fmt.Println(got)
	}
	if diff := cmp.Diff(strings.Split(want, "\n"), strings.Split(got, "\n")); diff != "" {
		t.Errorf("want -, got +\n%s", diff)
	}
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
