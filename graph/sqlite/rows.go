package sqlite

import (
	"encoding/json"
	"fmt"

	"dateline/graph"
)

// The columns of each table as the functions below read them.
const (
	articleColumns     = `a.id, a.external_id, a.url, a.title, a.publisher, a.byline, a.published, a.published_from, a.language, a.loaded_at`
	articleTextColumns = articleColumns + `, a.text`
	memberColumns      = `m.id, m.block, m.kind, m.name, m.aliases, m.nominal, m.holder_id, m.organization_kind, m.country, m.positions`
	mentionColumns     = `n.start_offset, n.end_offset, n.form, n.text`
	reportColumns      = `r.id, r.article_id, r.block, r.event_id, r.type, r.means, r.status, r.participants, r.edtf, r.time_text, r.time_anchor, r.place_id, r.attributed_to, r.quote, r.start_offset, r.end_offset, r.confidence, r.claim`
	entityColumns      = `e.id, e.kind, e.name, e.aliases, e.country, e.organization_kind, e.positions`
	eventColumns       = `e.id, e.block, e.type, e.means, e.status, e.summary, e.edtf, e.time_text, e.time_anchor, e.place_id, e.article_count, e.publisher_count, e.participants, e.report_ids, e.conflicts`
)

// scanArticle reads articleColumns.
func scanArticle(scan scanner) (*graph.Article, error) { return readArticle(scan, nil) }

// scanWholeArticle reads articleTextColumns after those of before.
func scanWholeArticle(scan scanner, before ...any) (*graph.Article, error) {
	var text string
	a, err := readArticle(scan, before, &text)
	if a != nil {
		a.Text = text
	}
	return a, err
}

func readArticle(scan scanner, before []any, after ...any) (*graph.Article, error) {
	var a graph.Article
	var published int64
	var loadedAt string
	dest := append(before, &a.ID, &a.ExternalID, &a.URL, &a.Title, &a.Publisher, &a.Byline, &published, &a.PublishedFrom, &a.Language, &loadedAt)
	err := scan(append(dest, after...)...)
	if err != nil {
		return nil, err
	}
	a.Published = dayOf(published)
	a.LoadedAt, err = readInstant(loadedAt)
	return &a, err
}

// scanMember reads memberColumns.
func scanMember(scan scanner) (graph.Member, error) {
	var m graph.Member
	var aliases, positions string
	err := scan(&m.ID, &m.Block, &m.Kind, &m.Name, &aliases, &m.Nominal, &m.HolderID, &m.OrganizationKind, &m.Country, &positions)
	if err == nil {
		err = readList(aliases, &m.Aliases)
	}
	if err == nil {
		err = readList(positions, &m.Positions)
	}
	return m, err
}

// scanReport reads reportColumns after those of before; parties are member IDs.
func scanReport(scan scanner, before ...any) (*graph.Report, error) {
	var r graph.Report
	var participants, attributedTo, claim string
	var eventID *string
	var span spanColumns
	err := scan(append(before, &r.ID, &r.ArticleID, &r.Block, &eventID, &r.Type, &r.Means, &r.Status, &participants, &span.edtf, &span.text, &span.anchor,
		&r.PlaceID, &attributedTo, &r.Quote, &r.Start, &r.End, &r.Confidence, &claim)...)
	if err != nil {
		return nil, err
	}
	if eventID != nil {
		r.EventID = *eventID
	}
	if r.Time, err = span.span(); err != nil {
		return nil, err
	}
	if err := readList(participants, &r.Participants); err != nil {
		return nil, err
	}
	if err := readList(attributedTo, &r.AttributedToIDs); err != nil {
		return nil, err
	}
	r.Claim, err = readClaim(claim)
	return &r, err
}

func claimText(c *graph.Claim) (string, error) {
	if c == nil {
		return "", nil
	}
	data, err := json.Marshal(c)
	return string(data), err
}

func readClaim(text string) (*graph.Claim, error) {
	if text == "" {
		return nil, nil
	}
	var c graph.Claim
	if err := json.Unmarshal([]byte(text), &c); err != nil {
		return nil, fmt.Errorf("%w: claim %.80q: %w", graph.ErrCorrupt, text, err)
	}
	return &c, nil
}

// scanEntity reads entityColumns after those of before.
func scanEntity(scan scanner, before ...any) (graph.Entity, error) {
	var n graph.Named
	var kind graph.EntityKind
	var organizationKind graph.OrganizationKind
	var aliases, positions string
	err := scan(append(before, &n.ID, &kind, &n.Name, &aliases, &n.Country, &organizationKind, &positions)...)
	if err == nil {
		err = readList(aliases, &n.Aliases)
	}
	if err != nil {
		return nil, err
	}
	switch kind {
	case graph.KindPerson:
		p := &graph.Person{Named: n}
		return p, readList(positions, &p.Positions)
	case graph.KindOrganization:
		return &graph.Organization{Named: n, Kind: organizationKind}, nil
	case graph.KindPlace:
		return &graph.Place{Named: n}, nil
	}
	return nil, fmt.Errorf("%w: entity %s is of kind %q", graph.ErrCorrupt, n.ID, kind)
}

// scanEvent reads eventColumns after those of before.
func scanEvent(scan scanner, before ...any) (*graph.Event, error) {
	var e graph.Event
	var participants, reportIDs, conflicts string
	var span spanColumns
	err := scan(append(before, &e.ID, &e.Block, &e.Type, &e.Means, &e.Status, &e.Summary, &span.edtf, &span.text, &span.anchor, &e.PlaceID,
		&e.ArticleCount, &e.PublisherCount, &participants, &reportIDs, &conflicts)...)
	if err != nil {
		return nil, err
	}
	if e.Time, err = span.span(); err != nil {
		return nil, err
	}
	if err := readList(participants, &e.Participants); err != nil {
		return nil, err
	}
	if err := readList(reportIDs, &e.ReportIDs); err != nil {
		return nil, err
	}
	return &e, readList(conflicts, &e.Conflicts)
}
