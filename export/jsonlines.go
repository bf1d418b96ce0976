package export

import (
	"bufio"
	"encoding/json"
	"strings"

	"dateline/graph"
)

// jsonLines writes an object a line.
type jsonLines[T any] struct {
	encode *json.Encoder
	object func(T) any
}

func newJSONLines[T any](w *bufio.Writer, object func(T) any) *jsonLines[T] {
	encode := json.NewEncoder(w)
	encode.SetEscapeHTML(false)
	return &jsonLines[T]{encode, object}
}

func (j *jsonLines[T]) begin() error      { return nil }
func (j *jsonLines[T]) row(value T) error { return j.encode.Encode(j.object(value)) }
func (j *jsonLines[T]) end() error        { return nil }

func newJSONEvents(w *bufio.Writer, _ Options) sink[*Event]    { return newJSONLines(w, jsonEventOf) }
func newJSONEntities(w *bufio.Writer, _ Options) sink[*Entity] { return newJSONLines(w, jsonEntityOf) }
func newJSONArticles(w *bufio.Writer, _ Options) sink[*Article] {
	return newJSONLines(w, jsonArticleOf)
}

type jsonEvent struct {
	ID             string          `json:"id"`
	Type           graph.EventType `json:"type"`
	Means          graph.Means     `json:"means,omitempty"`
	Status         graph.Status    `json:"status"`
	DeniesPlan     bool            `json:"deniesPlan,omitempty"`
	Several        bool            `json:"several,omitempty"`
	Summary        string          `json:"summary"`
	Time           *jsonTime       `json:"time"`
	Place          *jsonParty      `json:"place,omitempty"`
	Participants   []jsonPart      `json:"participants"`
	About          []string        `json:"about,omitempty"`
	ArticleCount   int             `json:"articleCount"`
	PublisherCount int             `json:"publisherCount"`
	Conflicts      []jsonConflict  `json:"conflicts,omitempty"`
	Citations      []Citation      `json:"citations"`
	// Omitted is the number of further reports.
	Omitted int `json:"citationsOmitted,omitempty"`
}

type jsonTime struct {
	EDTF      graph.EDTF      `json:"edtf"`
	Earliest  graph.Date      `json:"earliest"`
	Latest    graph.Date      `json:"latest"`
	Precision graph.Precision `json:"precision"`
	Text      string          `json:"text"`
	Note      string          `json:"note,omitempty"`
	Source    string          `json:"source,omitempty"`
	Anchor    graph.Date      `json:"anchor,omitzero"`
	BoundOnly bool            `json:"boundOnly,omitempty"`
}

type jsonParty struct {
	ID      string           `json:"id"`
	Name    string           `json:"name"`
	Kind    graph.EntityKind `json:"kind"`
	Country string           `json:"country,omitempty"`
}

type jsonPart struct {
	jsonParty
	Role       graph.Role `json:"role"`
	OnBehalfOf *jsonParty `json:"onBehalfOf,omitempty"`
}

type jsonConflict struct {
	Kind        graph.ConflictKind `json:"kind"`
	Explanation string             `json:"explanation"`
	ReportIDs   []string           `json:"reportIds"`
}

func jsonEventOf(e *Event) any {
	out := jsonEvent{
		ID: e.ID, Type: e.Type, Means: e.Means, Status: e.Status, DeniesPlan: e.DeniesPlan, Several: e.Several,
		Summary: e.Summary, Time: jsonTimeOf(e), Participants: make([]jsonPart, len(e.Participants)), About: e.topics(),
		ArticleCount: e.ArticleCount, PublisherCount: e.PublisherCount, Citations: e.Citations, Omitted: e.Omitted,
	}
	if e.Place != nil {
		out.Place = jsonPartyOf(e.Place)
	}
	for i, p := range e.Participants {
		if party := jsonPartyOf(p.Entity); party != nil {
			out.Participants[i].jsonParty = *party
		}
		out.Participants[i].Role, out.Participants[i].OnBehalfOf = p.Role, jsonPartyOf(p.OnBehalfOf)
	}
	for _, c := range e.Conflicts {
		out.Conflicts = append(out.Conflicts, jsonConflict{c.Kind, c.Explanation, c.ReportIDs})
	}
	return out
}

func jsonTimeOf(e *Event) *jsonTime {
	if e.Time == nil {
		return nil
	}
	return &jsonTime{
		EDTF: e.Time.EDTF, Earliest: e.When.From, Latest: e.When.To, Precision: e.Time.Precision(), Text: e.When.Text,
		Note: e.When.Note, Source: e.Time.Text, Anchor: e.Time.Anchor, BoundOnly: e.Time.BoundOnly,
	}
}

func jsonPartyOf(e graph.Entity) *jsonParty {
	if e == nil {
		return nil
	}
	p := graph.ProfileOf(e)
	return &jsonParty{p.ID, p.Name, graph.KindOf(e), p.Country}
}

type jsonEntity struct {
	jsonParty
	OrganizationKind graph.OrganizationKind `json:"organizationKind,omitempty"`
	Aliases          []string               `json:"aliases,omitempty"`
	Positions        []string               `json:"positions,omitempty"`
	Unnamed          bool                   `json:"unnamed,omitempty"`
	Citation         *Citation              `json:"citation"`
}

func jsonEntityOf(e *Entity) any {
	p := graph.ProfileOf(e.Entity)
	return jsonEntity{
		jsonParty: *jsonPartyOf(e.Entity), OrganizationKind: organizationKind(e.Entity), Aliases: p.Aliases,
		Positions: positionsOf(e.Entity), Unnamed: p.Nominal, Citation: e.Citation,
	}
}

// organizationKind returns the kind of an organization, "" for other entities.
func organizationKind(e graph.Entity) graph.OrganizationKind {
	if o, ok := e.(*graph.Organization); ok {
		return o.Kind
	}
	return ""
}

// positionsOf returns a person's positions in words.
func positionsOf(e graph.Entity) []string {
	person, ok := e.(*graph.Person)
	if !ok {
		return nil
	}
	positions := make([]string, len(person.Positions))
	for i, p := range person.Positions {
		positions[i] = p.Title
		if p.Organization != nil && !strings.Contains(p.Title, p.Organization.Name) {
			positions[i] += ", " + p.Organization.Name
		}
	}
	return positions
}

type jsonArticle struct {
	ID            string     `json:"id"`
	ExternalID    string     `json:"externalId,omitempty"`
	URL           string     `json:"url,omitempty"`
	Title         string     `json:"title,omitempty"`
	Publisher     string     `json:"publisher,omitempty"`
	Byline        string     `json:"byline,omitempty"`
	Published     graph.Date `json:"published"`
	PublishedFrom string     `json:"publishedFrom,omitempty"`
	Language      string     `json:"language"`
	Citation      Citation   `json:"citation"`
}

func jsonArticleOf(a *Article) any {
	return jsonArticle{
		a.ID, a.ExternalID, a.URL, a.Title, a.Publisher, a.Byline, a.Published, a.PublishedFrom, a.Language, a.Citation,
	}
}
