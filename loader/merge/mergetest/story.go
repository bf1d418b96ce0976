// Package mergetest writes articles for tests of merging in a line or two each, and lists
// what becomes of them.
package mergetest

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"dateline/graph"
	"dateline/graph/graphtest"
	"dateline/loader/merge"
)

// Story is what an article says. Its text is its reports' quotes, one after the other.
type Story struct {
	Batch *graph.Batch

	t   *testing.T
	ids map[string]string // of members, by name
}

// Article begins an article; published may be empty.
func Article(t *testing.T, publisher, published string) *Story {
	t.Helper()
	var day graph.Date
	if published != "" {
		parsed, err := graph.ParseDate(published)
		if err != nil {
			t.Fatal(err)
		}
		day = parsed
	}
	a := graph.Article{Publisher: publisher, Title: "Story of " + publisher, Published: day, Language: "en"}
	a.ID = graph.NewID(graph.PrefixArticle, publisher, published)
	return &Story{t: t, Batch: &graph.Batch{Article: a}, ids: map[string]string{}}
}

// Member adds a member, whom reports then name.
func (s *Story) Member(m graph.Member) *Story {
	m.ID = graph.MemberID(s.Batch.Article.ID, m.Kind, graph.Fold(m.Name))
	s.Batch.Members = append(s.Batch.Members, m)
	s.ids[m.Name] = m.ID
	return s
}

// Person adds a person.
func (s *Story) Person(name, country string, aliases ...string) *Story {
	return s.Member(graph.Member{Kind: graph.KindPerson, Name: name, Country: country, Aliases: aliases})
}

// Minister adds a person who holds an office.
func (s *Story) Minister(name, country, title string) *Story {
	return s.Member(graph.Member{Kind: graph.KindPerson, Name: name, Country: country, Positions: []graph.Position{{Title: title}}})
}

// Role adds a person who is known by a role alone.
func (s *Story) Role(name, country string) *Story {
	return s.Member(graph.Member{Kind: graph.KindPerson, Name: name, Nominal: true, Country: country})
}

// Organization adds an organization, such as a state.
func (s *Story) Organization(name, country string, kind graph.OrganizationKind) *Story {
	return s.Member(graph.Member{Kind: graph.KindOrganization, Name: name, Country: country, OrganizationKind: kind})
}

// Report adds a contact. Parties are "ROLE name" or "ROLE envoy for principal".
func (s *Story) Report(means graph.Means, status graph.Status, edtf string, parties ...string) *Story {
	quote := fmt.Sprintf("%s %s %s %s.", means, status, edtf, strings.Join(parties, ", "))
	start := len([]rune(s.Batch.Article.Text))
	s.Batch.Article.Text += quote
	r := graph.Report{
		ArticleID: s.Batch.Article.ID, Type: graph.EventContact, Means: means, Status: status,
		Quote: quote, Start: start, End: start + len([]rune(quote)), Confidence: 1,
	}
	if edtf != "" {
		r.Time = &graph.TimeSpan{EDTF: graph.MustEDTF(edtf)}
	}
	for _, p := range parties {
		role, rest, _ := strings.Cut(p, " ")
		name, principal, _ := strings.Cut(rest, " for ")
		r.Participants = append(r.Participants, graph.Participation{EntityID: s.ID(name), Role: graph.Role(role), OnBehalfOfID: s.ID(principal)})
	}
	r.ID = graph.ReportID(r.ArticleID, r.Type, r.Start, r.End, "")
	s.Batch.Reports = append(s.Batch.Reports, r)
	return s
}

// Claim adds a claim to the last report.
func (s *Story) Claim(c graph.Claim) *Story {
	s.Batch.Reports[len(s.Batch.Reports)-1].Claim = &c
	return s
}

// About adds words to the article that tell what its last report is about.
func (s *Story) About(topic string) *Story {
	report := &s.Batch.Reports[len(s.Batch.Reports)-1]
	start := len([]rune(s.Batch.Article.Text))
	s.Batch.Article.Text += topic
	report.About = append(report.About, graph.Passage{ArticleID: report.ArticleID, Text: topic, Start: start, End: start + len([]rune(topic))})
	return s
}

// In gives the last report a place, and adds it as a member if it is not one yet.
func (s *Story) In(place string) *Story {
	if s.ids[place] == "" {
		s.Member(graph.Member{Kind: graph.KindPlace, Name: place})
	}
	s.Batch.Reports[len(s.Batch.Reports)-1].PlaceID = s.ID(place)
	return s
}

// ID returns the ID of a member.
func (s *Story) ID(name string) string {
	if name == "" {
		return ""
	}
	id, ok := s.ids[name]
	if !ok {
		s.t.Fatalf("no member %q in the article of %s", name, s.Batch.Article.Publisher)
	}
	return id
}

// Load applies the articles to a new store, in order.
func Load(t *testing.T, stories ...*Story) graph.Store {
	t.Helper()
	store := graphtest.NewMemory()
	for _, s := range stories {
		Apply(t, store, s.Batch)
	}
	return store
}

// Apply applies one batch in a transaction.
func Apply(t *testing.T, store graph.Store, batch *graph.Batch) merge.Outcome {
	t.Helper()
	return ApplyGroup(t, store, batch)[0]
}

// ApplyGroup applies several batches in one transaction.
func ApplyGroup(t *testing.T, store graph.Store, batches ...*graph.Batch) []merge.Outcome {
	t.Helper()
	var outcomes []merge.Outcome
	err := store.Update(context.Background(), func(tx graph.Tx) (err error) {
		outcomes, err = merge.Apply(tx, batches...)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return outcomes
}

// Digest returns the digest of a store.
func Digest(t *testing.T, store graph.Store) string {
	t.Helper()
	sum, err := graph.Digest(context.Background(), store)
	if err != nil {
		t.Fatal(err)
	}
	return sum
}

// Summaries returns each event as "STATUS articles summary", sorted by ID.
func Summaries(t *testing.T, store graph.Store) []string {
	t.Helper()
	var lines []string
	err := store.Walk(context.Background(), graph.Visitor{Event: func(e *graph.Event) error {
		lines = append(lines, fmt.Sprintf("%s %d %s", e.Status, e.ArticleCount, e.Summary))
		return nil
	}})
	if err != nil {
		t.Fatal(err)
	}
	return lines
}

// Entities returns each entity as "name (aliases) members", sorted by ID.
func Entities(t *testing.T, store graph.Store) []string {
	t.Helper()
	var lines []string
	err := store.Walk(context.Background(), graph.Visitor{Entity: func(e graph.Entity) error {
		p := graph.ProfileOf(e)
		lines = append(lines, fmt.Sprintf("%s (%s) %d", p.Name, strings.Join(p.Aliases, ", "), len(p.Members)))
		return nil
	}})
	if err != nil {
		t.Fatal(err)
	}
	return lines
}

// Expect compares two lists of lines in any order.
func Expect(t *testing.T, got []string, want ...string) {
	t.Helper()
	left := map[string]int{}
	for _, line := range got {
		left[line]++
	}
	for _, line := range want {
		left[line]--
	}
	for line, n := range left {
		switch {
		case n > 0:
			t.Errorf("unexpected: %s", line)
		case n < 0:
			t.Errorf("missing:    %s", line)
		}
	}
}
