package graphtest

import (
	"context"
	"slices"
	"strings"

	"dateline/graph"
)

// words returns the words of full-text search.
func words(text string) []string { return strings.Fields(graph.Fold(text)) }

func hasWords(text, asked []string) bool {
	return !slices.ContainsFunc(asked, func(word string) bool { return !slices.Contains(text, word) })
}

// Search scans all names, titles and quotes.
func (m nodeReader) Search(ctx context.Context, text string, page graph.PageRequest) (*graph.SearchPage, error) {
	s, err := m.read(ctx)
	if err != nil {
		return nil, err
	}
	length := map[string]int{}
	l := list[graph.Node]{order: "search", width: 2, keys: func(n graph.Node) []string {
		return []string{numberKey(length[n.NodeID()]), n.NodeID()}
	}}
	asked := words(text)
	found := func(id string, texts ...string) bool {
		for _, text := range texts {
			has := words(text)
			if len(asked) > 0 && hasWords(has, asked) && (length[id] == 0 || len(has) < length[id]) {
				length[id] = len(has)
			}
		}
		return length[id] > 0
	}
	for id, in := range s.entities {
		if found(id, foldedNames(in.entity)...) {
			l.nodes = append(l.nodes, s.entity(id))
		}
	}
	for id, b := range s.batches {
		if found(id, b.Article.Title) {
			l.nodes = append(l.nodes, s.article(id))
		}
	}
	for id, e := range s.events {
		var quotes []string
		for _, report := range e.ReportIDs {
			quotes = append(quotes, s.index().reports[report].Quote)
		}
		if found(id, append(quotes, e.Summary+" "+string(e.Means))...) {
			event, err := s.event(id, 0)
			if err != nil {
				return nil, err
			}
			l.nodes = append(l.nodes, event)
		}
	}
	return l.page(page)
}
