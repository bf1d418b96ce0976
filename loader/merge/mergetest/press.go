package mergetest

import (
	"fmt"
	"math/rand/v2"
	"strings"

	"dateline/graph"
)

// Press writes articles about a president, who talks to a few hundred others and says
// something different in every article.
type Press struct {
	random *rand.Rand
	others *rand.Zipf
	count  int
}

// NewPress returns a press that always writes the same articles.
func NewPress() *Press {
	random := rand.New(rand.NewPCG(1815, 6))
	return &Press{random: random, others: rand.NewZipf(random, 1.1, 5, 400)}
}

// Article writes the next article.
func (p *Press) Article() *graph.Batch {
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
	president := member(graph.Member{Kind: graph.KindPerson, Name: "Ingrid Solheim", Country: "NO",
		Aliases: aliases[p.random.IntN(3)], Positions: []graph.Position{{Title: "president", OrganizationID: home}}})
	number := p.others.Uint64()
	codes := []string{"SE", "DK", "FI", "IS", "DE", "FR", "PL", "EE", "LV", "LT", "RU", "GB"}
	code := codes[number%uint64(len(codes))]
	state := member(graph.Member{Kind: graph.KindOrganization, Name: "State of " + code, OrganizationKind: graph.OrganizationState, Country: code})
	other := member(graph.Member{Kind: graph.KindPerson, Name: fmt.Sprintf("Einar Visitor%s", letters(number)), Country: code,
		Positions: []graph.Position{{Title: "minister", OrganizationID: state}}})
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

// words returns made-up words, with the frequencies of a language.
func (p *Press) words(count int) string {
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
