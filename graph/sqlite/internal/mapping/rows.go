package mapping

import (
	"dateline/graph"
	"dateline/graph/storekit"
)

// The columns of each table, as the functions below read them. Those in brief lack
// whatever graph.Without lets a store leave out: details, conflicts, merges and related
// events of events, parties, sources and details of reports, details of articles and
// entities. A cited report has its sources.
const (
	BriefArticleColumns = `a.id, a.url, a.title, a.publisher, a.published`
	BriefReportColumns  = `r.id, r.article_id, r.event_id, r.status, r.quote, r.start_offset, r.end_offset, r.article_row`
	CitedReportColumns  = BriefReportColumns + `, r.confidence, r.source_kind, r.by_hand, r.attributed_to, iif(r.attributed_to = '', '', r.parties)`
	BriefEntityColumns  = `e.id, e.kind, e.name`
	ArticleColumns      = `a.id, a.external_id, a.url, a.title, a.publisher, a.byline, a.published, a.published_from, a.language, a.loaded_at, a.source`
	ArticleTextColumns  = ArticleColumns + `, a.text`
	MemberColumns       = `m.id, m.block, m.kind, m.name, m.aliases, m.nominal, m.holder_id, m.organization_kind, m.country, m.positions`
	MentionColumns      = `n.start_offset, n.end_offset, n.form, n.text`
	ResolvedColumns     = ReportColumns + `, r.parties, r.article_row`
	ReportColumns       = `r.id, r.article_id, r.block, r.event_id, r.type, r.means, r.status, r.participants, r.edtf, r.time_text, r.time_anchor, r.time_bound, r.place_id, r.attributed_to, r.quote, r.start_offset, r.end_offset, r.confidence, r.claim, r.about, r.qualifier, r.several, r.denies_plan, r.by_hand, r.source_kind, r.page`
	EntityColumns       = `e.id, e.kind, e.name, e.aliases, e.nominal, e.country, e.organization_kind, e.positions`
	BriefEventColumns   = `e.id, e.block, e.type, e.means, e.status, e.summary, e.edtf, e.time_text, e.time_anchor, e.time_bound, e.place_id, e.article_count, e.publisher_count, e.participants, e.report_ids, e.report_rows`
	EditColumns         = `e.content, e.withdrawn, e.overruled`
	ReviewColumns       = `v.id, v.kind, v.locked_by, v.locked_until, (SELECT json_group_array(s.author ORDER BY s.author) FROM review_skips s WHERE s.review_id = v.id), v.content`
	EventColumns        = BriefEventColumns + `, e.about, e.qualifier, e.several, e.denies_plan, e.conflicts, e.merges, e.related`
)

// ReadWholeArticle reads ArticleTextColumns.
func ReadWholeArticle(r *Row) *graph.Article {
	a := storekit.ReadArticle(r)
	a.Text = r.Text()
	return a
}

// ReadArticle reads ArticleColumns.
func ReadArticle(r *Row) *graph.Article { return storekit.ReadArticle(r) }

// ReadBriefArticle reads BriefArticleColumns.
func ReadBriefArticle(r *Row) *graph.Article { return storekit.ReadBriefArticle(r) }

// ReadMention reads MentionColumns.
func ReadMention(r *Row) graph.MentionSpan {
	return graph.MentionSpan{Start: r.Count(), End: r.Count(), Form: graph.MentionForm(r.Text()), Text: r.Text()}
}

// ReadResolved reads ResolvedColumns. The parties are entity IDs.
func ReadResolved(r *Row) *graph.Report {
	report := storekit.ReadResolvedReport(r)
	r.Memo.NoteRow(report.ArticleID, r.Number())
	return report
}

// ReadBriefReport reads BriefReportColumns.
func ReadBriefReport(r *Row) *graph.Report {
	report := &graph.Report{
		ID: r.Text(), ArticleID: r.Text(), EventID: r.Text(), Status: graph.Status(r.Text()), Quote: r.Text(), Start: r.Count(), End: r.Count(),
	}
	r.Memo.NoteRow(report.ArticleID, r.Number())
	return report
}

// ReadCitedReport reads CitedReportColumns. Those who said it are entity IDs.
func ReadCitedReport(r *Row) *graph.Report {
	report := ReadBriefReport(r)
	report.Confidence, report.Stated, report.ByHand = r.Float(), graph.SourceKind(r.Text()), r.Bool()
	storekit.ReadSources(r, report)
	return report
}

// ReadEntity reads EntityColumns.
func ReadEntity(r *Row) graph.Entity {
	id, kind := r.Text(), graph.EntityKind(r.Text())
	named := graph.Profile{ID: id, Name: r.Text(), Aliases: r.Texts(), Nominal: r.Bool(), Country: r.Text()}
	return r.entityOf(kind, named, graph.OrganizationKind(r.Text()), storekit.ReadPositions(r))
}

// ReadBriefEntity reads BriefEntityColumns.
func ReadBriefEntity(r *Row) graph.Entity {
	id, kind := r.Text(), graph.EntityKind(r.Text())
	return r.entityOf(kind, graph.Profile{ID: id, Name: r.Text()}, "", nil)
}

func (r *Row) entityOf(kind graph.EntityKind, named graph.Profile, organizationKind graph.OrganizationKind, positions []graph.Position) graph.Entity {
	switch kind {
	case graph.KindPerson:
		return &graph.Person{Profile: named, Positions: positions}
	case graph.KindOrganization:
		return &graph.Organization{Profile: named, Kind: organizationKind}
	case graph.KindPlace:
		return &graph.Place{Profile: named}
	}
	r.Fault("of entity %s has kind %q", named.ID, kind)
	return nil
}

// ReadEvent reads EventColumns.
func ReadEvent(r *Row) *graph.Event {
	e := ReadBriefEvent(r)
	storekit.ReadFindings(r, e)
	return e
}

// ReadBriefEvent reads BriefEventColumns.
func ReadBriefEvent(r *Row) *graph.Event {
	e := storekit.ReadBriefEvent(r)
	rows := r.numbers()
	for i := range min(len(rows), len(e.ReportIDs)) {
		r.Memo.NoteRow(e.ReportIDs[i], rows[i])
	}
	return e
}
