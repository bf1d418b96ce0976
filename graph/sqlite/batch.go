package sqlite

import (
	"fmt"
	"slices"

	"dateline/graph"
)

const (
	selectArticle        = `SELECT ` + articleTextColumns + ` FROM articles a WHERE a.id = ?`
	selectArticleMembers = `SELECT ` + memberColumns + ` FROM members m WHERE m.article_id = ? ORDER BY m.position`
	selectMentions       = `SELECT ` + mentionColumns + ` FROM mentions n WHERE n.member_id = ? ORDER BY n.position`
	selectArticleReports = `SELECT ` + reportColumns + ` FROM reports r WHERE r.article_id = ? ORDER BY r.position`

	putArticle = `INSERT INTO articles (id, external_id, url, title, title_length, publisher, publisher_folded, byline, published, published_from, language, loaded_at, text)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)
ON CONFLICT (id) DO UPDATE SET external_id = ?2, url = ?3, title = ?4, title_length = ?5, publisher = ?6, publisher_folded = ?7, byline = ?8, published = ?9,
published_from = ?10, language = ?11, loaded_at = ?12, text = ?13
RETURNING row`
	putTitleWords    = `INSERT INTO title_words (rowid, words) VALUES (?, ?)`
	deleteTitleWords = `DELETE FROM title_words WHERE rowid = (SELECT row FROM articles WHERE id = ?)`

	selectClusters = `SELECT id, entity_id FROM members WHERE article_id = ? AND entity_id IS NOT NULL`
	putMember      = `INSERT INTO members (block, id, article_id, position, entity_id, kind, name, aliases, nominal, holder_id, organization_kind, country, positions)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`
	deleteMembers = `DELETE FROM members WHERE article_id = ?`

	putMention     = `INSERT INTO mentions (member_id, position, start_offset, end_offset, form, text) VALUES (?, ?, ?, ?, ?, ?)`
	deleteMentions = `DELETE FROM mentions WHERE member_id IN (SELECT id FROM members WHERE article_id = ?)`

	// A report that the article keeps stays in its event.
	putReport = `INSERT INTO reports (id, article_id, position, block, type, means, status, participants, edtf, time_text, time_anchor, place_id, attributed_to, quote, start_offset, end_offset, confidence, claim, quote_length, parties)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, '')
ON CONFLICT (id) DO UPDATE SET article_id = ?2, position = ?3, block = ?4, type = ?5, means = ?6, status = ?7, participants = ?8, edtf = ?9,
time_text = ?10, time_anchor = ?11, place_id = ?12, attributed_to = ?13, quote = ?14, start_offset = ?15, end_offset = ?16, confidence = ?17, claim = ?18, quote_length = ?19
RETURNING row`
	deleteReports    = `DELETE FROM reports WHERE article_id = ?1 AND id NOT IN (SELECT value FROM json_each(?2))`
	putQuoteWords    = `INSERT INTO quote_words (rowid, words) VALUES (?, ?)`
	deleteQuoteWords = `DELETE FROM quote_words WHERE rowid IN (SELECT row FROM reports WHERE article_id = ?)`

	putReportParty      = `INSERT OR IGNORE INTO report_parties (report_id, member_id) VALUES (?, ?)`
	deleteReportParties = `DELETE FROM report_parties WHERE report_id IN (SELECT id FROM reports WHERE article_id = ?)`
)

// Batch reads an article with its members, mentions and reports.
func (tx *transaction) Batch(articleID string) (*graph.Batch, error) {
	b, err := tx.batch(articleID)
	return b, translate(err, "batch of %q", articleID)
}

func (r *reader) batch(articleID string) (*graph.Batch, error) {
	b := new(graph.Batch)
	found := false
	err := r.each(selectArticle, []any{articleID}, func(r *row) error {
		b.Article, found = *readWholeArticle(r), true
		return nil
	})
	if err == nil && !found {
		err = fmt.Errorf("article: %w", graph.ErrNotFound)
	}
	if err != nil {
		return nil, err
	}
	if b.Members, err = r.membersOf(articleID); err != nil {
		return nil, err
	}
	err = r.each(selectArticleReports, []any{articleID}, func(r *row) error {
		report := readReport(r)
		report.EventID = "" // nothing is filled in a batch
		b.Reports = append(b.Reports, *report)
		return nil
	})
	return b, err
}

