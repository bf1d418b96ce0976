package merge

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"strings"
	"testing"

	"dateline/graph"
	"dateline/graph/graphtest"
	"dateline/graph/sqlite"
)

// BenchmarkPresident loads articles that all name one president, two states and
// a capital, in groups, and measures an article's time when the store holds some
// already: it should hardly grow. The president talks to a few hundred others, and
// says something different in every article.
func BenchmarkPresident(b *testing.B) {
	for _, held := range []int{1_000, 4_000, 16_000} {
		b.Run(fmt.Sprintf("held=%d", held), func(b *testing.B) {
			store, err := sqlite.Open(context.Background(), filepath.Join(b.TempDir(), "news.db"))
			if err != nil {
				b.Fatal(err)
			}
			defer store.Close()
			press := newPress()
			for range held / groupOfBenchmark {
				press.publish(b, store)
			}
			for b.ResetTimer(); b.Loop(); {
				press.publish(b, store)
			}
			b.ReportMetric(float64(b.N*groupOfBenchmark)/b.Elapsed().Seconds(), "articles/s")
		})
	}
}

const groupOfBenchmark = 32

// press writes articles about a president.
type press struct {
	random *rand.Rand
	others *rand.Zipf
	count  int
}

func newPress() *press {
	random := rand.New(rand.NewPCG(1815, 6))
	return &press{random: random, others: rand.NewZipf(random, 1.1, 5, 400)}
}

// A store that keeps what it works on gives the graph of one that keeps nothing:
// with articles that are new, the same and replaced, and with changes undone.
func TestSQLiteAgreesWithMemory(t *testing.T) {
	file, err := sqlite.Open(t.Context(), filepath.Join(t.TempDir(), "news.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	plain, press := graphtest.NewMemory(), newPress()
	var all []*graph.Batch
	for round := range 12 {
		var group []*graph.Batch
		for range 5 {
			group = append(group, press.article())
		}
		for i := range 3 {
			if old := press.random.IntN(len(all) + 1); old < len(all) {
				group = append(group, all[old])
			}
			all = append(all, group[i])
			group[i] = draft(group[i]) // which its whole version will replace
		}
		all = append(all, group...)
		if round%3 == 1 {
			undo := errors.New("undone")
			err := file.Update(t.Context(), func(tx graph.Tx) error {
				_, err := Apply(tx, all[len(all)/2], press.article())
				return errors.Join(undo, err)
			})
			if !errors.Is(err, undo) {
				t.Fatal(err)
			}
		}
		applyGroup(t, file, group...)
		applyGroup(t, plain, group...)
		if got, want := digest(t, file), digest(t, plain); got != want {
			t.Fatalf("after round %d: digest %s, in memory %s", round, got, want)
		}
	}
	applyGroup(t, file, all...)
	applyGroup(t, plain, all...)
	if got, want := digest(t, file), digest(t, plain); got != want {
		t.Fatalf("digest %s, in memory %s", got, want)
	}
}

// What one store keeps of a file is out of date as soon as another writes to it.
func TestTwoStoresLoadIntoOneFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "news.db")
	var stores []graph.Store
	for range 2 {
		store, err := sqlite.Open(t.Context(), path)
		if err != nil {
			t.Fatal(err)
		}
		defer store.Close()
		stores = append(stores, store)
	}
	plain, press := graphtest.NewMemory(), newPress()
	for round := range 8 {
		group := []*graph.Batch{press.article(), press.article(), press.article()}
		applyGroup(t, stores[press.random.IntN(2)], group...)
		applyGroup(t, plain, group...)
		if got, want := digest(t, stores[0]), digest(t, plain); got != want {
			t.Fatalf("after round %d: digest %s, in memory %s", round, got, want)
		}
	}
}

func (p *press) publish(b *testing.B, store graph.Store) {
	var batches []*graph.Batch
	for range groupOfBenchmark {
		batches = append(batches, p.article())
	}
	err := store.Update(context.Background(), func(tx graph.Tx) error {
		_, err := Apply(tx, batches...)
		return err
	})
	if err != nil {
		b.Fatal(err)
	}
}

