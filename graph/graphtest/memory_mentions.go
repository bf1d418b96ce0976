package graphtest

import (
	"context"

	"dateline/graph"
)

// MentionsOf scans the members of each entity.
func (m entityReader) MentionsOf(ctx context.Context, entityIDs []string, page graph.PageRequest) ([]*graph.MentionPage, error) {
	s, err := m.read(ctx)
	if err != nil {
		return nil, err
	}
	return each(entityIDs, func(id string) (*graph.MentionPage, error) {
		return s.mentionsOf(s.entityID(id), page)
	})
}

func (s answers) mentionsOf(entityID string, page graph.PageRequest) (*graph.MentionPage, error) {
	memberOf := map[*graph.Mention]string{}
	l := list[*graph.Mention]{order: "mentions", width: 4, keys: func(m *graph.Mention) []string {
		return []string{m.Article.ID, numberKey(m.Start), numberKey(m.End), memberOf[m]}
	}}
	for _, b := range s.batches {
		for i := range b.Members {
			member := &b.Members[i]
			if entityID == "" || s.entityID(member.ID) != entityID {
				continue
			}
			for _, span := range member.Mentions {
				mention := &graph.Mention{Entity: s.entity(entityID), Article: s.bareArticle(b.Article.ID), MemberID: member.ID, MentionSpan: span}
				memberOf[mention] = member.ID
				l.nodes = append(l.nodes, mention)
			}
		}
	}
	return l.page(page)
}

// MentionsIn scans the members of each article.
func (m entityReader) MentionsIn(ctx context.Context, articleIDs []string, page graph.PageRequest) ([]*graph.MentionPage, error) {
	s, err := m.read(ctx)
	if err != nil {
		return nil, err
	}
	return each(articleIDs, func(id string) (*graph.MentionPage, error) {
		l := list[*graph.Mention]{order: "mentions in an article", width: 3, keys: func(m *graph.Mention) []string {
			return []string{numberKey(m.Start), numberKey(m.End), m.MemberID}
		}}
		if b := s.batches[id]; b != nil {
			for i := range b.Members {
				member := &b.Members[i]
				for _, span := range member.Mentions {
					l.nodes = append(l.nodes, &graph.Mention{Entity: s.entity(s.entityID(member.ID)), Article: s.bareArticle(id), MemberID: member.ID, MentionSpan: span})
				}
			}
		}
		return l.page(page)
	})
}