func (r *reader) membersOf(articleID string) ([]graph.Member, error) {
	var members []graph.Member
	err := r.each(selectArticleMembers, []any{articleID}, func(r *row) error {
		members = append(members, readMember(r))
		return nil
	})
	for i := 0; i < len(members) && err == nil; i++ {
		m := &members[i]
		err = r.each(selectMentions, []any{m.ID}, func(r *row) error {
			m.Mentions = append(m.Mentions, readMention(r))
			return nil
		})
	}
	return members, err
}

// PutBatch stores a batch in place of what was stored of its article.
func (tx *transaction) PutBatch(b *graph.Batch) error {
	return translate(tx.putBatch(b), "put batch of %s", b.Article.ID)
}

func (tx *transaction) putBatch(b *graph.Batch) error {
	memberIDs := make([]string, len(b.Members))
	for i := range b.Members {
		memberIDs[i] = b.Members[i].ID
	}
	reportIDs := make([]string, len(b.Reports))
	for i := range b.Reports {
		reportIDs[i] = b.Reports[i].ID
	}
	if err := tx.leave(b.Article.ID, slices.Concat(memberIDs, reportIDs)); err != nil {
		return err
	}
	clusters, err := tx.pairs(selectClusters, b.Article.ID)
	if err != nil {
		return err
	}
	if err := tx.clearBatch(b.Article.ID); err != nil {
		return err
	}
	if err := tx.putArticle(&b.Article); err != nil {
		return err
	}
	for i := range b.Members {
		m := &b.Members[i]
		if err := tx.putMember(b.Article.ID, i, m, clusters[m.ID]); err != nil {
			return err
		}
	}
	for i := range b.Reports {
		if err := tx.putReport(i, &b.Reports[i]); err != nil {
			return err
		}
	}
	return tx.exec(deleteReports, b.Article.ID, idList(reportIDs))
}

// clearBatch deletes what is made anew with a batch. Reports are not: they keep
// their rows, by which full text finds them.
func (tx *transaction) clearBatch(articleID string) error {
	for _, query := range []string{deleteTitleWords, deleteQuoteWords, deleteReportParties, deleteMentions, deleteMembers} {
		if err := tx.exec(query, articleID); err != nil {
			return err
		}
	}
	return nil
}

func (tx *transaction) putArticle(a *graph.Article) error {
	title := graph.Fold(a.Title)
	row, _, err := tx.number(putArticle, a.ID, a.ExternalID, a.URL, a.Title, wordCount(title), a.Publisher, graph.Fold(a.Publisher), a.Byline,
		dayNumber(a.Published), a.PublishedFrom, a.Language, instantText(a.LoadedAt), a.Text)
	if err != nil {
		return err
	}
	return tx.exec(putTitleWords, row, title)
}

// putMember keeps the entity that the member was clustered into; "" is none.
func (tx *transaction) putMember(articleID string, position int, m *graph.Member, entityID string) error {
	err := tx.exec(putMember, m.Block, m.ID, articleID, position, nullable(entityID), string(m.Kind), m.Name, listText(m.Aliases), m.Nominal,
		m.HolderID, string(m.OrganizationKind), m.Country, positionsText(m.Positions))
	for i := 0; i < len(m.Mentions) && err == nil; i++ {
		span := &m.Mentions[i]
		err = tx.exec(putMention, m.ID, i, span.Start, span.End, string(span.Form), span.Text)
	}
	return err
}

func (tx *transaction) putReport(position int, r *graph.Report) error {
	claim, err := jsonText(r.Claim, r.Claim == nil)
	if err != nil {
		return err
	}
	span, quote := columnsOfSpan(r.Time), graph.Fold(r.Quote)
	row, _, err := tx.number(putReport, r.ID, r.ArticleID, position, r.Block, string(r.Type), string(r.Means), string(r.Status),
		participantsText(r.Participants), span.edtf, span.text, span.anchor, r.PlaceID, listText(r.AttributedToIDs), r.Quote, r.Start, r.End,
		r.Confidence, claim, wordCount(quote))
	if err != nil {
		return err
	}
	for id := range r.PartyIDs() {
		if err := tx.exec(putReportParty, r.ID, id); err != nil {
			return err
		}
	}
	tx.unresolved[r.ID] = true
	return tx.exec(putQuoteWords, row, quote)
}