func (p *press) article() *graph.Batch {
	p.count++
	day := graph.NewDate(2020, 1, 1).AddDays(p.count/13 + p.random.IntN(4)) // archives come in order, more or less
	a := graph.Article{Publisher: fmt.Sprintf("Paper %d", p.random.IntN(40)), Title: fmt.Sprintf("Piece %d", p.count), Published: day, Language: "en"}
	a.ID = graph.ArticleID(&a)
	batch := &graph.Batch{Article: a}
	member := func(m graph.Member) string {
		m.ID = graph.MemberID(a.ID, m.Kind, graph.Fold(m.Name))
		batch.Members = append(batch.Members, m)
		return m.ID
	}
	home := member(graph.Member{Kind: graph.KindOrganization, Name: "Norway", OrganizationKind: graph.OrganizationState, Country: "NO"})
	aliases := [][]string{{"Solheim"}, {"President Solheim", "Solheim"}, {"Solheim", "the president"}}
	president := member(graph.Member{Kind: graph.KindPerson, Name: "Ingrid Solheim", Country: "NO", Aliases: aliases[p.random.IntN(3)], Positions: []graph.Position{{Title: "president", OrganizationID: home}}})
	number := p.others.Uint64()
	codes := []string{"SE", "DK", "FI", "IS", "DE", "FR", "PL", "EE", "LV", "LT", "RU", "GB"}
	code := codes[number%uint64(len(codes))]
	state := member(graph.Member{Kind: graph.KindOrganization, Name: "State of " + code, OrganizationKind: graph.OrganizationState, Country: code})
	other := member(graph.Member{Kind: graph.KindPerson, Name: fmt.Sprintf("Einar Visitor%s", letters(number)), Country: code, Positions: []graph.Position{{Title: "minister", OrganizationID: state}}})
	place := member(graph.Member{Kind: graph.KindPlace, Name: "Oslo", Country: "NO"})
	report := func(r graph.Report, quote string) {
		r.ArticleID, r.Quote, r.Start, r.Confidence = a.ID, quote, len([]rune(batch.Article.Text)), 0.8
		batch.Article.Text += quote
		r.End = len([]rune(batch.Article.Text))
		r.ID = graph.ReportID(a.ID, r.Type, r.Start, r.End, "")
		batch.Reports = append(batch.Reports, r)
	}
	means := []graph.Means{graph.MeansCall, graph.MeansMeeting, graph.MeansTalks, graph.MeansVisit}[p.random.IntN(4)]
	contact := graph.Report{Type: graph.EventContact, Means: means, Status: graph.StatusAsserted, PlaceID: place, Participants: []graph.Participation{
		{EntityID: president, Role: graph.RoleParticipant}, {EntityID: other, Role: graph.RoleParticipant}}}
	if p.random.IntN(3) > 0 {
		contact.Time = &graph.TimeSpan{EDTF: graph.EDTFDay(day.AddDays(-1)), Text: "on Monday", Anchor: day}
	}
	report(contact, fmt.Sprintf("Ingrid Solheim met %s in Oslo.", letters(number)))
	for range 2 {
		report(graph.Report{Type: graph.EventStatement, Status: graph.StatusAsserted, AttributedToIDs: []string{president},
			Participants: []graph.Participation{{EntityID: president, Role: graph.RoleSpeaker}}}, p.words(14))
	}
	return batch
}

// words returns made-up words, the frequent ones more often.
func (p *press) words(count int) string {
	words := make([]string, count)
	for i := range words {
		words[i] = letters(p.others.Uint64() * (1 + p.random.Uint64N(5)))
	}
	return strings.Join(words, " ") + "."
}

func letters(n uint64) string {
	word := "b"
	for ; n > 0; n /= 20 {
		word += string("aeioubdfgklmnprstvzh"[n%20])
	}
	return word
}
