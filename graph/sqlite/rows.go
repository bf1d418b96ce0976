package sqlite

import "dateline/graph"

// The columns of each table as the functions below read them. What is read in brief
// lacks all that graph.Without lets a store leave out of its kind: conflicts, merges
// and related ones of events, parties and details of reports, details of articles and entities.
const (
	briefArticleColumns = `a.id, a.url, a.title, a.publisher, a.published`
	briefReportColumns  = `r.id, r.article_id, r.event_id, r.status, r.quote, r.start_offset, r.end_offset, r.article_row`
	briefEntityColumns  = `e.id, e.kind, e.name`
	articleColumns      = `a.id, a.external_id, a.url, a.title, a.publisher, a.byline, a.published, a.published_from, a.language, a.loaded_at`
	articleTextColumns  = articleColumns + `, a.text`
	memberColumns       = `m.id, m.block, m.kind, m.name, m.aliases, m.nominal, m.holder_id, m.organization_kind, m.country, m.positions`
	mentionColumns      = `n.start_offset, n.end_offset, n.form, n.text`
	resolvedColumns     = reportColumns + `, r.parties, r.article_row`
	reportColumns       = `r.id, r.article_id, r.block, r.event_id, r.type, r.means, r.status, r.participants, r.edtf, r.time_text, r.time_anchor, r.place_id, r.attributed_to, r.quote, r.start_offset, r.end_offset, r.confidence, r.claim`
	entityColumns       = `e.id, e.kind, e.name, e.aliases, e.nominal, e.country, e.organization_kind, e.positions`
	briefEventColumns   = `e.id, e.block, e.type, e.means, e.status, e.summary, e.edtf, e.time_text, e.time_anchor, e.place_id, e.article_count, e.publisher_count, e.participants, e.report_ids, e.report_rows`
	eventColumns        = briefEventColumns + `, e.conflicts, e.merges, e.related`
)

// readArticle reads articleColumns.
func readArticle(r *row) *graph.Article {
	return &graph.Article{
		ID: r.text(), ExternalID: r.text(), URL: r.text(), Title: r.text(), Publisher: r.text(), Byline: r.text(),
		Published: r.day(), PublishedFrom: r.text(), Language: r.text(), LoadedAt: r.instant(),
	}
}

func readBriefArticle(r *row) *graph.Article {
	return &graph.Article{ID: r.text(), URL: r.text(), Title: r.text(), Publisher: r.text(), Published: r.day()}
}

// readWholeArticle reads articleTextColumns.
func readWholeArticle(r *row) *graph.Article {
	a := readArticle(r)
	a.Text = r.text()
	return a
}

func readMember(r *row) graph.Member {
	return graph.Member{
		ID: r.text(), Block: r.text(), Kind: graph.EntityKind(r.text()), Name: r.text(), Aliases: r.list(), Nominal: r.truth(),
		HolderID: r.text(), OrganizationKind: graph.OrganizationKind(r.text()), Country: r.text(), Positions: r.positions(),
	}
}

func readMention(r *row) graph.MentionSpan {
	return graph.MentionSpan{Start: r.count(), End: r.count(), Form: graph.MentionForm(r.text()), Text: r.text()}
}

// readReport reads a report whose parties are member IDs.
func readReport(r *row) *graph.Report {
	report := &graph.Report{
		ID: r.text(), ArticleID: r.text(), Block: r.text(), EventID: r.text(),
		Type: graph.EventType(r.text()), Means: graph.Means(r.text()), Status: graph.Status(r.text()),
		Participants: r.participants(), Time: r.span(), PlaceID: r.text(), AttributedToIDs: r.list(),
		Quote: r.text(), Start: r.count(), End: r.count(), Confidence: r.real(),
	}
	r.json(&report.Claim)
	return report
}

// readResolved reads resolvedColumns. Its parties are entity IDs.
func readResolved(r *row) *graph.Report {
	report := readReport(r)
	parties := r.records(2)
	for i := range report.Participants {
		p := &report.Participants[i]
		p.EntityID, p.OnBehalfOfID = entityAmong(parties, p.EntityID), entityAmong(parties, p.OnBehalfOfID)
	}
	for i, id := range report.AttributedToIDs {
		report.AttributedToIDs[i] = entityAmong(parties, id)
	}
	report.PlaceID = entityAmong(parties, report.PlaceID)
	r.conn.noteRow(report.ArticleID, r.number())
	return report
}

func readBriefReport(r *row) *graph.Report {
	report := &graph.Report{
		ID: r.text(), ArticleID: r.text(), EventID: r.text(), Status: graph.Status(r.text()), Quote: r.text(), Start: r.count(), End: r.count(),
	}
	r.conn.noteRow(report.ArticleID, r.number())
	return report
}

// entityAmong finds a member's entity in a handful of pairs; "" where it has none.
func entityAmong(parties []string, memberID string) string {
	for i := 0; i < len(parties); i += 2 {
		if parties[i] == memberID {
			return parties[i+1]
		}
	}
	return ""
}

func readEntity(r *row) graph.Entity {
	id, kind := r.text(), graph.EntityKind(r.text())
	named := graph.Profile{ID: id, Name: r.text(), Aliases: r.list(), Nominal: r.truth(), Country: r.text()}
	return r.entityOf(kind, named, graph.OrganizationKind(r.text()), r.positions())
}

func readBriefEntity(r *row) graph.Entity {
	id, kind := r.text(), graph.EntityKind(r.text())
	return r.entityOf(kind, graph.Profile{ID: id, Name: r.text()}, "", nil)
}

func (r *row) entityOf(kind graph.EntityKind, named graph.Profile, organizationKind graph.OrganizationKind, positions []graph.Position) graph.Entity {
	switch kind {
	case graph.KindPerson:
		return &graph.Person{Profile: named, Positions: positions}
	case graph.KindOrganization:
		return &graph.Organization{Profile: named, Kind: organizationKind}
	case graph.KindPlace:
		return &graph.Place{Profile: named}
	}
	r.fault("of entity %s is of kind %q", named.ID, kind)
	return nil
}

func readEvent(r *row) *graph.Event {
	e := readBriefEvent(r)
	r.json(&e.Conflicts)
	r.json(&e.Merges)
	r.json(&e.Related)
	return e
}

func readBriefEvent(r *row) *graph.Event {
	e := &graph.Event{
		ID: r.text(), Block: r.text(), Type: graph.EventType(r.text()), Means: graph.Means(r.text()), Status: graph.Status(r.text()),
		Summary: r.text(), Time: r.span(), PlaceID: r.text(), ArticleCount: r.count(), PublisherCount: r.count(),
		Participants: r.participants(), ReportIDs: r.list(),
	}
	rows := r.numbers()
	for i := range min(len(rows), len(e.ReportIDs)) {
		r.conn.noteRow(e.ReportIDs[i], rows[i])
	}
	return e
}
