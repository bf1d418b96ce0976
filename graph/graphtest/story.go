package graphtest

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"dateline/graph"
	"dateline/graph/storekit"
)

// Story is for writing a Graph by hand, with nicknames instead of IDs: first articles, then
// the entities and events that their members and reports add up to. It panics if a fixture
// is wrong, for example if a quote is not in its article, or a nickname is unknown.
type Story struct {
	articles []*StoryArticle
	entities []graph.Entity
	events   []*graph.Event
	// blocks has the blocks of entities, by nickname. Others have a block of their own.
	blocks map[string]string
}

// StoryArticle is an article that is being written.
type StoryArticle struct {
	name    string
	batch   *graph.Batch
	members map[string]string // member ID by the nickname of its entity
	reports map[string]string // report ID by nickname of its event
	at      map[string]int    // where to look for the next mention of a text
}

// Telling is a Graph with nicknames for its IDs.
type Telling struct {
	*Graph
	ids   map[string]string
	names map[string]string
}

// Article begins an article. Its ID follows from the arguments.
func (s *Story) Article(name string, a graph.Article) *StoryArticle {
	a.ID = graph.ArticleID(&a)
	told := &StoryArticle{name, &graph.Batch{Article: a}, map[string]string{}, map[string]string{}, map[string]int{}}
	s.articles = append(s.articles, told)
	return told
}

// Member adds an entity that the article names in these words, in the order of the text.
func (a *StoryArticle) Member(nickname string, m graph.Member, mentions ...string) {
	m = storekit.CloneMember(&m)
	m.ID = graph.MemberID(a.batch.Article.ID, m.Kind, nickname)
	for _, text := range mentions {
		start, end := a.find(text, a.at[text])
		a.at[text] = end
		form := graph.MentionName
		switch {
		case slices.Contains([]string{"he", "He", "she", "She", "they", "They"}, text):
			form = graph.MentionPronoun
		case m.Nominal:
			form = graph.MentionNominal
		}
		m.Mentions = append(m.Mentions, graph.MentionSpan{Text: text, Form: form, Start: start, End: end})
	}
	a.members[nickname] = m.ID
	a.batch.Members = append(a.batch.Members, m)
}

// find returns the code points of the first occurrence of a text from an offset on.
func (a *StoryArticle) find(text string, from int) (int, int) {
	all := []rune(a.batch.Article.Text)
	at := strings.Index(string(all[from:]), text)
	if at < 0 {
		panic(fmt.Sprintf("article %s does not say %q", a.name, text))
	}
	start := from + utf8.RuneCountInString(string(all[from:])[:at])
	return start, start + utf8.RuneCountInString(text)
}

// Report adds a report of an event, with this quote. Its parties are nicknames, and of what
// it was about only the words are given.
func (a *StoryArticle) Report(event, quote string, r graph.Report) {
	r.ArticleID, r.Quote = a.batch.Article.ID, quote
	r.Start, r.End = a.find(quote, 0)
	r.ID = graph.ReportID(r.ArticleID, r.Type, r.Start, r.End, event)
	r.Block = "events:" + event
	r.Participants = append([]graph.Participation(nil), r.Participants...)
	for i := range r.Participants {
		p := &r.Participants[i]
		p.EntityID, p.OnBehalfOfID = a.member(p.EntityID), a.member(p.OnBehalfOfID)
	}
	r.PlaceID = a.member(r.PlaceID)
	r.AttributedToIDs = append([]string(nil), r.AttributedToIDs...)
	for i, source := range r.AttributedToIDs {
		r.AttributedToIDs[i] = a.member(source)
	}
	r.About = append([]graph.Passage(nil), r.About...)
	for i := range r.About {
		p := &r.About[i]
		p.ArticleID = r.ArticleID
		p.Start, p.End = a.find(p.Text, r.Start)
	}
	a.reports[event] = r.ID
	a.batch.Reports = append(a.batch.Reports, r)
}

func (a *StoryArticle) member(nickname string) string {
	if nickname == "" {
		return ""
	}
	id, ok := a.members[nickname]
	if !ok {
		panic(fmt.Sprintf("article %s has no member %q", a.name, nickname))
	}
	return id
}

// Entity adds the entity that the members with this nickname add up to. The organization
// of a position is a nickname.
func (s *Story) Entity(nickname string, e graph.Entity) {
	graph.ProfileOf(e).ID = nickname
	s.entities = append(s.entities, e)
}

// Event adds the event that the reports with this nickname add up to. What it was about is
// that of its reports. Parties are nicknames, and so are the reports of conflicts, merges and related events:
// article/event.
func (s *Story) Event(nickname string, e graph.Event) {
	e.ID = nickname
	s.events = append(s.events, &e)
}

