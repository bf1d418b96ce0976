package read

import (
	"context"
	"maps"
	"strings"

	"dateline/graph"
	"dateline/graph/sqlite/internal/db"
	"dateline/graph/sqlite/internal/mapping"
	"dateline/graph/storekit"
)

const (
	selectVocabulary = `SELECT term FROM name_vocabulary`
	selectNamesLike  = `SELECT DISTINCT n.entity_id FROM name_words w JOIN names n ON n.row = w.rowid WHERE w.words MATCH ?`
	selectPositions  = `SELECT positions, id FROM entities INDEXED BY entities_by_positions WHERE positions <> ''`
)

// Suggestions finds those who have words like those asked for in their names or in the
// titles of their positions, and then compares.
func (s *Reader) Suggestions(ctx context.Context, name string, first int) ([]graph.Suggestion, error) {
	var found []graph.Suggestion
	err := s.read(ctx, func(r *View) error {
		if err := storekit.CheckSuggestions(first); err != nil {
			return err
		}
		asked := storekit.NameWords(name)
		if len(asked) == 0 {
			return nil
		}
		candidates := make(map[string]bool)
		if err := r.namesLike(asked, candidates); err != nil {
			return err
		}
		if err := r.holdersLike(asked, candidates); err != nil {
			return err
		}
		var err error
		found, err = r.suggest(asked, candidates, first)
		return err
	})
	return found, db.Translate(err, "suggestions for %.80q", name)
}

// namesLike finds the entities that have a word like each of those asked for in a name.
func (r *View) namesLike(asked []string, into map[string]bool) error {
	alike := make([][]string, len(asked))
	vocabulary, err := r.Cache.words(func() ([]string, error) { return r.Texts(selectVocabulary) })
	if err != nil {
		return err
	}
	for _, term := range vocabulary {
		for i, word := range asked {
			if _, near := storekit.Near(word, term, i == len(asked)-1); near {
				alike[i] = append(alike[i], `"`+term+`"`)
			}
		}
	}
	groups := make([]string, len(alike))
	for i, words := range alike {
		if len(words) == 0 {
			return nil
		}
		groups[i] = "(" + strings.Join(words, " OR ") + ")"
	}
	ids, err := r.Texts(selectNamesLike, strings.Join(groups, " AND "))
	for _, id := range ids {
		into[id] = true
	}
	return err
}

// holdersLike finds the entities with a position whose title has a word like one of those
// asked for.
func (r *View) holdersLike(asked []string, into map[string]bool) error {
	known := make(map[string]bool) // titles
	return r.Each(selectPositions, nil, func(row *mapping.Row) error {
		titles, id := row.Texts(), row.Text()
		for i := 0; i < len(titles); i += 2 { // each with its organization
			near, seen := known[titles[i]]
			if !seen {
				near = storekit.IsNearTitle(asked, titles[i])
				known[titles[i]] = near
			}
			if near {
				into[id] = true
			}
		}
		return nil
	})
}

// suggest compares the candidates with the words, and returns the nearest.
func (r *View) suggest(asked []string, candidates map[string]bool, first int) ([]graph.Suggestion, error) {
	entities, err := r.Entities(maps.Keys(candidates))
	if err != nil {
		return nil, err
	}
	var found []graph.Suggestion
	for _, e := range entities {
		if suggestion, near := storekit.Suggest(asked, e); near {
			found = append(found, suggestion)
		}
	}
	return storekit.NearestFirst(found, first, r.reportsNaming)
}
