package unit

import (
	"errors"
	"slices"

	"dateline/graph"
	"dateline/graph/sqlite/internal/db"
	"dateline/graph/sqlite/internal/mapping"
	"dateline/graph/sqlite/internal/read"
	"dateline/graph/storekit"
)

const (
	putArticle = `INSERT INTO articles (id, external_id, url, title, title_length, publisher, publisher_folded, byline, published, published_from, language, loaded_at, text, host, source, sum)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16)
ON CONFLICT (id) DO UPDATE SET external_id = ?2, url = ?3, title = ?4, title_length = ?5, publisher = ?6, publisher_folded = ?7, byline = ?8, published = ?9,
published_from = ?10, language = ?11, loaded_at = ?12, text = ?13, host = ?14, source = ?15, sum = ?16
RETURNING row`
	selectFrom       = `SELECT id FROM articles WHERE source <> '' AND source IN (SELECT value FROM json_each(?)) ORDER BY id`
	selectArticleRow = `SELECT row FROM articles WHERE id = ?`

	selectClusters = `SELECT id, entity_id FROM members WHERE article_id = ? AND entity_id IS NOT NULL`
	putMember      = `INSERT INTO members (block, id, article_id, position, entity_id, kind, name, aliases, nominal, holder_id, organization_kind, country, positions, mention_count, report_count)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`
	deleteMembers = `DELETE FROM members WHERE article_id = ?`

	putMentions    = `INSERT INTO mentions (article_id, member_id, position, start_offset, end_offset, form, text) VALUES `
	deleteMentions = `DELETE FROM mentions WHERE article_id = ?`

	articleRow = `SELECT row FROM articles WHERE id = ?2`

	// A report that the new version still has stays in its event.
	putReport = `INSERT INTO reports (id, article_id, article_row, position, block, type, means, status, participants, edtf, time_text, time_anchor, place_id, attributed_to, quote, start_offset, end_offset, confidence, claim, quote_length, time_bound, about, qualifier, several, denies_plan, by_hand, source_kind, page, parties)
VALUES (?1, ?2, (` + articleRow + `), ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22, ?23, ?24, ?25, ?26, ?27, '')
ON CONFLICT (id) DO UPDATE SET article_id = ?2, article_row = (` + articleRow + `), position = ?3, block = ?4, type = ?5, means = ?6, status = ?7, participants = ?8, edtf = ?9,
time_text = ?10, time_anchor = ?11, place_id = ?12, attributed_to = ?13, quote = ?14, start_offset = ?15, end_offset = ?16, confidence = ?17, claim = ?18, quote_length = ?19, time_bound = ?20, about = ?21, qualifier = ?22, several = ?23, denies_plan = ?24, by_hand = ?25, source_kind = ?26, page = ?27
RETURNING row`
	selectReportRows = `SELECT row FROM reports WHERE article_id = ?`
	deleteReports    = `DELETE FROM reports WHERE article_id = ?1 AND id NOT IN (SELECT value FROM json_each(?2))`

	putReportParties    = `INSERT OR IGNORE INTO report_parties (article_id, report_id, member_id) VALUES `
	deleteReportParties = `DELETE FROM report_parties WHERE article_id = ?`

	putOriginal    = `INSERT OR REPLACE INTO originals (article_id, extraction) VALUES (?, ?)`
	deleteOriginal = `DELETE FROM originals WHERE article_id = ?`
	deleteArticle  = `DELETE FROM articles WHERE id = ?`
)

// articles writes articles with all that is of them.
type articles struct {
	*blockReader
	left    leaving
	parties *reportParties
	words   fullText
	log     *eventLog
}

// ArticlesFrom finds articles by where they were loaded from.
func (tx *articles) ArticlesFrom(sources []graph.Source) ([]string, error) {
	texts, err := storekit.SourceTexts(sources)
	if err != nil || len(texts) == 0 {
		return nil, db.Translate(err, "articles from %d sources", len(sources))
	}
	ids, err := tx.Texts(selectFrom, mapping.IDList(texts))
	return ids, db.Translate(err, "articles from %d sources", len(sources))
}

