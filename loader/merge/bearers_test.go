package merge

import (
	"slices"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"dateline/graph"
)

// TestBearers reads the cases of testdata/bearers.txtar.
func TestBearers(t *testing.T) {
	archive, err := txtar.ParseFile("testdata/bearers.txtar")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range archive.Files {
		t.Run(file.Name, func(t *testing.T) {
			lines := strings.Split(strings.TrimSpace(string(file.Data)), "\n")
			blocks := map[string][]*graph.Member{}
			for _, line := range lines[1 : len(lines)-1] {
				m := memberOf(t, line)
				blocks[MemberBlock(m)] = append(blocks[MemberBlock(m)], m)
			}
			var groups []string
			for _, block := range blocks {
				for _, e := range Entities(block) {
					groups = append(groups, strings.Join(graph.ProfileOf(e).Members, " "))
				}
			}
			slices.Sort(groups)
			if got, want := "= "+strings.Join(groups, " / "), lines[len(lines)-1]; got != want {
				t.Errorf("%s\ngot  %s\nwant %s", lines[0], got, want)
			}
		})
	}
}

// memberOf reads "letter kind name | country | title; title".
func memberOf(t *testing.T, line string) *graph.Member {
	t.Helper()
	fields := append(strings.Split(line, "|"), "", "")
	head := strings.Fields(fields[0])
	kind, ok := map[string]graph.EntityKind{"person": graph.KindPerson, "role": graph.KindPerson, "organization": graph.KindOrganization, "place": graph.KindPlace}[head[1]]
	if !ok {
		t.Fatalf("no kind in %q", line)
	}
	m := &graph.Member{ID: head[0], Kind: kind, Name: strings.Join(head[2:], " "), Country: strings.TrimSpace(fields[1]), Nominal: head[1] == "role"}
	if kind == graph.KindOrganization {
		m.OrganizationKind = graph.OrganizationOther
	}
	for _, title := range strings.Split(fields[2], ";") {
		if title = strings.TrimSpace(title); title != "" {
			m.Positions = append(m.Positions, graph.Position{Title: title})
		}
	}
	return m
}
