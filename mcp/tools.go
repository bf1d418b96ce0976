package mcp

import (
	"context"
	"errors"
	"fmt"

	sdk "github.com/modelcontextprotocol/go-sdk/mcp"
)

func addTools(server *sdk.Server, a asker) {
	sdk.AddTool(server, tool("find_entities", "Find people, organizations and places",
		"Finds people, organizations and places by name, with their IDs, other names and positions. Also finds what a misspelled name may mean."), a.findEntities)
	sdk.AddTool(server, tool("ask_contacts", "Ask who contacted whom",
		"Returns contacts (calls, meetings, visits, messages, talks), each with its status, time, parties, conflicts and first reports: the exact quote, who said it, publisher, day and URL."), a.askContacts)
	sdk.AddTool(server, tool("open_quotes", "Open the quotes of a contact",
		"Returns all reports of one event: the exact quote, the text around it, who said it, publisher, day and URL."), a.openQuotes)
}

// tool describes a tool that only reads, and knows nothing but the articles that were
// loaded.
func tool(name, title, description string) *sdk.Tool {
	openWorld := false
	return &sdk.Tool{Name: name, Title: title, Description: description, Annotations: &sdk.ToolAnnotations{
		Title: title, ReadOnlyHint: true, IdempotentHint: true, OpenWorldHint: &openWorld,
	}}
}

const (
	defaultFirst = 10
	maxFirst     = 50
)

// first checks the size of a page.
func first(asked int) (int, error) {
	switch {
	case asked == 0:
		return defaultFirst, nil
	case asked < 1 || asked > maxFirst:
		return 0, fmt.Errorf("BAD_USER_INPUT: first is %d; it must be from 1 to %d", asked, maxFirst)
	}
	return asked, nil
}

type findEntitiesInput struct {
	Name  string `json:"name" jsonschema:"A name, or words of one."`
	First int    `json:"first,omitempty" jsonschema:"How many to return: 1 to 50, 10 by default."`
}

const findQuery = `query($name: String!, $first: Int!) {
  entities(name: $name, first: $first) { totalCount nodes { ...Shown } }
  suggestions(name: $name, first: 5) { matched distance entity { ...Shown } }
}
fragment Shown on Entity { __typename id name aliases ... on Person { positions { title organization { name } } } ... on Organization { kind } }`

func (a asker) findEntities(ctx context.Context, _ *sdk.CallToolRequest, in findEntitiesInput) (*sdk.CallToolResult, Answer, error) {
	size, err := first(in.First)
	if err != nil {
		return nil, Answer{}, err
	}
	var found map[string]any
	if err := a.ask(ctx, findQuery, map[string]any{"name": in.Name, "first": size}, &found); err != nil {
		return nil, Answer{}, err
	}
	return quoted(found)
}

type askContactsInput struct {
	Who         string   `json:"who,omitempty" jsonschema:"One party: a name as articles use it, or an ID that find_entities gave."`
	With        string   `json:"with,omitempty" jsonschema:"The other party, in the same way."`
	WhoCountry  string   `json:"whoCountry,omitempty" jsonschema:"In place of who: the ISO 3166 code of a state, for it and whoever acts for it."`
	WithCountry string   `json:"withCountry,omitempty" jsonschema:"In place of with: the ISO 3166 code of a state."`
	Means       []string `json:"means,omitempty" jsonschema:"Only by these means: CALL, MEETING, VISIT, MESSAGE, TALKS, UNSPECIFIED."`
	Status      []string `json:"status,omitempty" jsonschema:"Only of these statuses: ASSERTED, CONFIRMED, DENIED, PLANNED, REQUESTED, HYPOTHETICAL, DISPUTED."`
	During      string   `json:"during,omitempty" jsonschema:"Only contacts whose time overlaps this EDTF date or interval, such as 2025-07 or 2024/2025. Leaves out undated contacts."`
	KnownBy     string   `json:"knownBy,omitempty" jsonschema:"Only what was published up to this day, YYYY-MM-DD."`
	Publisher   string   `json:"publisher,omitempty" jsonschema:"Only what this publisher reports."`
	Text        string   `json:"text,omitempty" jsonschema:"Only contacts with all these words in a quote."`
	About       string   `json:"about,omitempty" jsonschema:"Only contacts with all these words in what they were about."`
	MinArticles int      `json:"minArticles,omitempty" jsonschema:"Only contacts that at least this many articles report."`
	OrderBy     string   `json:"orderBy,omitempty" jsonschema:"TIME_ASC (default), TIME_DESC or REPORTS_DESC."`
	First       int      `json:"first,omitempty" jsonschema:"How many to return: 1 to 50, 10 by default."`
	After       string   `json:"after,omitempty" jsonschema:"Continue after the endCursor of an earlier answer."`
}

const contactsQuery = `query($who: EntityRef, $with: EntityRef, $means: [Means!], $status: [EventStatus!], $during: EDTF, $knownBy: Date, $publisher: String, $text: String, $about: String, $minArticles: Int, $orderBy: EventOrder, $first: Int, $after: String) {
  contacts(who: $who, with: $with, means: $means, status: $status, during: $during, knownBy: $knownBy, publisher: $publisher, text: $text, about: $about, minArticles: $minArticles, orderBy: $orderBy, first: $first, after: $after) {
    totalCount
    pageInfo { hasNextPage endCursor }
    nodes {
      id summary status means articleCount
      time { edtf text }
      place { name }
      participants { role entity { id name } onBehalfOf { id name } }
      conflicts { kind explanation }
      reports(first: 3) { totalCount nodes { id status quote attributedTo { name } article { title publisher published url } } }
    }
  }
}`