// Batches reads articles with their members, mentions and reports. There is one writer,
// so that nobody else can change them.
func (tx *articles) Batches(articleIDs []string) (map[string]*graph.Batch, error) {
	batches := make(map[string]*graph.Batch)
	for _, id := range articleIDs {
		if batches[id] != nil {
			continue
		}
		b, err := read.Batch(tx.View, id)
		if errors.Is(err, graph.ErrNotFound) {
			continue
		}
		if err != nil {
			return nil, db.Translate(err, "batch of %q", id)
		}
		batches[id] = b
	}
	return batches, nil
}

// PutBatch stores a batch, and replaces what was stored of its article.
func (tx *articles) PutBatch(b *graph.Batch) error {
	return db.Translate(tx.blocks.faultless(tx.putBatch(b)), "put batch of %s", b.Article.ID)
}

func (tx *articles) putBatch(b *graph.Batch) error {
	memberIDs := make([]string, len(b.Members))
	for i := range b.Members {
		memberIDs[i] = b.Members[i].ID
	}
	reportIDs := make([]string, len(b.Reports))
	for i := range b.Reports {
		reportIDs[i] = b.Reports[i].ID
	}
	_, exists, err := tx.Number(selectArticleRow, b.Article.ID)
	if err != nil {
		return err
	}
	var clusters map[string]string
	if exists {
		tx.blocks.empty()
		if clusters, err = tx.clearBatch(b.Article.ID, memberIDs, reportIDs); err != nil {
			return err
		}
	}
	if err := errors.Join(tx.putArticle(&b.Article, b.Sum()), tx.putOriginal(b, exists)); err != nil {
		return err
	}
	naming := reportsNaming(b)
	for i := range b.Members {
		m := &b.Members[i]
		if err := tx.putMember(b.Article.ID, i, m, clusters[m.ID], naming[m.ID]); err != nil {
			return err
		}
	}
	for i := range b.Reports {
		if err := tx.putReport(i, &b.Reports[i]); err != nil {
			return err
		}
		if !exists {
			tx.place(&b.Reports[i], &b.Article)
		}
	}
	return nil
}

// clearBatch deletes what the new version of an article lacks, and what is inserted
// again with its batch. The reports that it still has stay: they keep their event, and
// their row of full text. It returns the entities of the members, which are inserted
// again.
func (tx *articles) clearBatch(articleID string, memberIDs, reportIDs []string) (map[string]string, error) {
	if err := tx.left.leave(articleID, slices.Concat(memberIDs, reportIDs)); err != nil {
		return nil, err
	}
	clusters, err := tx.Pairs(selectClusters, articleID)
	if err != nil {
		return nil, err
	}
	if err := tx.words.deleteOf(tx.statements, read.TitleWords, selectArticleRow, articleID); err != nil {
		return nil, err
	}
	if err := tx.words.deleteOf(tx.statements, read.QuoteWords, selectReportRows, articleID); err != nil {
		return nil, err
	}
	for _, query := range []string{deleteReportParties, deleteMentions, deleteMembers} {
		if err := tx.exec(query, articleID); err != nil {
			return nil, err
		}
	}
	return clusters, tx.exec(deleteReports, articleID, mapping.IDList(reportIDs))
}

func (tx *articles) putArticle(a *graph.Article, sum string) error {
	title := graph.Fold(a.Title)
	source, err := storekit.JSONText(a.Source, a.Source == graph.Source{})
	if err != nil {
		return err
	}
	row, _, err := tx.Number(putArticle, a.ID, a.ExternalID, a.URL, a.Title, storekit.WordCount(title), a.Publisher, graph.Fold(a.Publisher), a.Byline,
		mapping.DayNumber(a.Published), a.PublishedFrom, a.Language, mapping.InstantText(a.LoadedAt), a.Text, graph.Host(a.URL), source, sum)
	if err != nil {
		return err
	}
	tx.words.put(read.TitleWords, row, title)
	return nil
}

