package read

import (
	"fmt"

	"dateline/graph"
	"dateline/graph/sqlite/internal/mapping"
	"dateline/graph/storekit"
)

// Batch reads the batch of an article. It returns ErrNotFound if none is stored.
func Batch(r *View, articleID string) (*graph.Batch, error) {
	b := new(graph.Batch)
	found := false
	err := r.Each(selectArticle, []any{articleID}, func(r *mapping.Row) error {
		b.Article, found = *mapping.ReadWholeArticle(r), true
		return nil
	})
	if err == nil && !found {
		err = fmt.Errorf("article: %w", graph.ErrNotFound)
	}
	if err != nil {
		return nil, err
	}
	if b.Members, err = membersOf(r, articleID); err != nil {
		return nil, err
	}
	err = r.Each(selectArticleReports, []any{articleID}, func(r *mapping.Row) error {
		report := storekit.ReadReport(r)
		report.EventID = "" // nothing is filled in a batch
		b.Reports = append(b.Reports, *report)
		return nil
	})
	if err != nil {
		return nil, err
	}
	err = r.Each(selectOriginal, []any{articleID}, func(r *mapping.Row) error {
		b.Original = new(graph.Extraction)
		r.JSON(b.Original)
		return nil
	})
	return b, err
}

func membersOf(r *View, articleID string) ([]graph.Member, error) {
	var members []graph.Member
	err := r.Each(selectArticleMembers, []any{articleID}, func(r *mapping.Row) error {
		members = append(members, storekit.ReadMember(r))
		return nil
	})
	if err != nil {
		return nil, err
	}
	mentions := make(map[string][]graph.MentionSpan)
	err = r.Each(selectMentions, []any{articleID}, func(r *mapping.Row) error {
		memberID := r.Text()
		mentions[memberID] = append(mentions[memberID], mapping.ReadMention(r))
		return nil
	})
	for i := range members {
		members[i].Mentions = mentions[members[i].ID]
	}
	return members, err
}

const selectArticle = `SELECT ` + mapping.ArticleTextColumns + ` FROM articles a WHERE a.id = ?`

const selectArticleMembers = `SELECT ` + mapping.MemberColumns + ` FROM members m WHERE m.article_id = ? ORDER BY m.position`

const selectMentions = `SELECT n.member_id, ` + mapping.MentionColumns + ` FROM mentions n WHERE n.article_id = ? ORDER BY n.member_id, n.position`

const selectArticleReports = `SELECT ` + mapping.ReportColumns + ` FROM reports r WHERE r.article_id = ? ORDER BY r.position`

const selectOriginal = `SELECT extraction FROM originals WHERE article_id = ?`
