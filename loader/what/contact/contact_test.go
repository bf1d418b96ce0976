package contact

import (
	"strings"
	"testing"

	"dateline/graph"
	"dateline/loader/aside"
	"dateline/loader/language/languagetest"
	"dateline/loader/what/evidence"
	"dateline/loader/when"
	"dateline/loader/who"
)

// article reads a text as one published on Tuesday 11 March 2031.
func article(t testing.TB, text string) *evidence.Article {
	t.Helper()
	article := &graph.Article{ID: graph.NewID(graph.PrefixArticle, "test"), Text: text, Published: graph.NewDate(2031, 3, 11)}
	doc := aside.Parse(languagetest.Pipeline(), text)
	return evidence.New(doc, article, when.Find(doc, article.Published), who.Find(doc, article))
}

// only returns the only contact of a text.
func only(t testing.TB, text string) (*evidence.Article, evidence.Finding) {
	t.Helper()
	a := article(t, text)
	found := Find(a)
	if len(found) != 1 {
		t.Fatalf("%s\nhas %d contacts", text, len(found))
	}
	return a, found[0]
}

// nameOf returns the name of a member, "" for -1.
func nameOf(a *evidence.Article, member int) string {
	if member < 0 {
		return ""
	}
	return a.Member(member).Name
}

// parties writes the parties of a contact with their roles.
func parties(a *evidence.Article, f evidence.Finding) string {
	var list []string
	for _, p := range f.Participants {
		list = append(list, strings.ToLower(string(p.Role))+" "+nameOf(a, p.Member))
	}
	return strings.Join(list, ", ")
}

// Every kind of trigger finds its sides.
func TestSides(t *testing.T) {
	for _, c := range []struct{ trigger, text, want string }{
		{"verb", "Ana Silva phoned Piet Boom.", "initiator Ana Silva, recipient Piet Boom"},
		{"mutual verb", "Ana Silva and Piet Boom met.", "participant Ana Silva, participant Piet Boom"},
		{"inward verb", "Ana Silva received Piet Boom.", "recipient Ana Silva, initiator Piet Boom"},
		{"noun", "Talks between Ana Silva and Piet Boom began.", "participant Ana Silva, participant Piet Boom"},
		{"light verb", "Ana Silva held talks with Piet Boom.", "participant Ana Silva, participant Piet Boom"},
		{"letter", "Ana Silva sent Piet Boom a letter.", "initiator Ana Silva, recipient Piet Boom"},
		{"mediator", "Ana Silva brokered talks between Mary Brown and Piet Boom.", "participant Mary Brown, participant Piet Boom, mediator Ana Silva"},
		{"introduction", "Ana Silva introduced Karel Novak to Piet Boom.", "participant Karel Novak, participant Piet Boom, mediator Ana Silva"},
		{"meal", "Ana Silva took Piet Boom out to lunch.", "participant Ana Silva, participant Piet Boom"},
		{"what a contact did", "The meeting with Piet Boom cost Ana Silva her seat.", "participant Ana Silva, participant Piet Boom"},
		{"stray between", "A call on 3 March between Ana Silva and Piet Boom dealt with fish.", "participant Ana Silva, participant Piet Boom"},
		{"headline", "Chad, Ivory Coast resume talks on fish", "participant Chad, participant Ivory Coast"},
		{"an unnamed envoy of a person", "Prime Minister Ada Lim sent a junior minister to Peru.", "initiator junior minister, recipient Peru"},
		{"unnamed envoys", "Norway sent a delegation to Peru to negotiate over fish.", "initiator Norway, recipient Peru"},
		{"past that looks like a name", "Ana Silva rang Piet Boom.", "initiator Ana Silva, recipient Piet Boom"},
		{"title in the singular", "Adviser Ana Silva and Trade Minister Piet Boom spoke about fish.", "participant Ana Silva, participant Piet Boom"},
		{"passive of a letter", "A letter was sent to Silva by Boom.", "initiator Boom, recipient Silva"},
		{"object taken for a subject", "Minister Ana Silva spoke today with Prime Minister Piet Boom of Norway to reinforce the ties.", "participant Ana Silva, participant Piet Boom"},
		{"office in a name", "Security Adviser Ana Silva hosted Peruvian Presidential Adviser Piet Boom.", "recipient Ana Silva, initiator Piet Boom"},
		{"occasion", "Ana Silva asked Piet Boom for a meeting.", "initiator Ana Silva, recipient Piet Boom"},
	} {
		a, f := only(t, c.text)
		if got := parties(a, f); got != c.want {
			t.Errorf("%s: %s\ngot  %s\nwant %s", c.trigger, c.text, got, c.want)
		}
	}
}

// These words are triggers in other sentences.
func TestNoContact(t *testing.T) {
	for _, text := range []string{
		"Ana Silva called Piet Boom a liar.",
		"Ana Silva called for talks on fish.",
		"Ana Silva met with protest in Oslo.",
		"Ana Silva saw Piet Boom win the race.",
		"Ana Silva told reporters that Piet Boom won.",
		"Will Ana Silva meet Piet Boom?",
		"Ana Silva should meet Piet Boom.",
		"Ana Silva and Piet Boom took note of the deal.",
		"The daily exchanges of fire between Chad and Oman went on.",
		"An officer met the victims.",
		"Norway wants to join so that it is not shut out of Chad-Oman talks.",
	} {
		if found := Find(article(t, text)); len(found) > 0 {
			t.Errorf("%s\nhas %d contacts", text, len(found))
		}
	}
}
