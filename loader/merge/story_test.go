package merge

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"dateline/graph"
	"dateline/graph/graphtest"
)

// story writes batches for tests in a line or two a report. An article's text is
// its reports' quotes, one after the other.
type story struct {
	t     *testing.T
	batch *graph.Batch
	ids   map[string]string
}

func article(t *testing.T, publisher, published string) *story {
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
	return &story{t: t, batch: &graph.Batch{Article: a}, ids: map[string]string{}}
}

func (s *story) member(m graph.Member) *story {
	m.ID = graph.MemberID(s.batch.Article.ID, m.Kind, graph.Fold(m.Name))
	s.batch.Members = append(s.batch.Members, m)
	s.ids[m.Name] = m.ID
	return s
}

func (s *story) person(name, country string, aliases ...string) *story {
	return s.member(graph.Member{Kind: graph.KindPerson, Name: name, Country: country, Aliases: aliases})
}

func (s *story) body(name, country string, kind graph.OrganizationKind) *story {
	return s.member(graph.Member{Kind: graph.KindOrganization, Name: name, Country: country, OrganizationKind: kind})
}

// report adds a report. Parties are "ROLE name" or "ROLE envoy for principal".
func (s *story) report(means graph.Means, status graph.Status, edtf string, parties ...string) *story {
	quote := fmt.Sprintf("%s %s %s %s.", means, status, edtf, strings.Join(parties, ", "))
	start := len([]rune(s.batch.Article.Text))
	s.batch.Article.Text += quote
	r := graph.Report{ArticleID: s.batch.Article.ID, Type: graph.EventContact, Means: means, Status: status, Quote: quote, Start: start, End: start + len([]rune(quote)), Confidence: 1}
	if edtf != "" {
		r.Time = &graph.TimeSpan{EDTF: graph.MustEDTF(edtf)}
	}
	for _, p := range parties {
		role, rest, _ := strings.Cut(p, " ")
		name, principal, _ := strings.Cut(rest, " for ")
		r.Participants = append(r.Participants, graph.Participation{EntityID: s.id(name), Role: graph.Role(role), OnBehalfOfID: s.id(principal)})
	}
	r.ID = graph.ReportID(r.ArticleID, r.Type, r.Start, r.End, "")
	s.batch.Reports = append(s.batch.Reports, r)
	return s
}

func (s *story) claim(c graph.Claim) *story {
	s.batch.Reports[len(s.batch.Reports)-1].Claim = &c
	return s
}

// in returns the last report a place, which becomes a member where it is none.
func (s *story) in(place string) *story {
	if s.ids[place] == "" {
		s.member(graph.Member{Kind: graph.KindPlace, Name: place})
	}
	s.batch.Reports[len(s.batch.Reports)-1].PlaceID = s.id(place)
	return s
}

func (s *story) id(name string) string {
	if name == "" {
		return ""
	}
	id, ok := s.ids[name]
	if !ok {
		s.t.Fatalf("no member %q in the article of %s", name, s.batch.Article.Publisher)
	}
	return id
}

// load applies the articles to a new store, in order.
func load(t *testing.T, stories ...*story) graph.Store {
	t.Helper()
	store := graphtest.NewMemory()
	for _, s := range stories {
		apply(t, store, s.batch)
	}
	return store
}

func apply(t *testing.T, store graph.Store, batch *graph.Batch) Outcome {
	t.Helper()
	return applyGroup(t, store, batch)[0]
}

// applyGroup applies several articles in one transaction.
func applyGroup(t *testing.T, store graph.Store, batches ...*graph.Batch) []Outcome {
	t.Helper()
	var outcomes []Outcome
	err := store.Update(context.Background(), func(tx graph.Tx) (err error) {
		outcomes, err = Apply(tx, batches...)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return outcomes
}

func digest(t *testing.T, store graph.Store) string {
	t.Helper()
	sum, err := graph.Digest(context.Background(), store)
	if err != nil {
		t.Fatal(err)
	}
	return sum
}

// summaries gives each event as "STATUS articles summary", sorted by ID.
func summaries(t *testing.T, store graph.Store) []string {
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

// entities gives each entity as "name (aliases) members", sorted by ID.
func entities(t *testing.T, store graph.Store) []string {
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

func expect(t *testing.T, got []string, want ...string) {
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