// reportsNaming counts the reports of a batch that name each member.
func reportsNaming(b *graph.Batch) map[string]int {
	counts := make(map[string]int)
	for i := range b.Reports {
		for _, id := range storekit.Distinct(slices.Collect(b.Reports[i].PartyIDs())) {
			counts[id]++
		}
	}
	return counts
}

// putMember inserts a member with the entity that it was in, "" for none.
// It is named in so many reports.
func (tx *articles) putMember(articleID string, position int, m *graph.Member, entityID string, reports int) error {
	err := tx.exec(putMember, m.Block, m.ID, articleID, position, db.Nullable(entityID), string(m.Kind), m.Name, mapping.ListText(m.Aliases), m.Nominal,
		m.HolderID, string(m.OrganizationKind), m.Country, mapping.ListText(storekit.PositionTexts(m.Positions)), len(m.Mentions), reports)
	if err != nil {
		return err
	}
	tx.parties.fresh[m.ID] = true
	tx.blocks.addMember(m)
	tx.blocks.setEntity(m.ID, entityID)
	rows := make([][]any, len(m.Mentions))
	for i, span := range m.Mentions {
		rows[i] = []any{articleID, m.ID, i, span.Start, span.End, string(span.Form), span.Text}
	}
	return tx.insertRows(putMentions, rows)
}

func (tx *articles) putReport(position int, r *graph.Report) error {
	claim, err := storekit.JSONText(r.Claim, r.Claim == nil)
	about, aboutErr := storekit.JSONText(r.About, len(r.About) == 0)
	if err := errors.Join(err, aboutErr); err != nil {
		return err
	}
	span, quote := mapping.ColumnsOfSpan(r.Time), graph.Fold(r.Quote)
	row, _, err := tx.Number(putReport, r.ID, r.ArticleID, position, r.Block, string(r.Type), string(r.Means), string(r.Status),
		mapping.ListText(storekit.ParticipantTexts(r.Participants)), span.EDTF, span.Text, span.Anchor, r.PlaceID,
		mapping.ListText(r.AttributedToIDs), r.Quote, r.Start, r.End,
		r.Confidence, claim, storekit.WordCount(quote), span.Bound, about, r.Qualifier, r.Several, r.DeniesPlan, r.ByHand, string(r.Stated), storekit.PageText(r.Page))
	if err != nil {
		return err
	}
	tx.parties.unresolved[r.ID] = true
	tx.words.put(read.QuoteWords, row, quote)
	var parties [][]any
	for id := range r.PartyIDs() {
		parties = append(parties, []any{r.ArticleID, r.ID, id})
	}
	return tx.insertRows(putReportParties, parties)
}

// RemoveArticle deletes an article with all that is of it.
func (tx *articles) RemoveArticle(articleID string) error {
	return db.Translate(tx.blocks.faultless(tx.removeArticle(articleID)), "remove article %q", articleID)
}

func (tx *articles) removeArticle(articleID string) error {
	_, exists, err := tx.Number(selectArticleRow, articleID)
	if err != nil || !exists {
		return err
	}
	tx.blocks.empty()
	tx.log.redacting = true
	if _, err := tx.clearBatch(articleID, nil, nil); err != nil {
		return err
	}
	for _, query := range []string{deleteOriginal, deleteArticle} {
		if err := tx.exec(query, articleID); err != nil {
			return err
		}
	}
	return nil
}

// putOriginal stores what was extracted, if edits have changed it.
func (tx *articles) putOriginal(b *graph.Batch, exists bool) error {
	if b.Original == nil {
		if !exists {
			return nil
		}
		return tx.exec(deleteOriginal, b.Article.ID)
	}
	text, err := storekit.JSONText(storekit.CloneBatch(b).Original, false)
	if err != nil {
		return err
	}
	return tx.exec(putOriginal, b.Article.ID, text)
}
