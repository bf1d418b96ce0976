package sqlite

import (
	"dateline/graph"
	"dateline/graph/storekit"
)

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

// readWholeArticle reads articleTextColumns.
func readWholeArticle(r *row) *graph.Article {
	a := storekit.ReadArticle(r)
	a.Text = r.Text()
	return a
}

func readArticle(r *row) *graph.Article      { return storekit.ReadArticle(r) }
func readBriefArticle(r *row) *graph.Article { return storekit.ReadBriefArticle(r) }

func readMention(r *row) graph.MentionSpan {
	return graph.MentionSpan{Start: r.Count(), End: r.Count(), Form: graph.MentionForm(r.Text()), Text: r.Text()}
}

// readResolved reads resolvedColumns. Its parties are entity IDs.
func readResolved(r *row) *graph.Report {
	report := storekit.ReadResolvedReport(r)
	r.conn.noteRow(report.ArticleID, r.Number())
	return report
}

func readBriefReport(r *row) *graph.Report {
	report := &graph.Report{
		ID: r.Text(), ArticleID: r.Text(), EventID: r.Text(), Status: graph.Status(r.Text()), Quote: r.Text(), Start: r.Count(), End: r.Count(),
	}
	r.conn.noteRow(report.ArticleID, r.Number())
	return report
}

func readEntity(r *row) graph.Entity {
	id, kind := r.Text(), graph.EntityKind(r.Text())
	named := graph.Profile{ID: id, Name: r.Text(), Aliases: r.Texts(), Nominal: r.Bool(), Country: r.Text()}
	return r.entityOf(kind, named, graph.OrganizationKind(r.Text()), storekit.ReadPositions(r))
}

func readBriefEntity(r *row) graph.Entity {
	id, kind := r.Text(), graph.EntityKind(r.Text())
	return r.entityOf(kind, graph.Profile{ID: id, Name: r.Text()}, "", nil)
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
	r.Fault("of entity %s is of kind %q", named.ID, kind)
	return nil
}

func readEvent(r *row) *graph.Event {
	e := readBriefEvent(r)
	storekit.ReadFindings(r, e)
	return e
}

func readBriefEvent(r *row) *graph.Event {
	e := storekit.ReadBriefEvent(r)
	rows := r.numbers()
	for i := range min(len(rows), len(e.ReportIDs)) {
		r.conn.noteRow(e.ReportIDs[i], rows[i])
	}
	return e
}