func (a asker) askContacts(ctx context.Context, _ *sdk.CallToolRequest, in askContactsInput) (*sdk.CallToolResult, Answer, error) {
	size, err := first(in.First)
	if err != nil {
		return nil, Answer{}, err
	}
	variables := map[string]any{"first": size}
	for name, value := range map[string]string{
		"during": in.During, "knownBy": in.KnownBy, "publisher": in.Publisher, "text": in.Text, "about": in.About,
		"orderBy": in.OrderBy, "after": in.After,
	} {
		if value != "" {
			variables[name] = value
		}
	}
	for name, list := range map[string][]string{"means": in.Means, "status": in.Status} {
		if len(list) > 0 {
			variables[name] = list
		}
	}
	if in.MinArticles != 0 {
		variables["minArticles"] = in.MinArticles
	}
	if err := errors.Join(addParty(variables, "who", in.Who, in.WhoCountry), addParty(variables, "with", in.With, in.WithCountry)); err != nil {
		return nil, Answer{}, err
	}
	var found map[string]any
	if err := a.ask(ctx, contactsQuery, variables, &found); err != nil {
		return nil, Answer{}, err
	}
	return quoted(found["contacts"])
}

// addParty sets a party by its country, ID or name.
func addParty(variables map[string]any, argument, party, country string) error {
	switch {
	case party != "" && country != "":
		return fmt.Errorf("BAD_USER_INPUT: give %s or %sCountry, not both", argument, argument)
	case country != "":
		variables[argument] = map[string]any{"country": country}
	case isID(party):
		variables[argument] = map[string]any{"id": party}
	case party != "":
		variables[argument] = map[string]any{"name": party}
	}
	return nil
}

// isID reports whether a text has the form of an entity's ID: a prefix and 20 letters.
func isID(text string) bool {
	const length = len("per_") + 20
	if len(text) != length {
		return false
	}
	switch text[:4] {
	case "per_", "org_", "pla_":
		return true
	}
	return false
}

type openQuotesInput struct {
	Event string `json:"event" jsonschema:"The ID of a contact, from ask_contacts."`
	First int    `json:"first,omitempty" jsonschema:"How many reports to return: 1 to 50, 10 by default."`
	After string `json:"after,omitempty" jsonschema:"Continue after the endCursor of an earlier answer."`
}

const quotesQuery = `query($id: ID!, $first: Int, $after: String) {
  node(id: $id) { ... on Event { id summary status time { edtf text } conflicts { kind explanation }
    reports(first: $first, after: $after) { totalCount pageInfo { hasNextPage endCursor }
      nodes { id status quote start end confidence attributedTo { name } article { id title publisher byline published url text } } } } }
}`

// openEvent is what openQuotes reads. Fields have the names of the API.
type openEvent struct {
	ID        string          `json:"id"`
	Summary   string          `json:"summary"`
	Status    string          `json:"status"`
	Time      map[string]any  `json:"time"`
	Conflicts []any           `json:"conflicts"`
	Reports   openReportsPage `json:"reports"`
}

type openReportsPage struct {
	TotalCount int            `json:"totalCount"`
	PageInfo   map[string]any `json:"pageInfo"`
	Nodes      []*openReport  `json:"nodes"`
}

type openReport struct {
	ID     string `json:"id"`
	Status string `json:"status"`
	// Before and After are what stands around the quote in the article.
	Before       string      `json:"before"`
	Quote        string      `json:"quote"`
	After        string      `json:"after"`
	Start        int         `json:"start"`
	End          int         `json:"end"`
	Confidence   float64     `json:"confidence"`
	AttributedTo []any       `json:"attributedTo"`
	Article      openArticle `json:"article"`
}

type openArticle struct {
	ID        string  `json:"id"`
	Title     *string `json:"title"`
	Publisher *string `json:"publisher"`
	Byline    *string `json:"byline"`
	Published *string `json:"published"`
	URL       *string `json:"url"`
	Text      string  `json:"text,omitempty"`
}

func (a asker) openQuotes(ctx context.Context, _ *sdk.CallToolRequest, in openQuotesInput) (*sdk.CallToolResult, Answer, error) {
	size, err := first(in.First)
	if err != nil {
		return nil, Answer{}, err
	}
	variables := map[string]any{"id": in.Event, "first": size}
	if in.After != "" {
		variables["after"] = in.After
	}
	var found struct{ Node *openEvent }
	if err := a.ask(ctx, quotesQuery, variables, &found); err != nil {
		return nil, Answer{}, err
	}
	if found.Node == nil || found.Node.ID == "" {
		return nil, Answer{}, fmt.Errorf("NOT_FOUND: no contact has the ID %q: take an ID that ask_contacts gave", in.Event)
	}
	for _, r := range found.Node.Reports.Nodes {
		r.surround()
	}
	return quoted(found.Node)
}

// around is how much text on each side of a quote is shown, in code points.
const around = 400

// surround fills what stands around the quote, and drops the rest of the text.
func (r *openReport) surround() {
	text := []rune(r.Article.Text)
	r.Article.Text = ""
	if r.Start < 0 || r.End > len(text) || r.Start > r.End {
		return
	}
	r.Before = string(text[max(0, r.Start-around):r.Start])
	r.After = string(text[r.End:min(len(text), r.End+around)])
}