// Tell replaces nicknames with IDs.
func (s *Story) Tell() *Telling {
	t := &Telling{Graph: &Graph{Blocks: map[string]string{}}, ids: map[string]string{"": ""}}
	articles := map[string]*graph.Article{}
	for _, a := range s.articles {
		t.Batches = append(t.Batches, a.batch)
		t.ids[a.name] = a.batch.Article.ID
		for event, id := range a.reports {
			t.ids[a.name+"/"+event] = id
			articles[id] = &a.batch.Article
		}
		for entity, id := range a.members {
			t.ids[a.name+"/"+entity] = id
		}
	}
	for _, e := range s.entities {
		s.tellEntity(t, e)
	}
	for _, e := range t.Entities {
		if person, ok := e.(*graph.Person); ok {
			for i := range person.Positions {
				person.Positions[i].OrganizationID = t.ID(person.Positions[i].OrganizationID)
			}
		}
	}
	for _, e := range s.events {
		s.tellEvent(t, e, articles)
	}
	t.names = map[string]string{}
	for name, id := range t.ids {
		if was, ok := t.names[id]; !ok || len(name) < len(was) {
			t.names[id] = name
		}
	}
	return t
}

func (s *Story) tellEntity(t *Telling, e graph.Entity) {
	nickname := e.NodeID()
	e = storekit.CloneEntity(e)
	block := s.blocks[nickname]
	if block == "" {
		block = "entities:" + nickname
	}
	for _, a := range s.articles {
		if id, ok := a.members[nickname]; ok {
			graph.ProfileOf(e).Members = append(graph.ProfileOf(e).Members, id)
			for i := range a.batch.Members {
				if a.batch.Members[i].ID == id {
					a.batch.Members[i].Block = block
				}
			}
		}
	}
	slices.Sort(graph.ProfileOf(e).Members)
	graph.ProfileOf(e).ID = graph.ProfileOf(e).Members[0]
	t.ids[nickname] = e.NodeID()
	t.Blocks[e.NodeID()] = block
	t.Entities = append(t.Entities, e)
}

func (s *Story) tellEvent(t *Telling, e *graph.Event, articles map[string]*graph.Article) {
	nickname := e.ID
	e = storekit.CloneEvent(e)
	for _, a := range s.articles {
		if id, ok := a.reports[nickname]; ok {
			e.ReportIDs = append(e.ReportIDs, id)
			e.About = append(e.About, aboutOf(a.batch, id)...)
		}
	}
	e.ID, e.Block = graph.EventIDOf(slices.Min(e.ReportIDs)), "events:"+nickname
	t.ids[nickname] = e.ID
	sortReports(e.ReportIDs, articles)
	e.ArticleCount, e.PublisherCount = countArticles(e.ReportIDs, articles)
	for i := range e.Participants {
		p := &e.Participants[i]
		p.EntityID, p.OnBehalfOfID = t.ID(p.EntityID), t.ID(p.OnBehalfOfID)
	}
	e.PlaceID = t.ID(e.PlaceID)
	for i := range e.Conflicts {
		for j, report := range e.Conflicts[i].ReportIDs {
			e.Conflicts[i].ReportIDs[j] = t.ID(report)
		}
	}
	for i := range e.Merges {
		for j, report := range e.Merges[i].ReportIDs {
			e.Merges[i].ReportIDs[j] = t.ID(report)
		}
	}
	for i := range e.Related {
		e.Related[i].ReportID = t.ID(e.Related[i].ReportID)
	}
	t.Events = append(t.Events, e)
}

// aboutOf returns what a report of a batch is about.
func aboutOf(b *graph.Batch, reportID string) []graph.Passage {
	for i := range b.Reports {
		if b.Reports[i].ID == reportID {
			return b.Reports[i].About
		}
	}
	return nil
}

// ID returns the ID of a nickname: that of an article, an entity or an event, or, as
// article/nickname, of a member or report.
func (t *Telling) ID(nickname string) string {
	id, ok := t.ids[nickname]
	if !ok {
		panic(fmt.Sprintf("no %q among %v", nickname, slices.Sorted(maps.Keys(t.ids))))
	}
	return id
}

// IDs returns the IDs of nicknames.
func (t *Telling) IDs(nicknames ...string) []string {
	var ids []string
	for _, nickname := range nicknames {
		ids = append(ids, t.ID(nickname))
	}
	return ids
}

// Name returns the nickname of an ID, for readable messages.
func (t *Telling) Name(id string) string {
	if name, ok := t.names[id]; ok {
		return name
	}
	return id
}

// node returns an entity or event by its nickname.
func (t *Telling) node(nickname string) graph.Node {
	for _, e := range t.Entities {
		if e.NodeID() == t.ID(nickname) {
			return e
		}
	}
	for _, e := range t.Events {
		if e.ID == t.ID(nickname) {
			return e
		}
	}
	return nil
}
