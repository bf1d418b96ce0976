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
func (s entityReader) Suggestions(ctx context.Context, name string, first int) ([]graph.Suggestion, error) {
	var found []graph.Suggestion
	err := s.read(ctx, func(r *View) error {
		if err := storekit.CheckSuggestions(first); err != nil {
			return err
		}
		asked := storekit.NameWords(name)
		if len(asked) == 0 {
			return nil
		}
		guess := guess{r, asked, make(map[string]bool)}
		if err := guess.addNames(); err != nil {
			return err
		}
		if err := guess.addHolders(); err != nil {
			return err
		}
		var err error
		found, err = guess.nearest(first)
		return err
	})
	return found, db.Translate(err, "suggestions for %.80q", name)
}

// guess is a search for those whom a person may have meant.
type guess struct {
	*View
	asked      []string        // the words of the name, folded
	candidates map[string]bool // by entity ID
}

// addNames adds the entities that have a word like each of those asked for in a name.
func (g guess) addNames() error {
	alike := make([][]string, len(g.asked))
	vocabulary, err := g.Cache.vocabulary.of(g.Cache, func() ([]string, int, error) {
		words, err := g.Texts(selectVocabulary)
		return words, len(words), err
	})
	if err != nil {
		return err
	}
	for _, term := range vocabulary {
		for i, word := range g.asked {
			if _, near := storekit.Near(word, term, i == len(g.asked)-1); near {
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
	ids, err := g.Texts(selectNamesLike, strings.Join(groups, " AND "))
	for _, id := range ids {
		g.candidates[id] = true
	}
	return err
}

// addHolders adds the entities with a position whose title has a word like one of those
// asked for.
func (g guess) addHolders() error {
	holders, err := g.Cache.holders.of(g.Cache, g.holders)
	for title, ids := range holders {
		if !storekit.IsNearTitle(g.asked, title) {
			continue
		}
		for _, id := range ids {
			g.candidates[id] = true
		}
	}
	return err
}

// holders reads who has a position, by its title.
func (g guess) holders() (holders map[string][]string, texts int, err error) {
	holders = make(map[string][]string)
	err = g.Each(selectPositions, nil, func(row *mapping.Row) error {
		titles, id := row.Texts(), row.Text()
		for i := 0; i < len(titles); i += 2 { // each with its organization
			holders[titles[i]] = append(holders[titles[i]], id)
			texts++
		}
		return nil
	})
	return holders, texts, err
}

// nearest returns the candidates that are nearest to the words.
func (g guess) nearest(first int) ([]graph.Suggestion, error) {
	entities, err := Entities(g.View, maps.Keys(g.candidates))
	if err != nil {
		return nil, err
	}
	var found []graph.Suggestion
	for _, e := range entities {
		if suggestion, near := storekit.Suggest(g.asked, e); near {
			found = append(found, suggestion)
		}
	}
	return storekit.NearestFirst(found, first, identities{g.View}.reportsNaming)
}
