package reconcile

import (
	"cmp"
	"context"
	"math"
	"slices"
	"strings"

	"dateline/graph"
)

// query asks which entity a name means.
type query struct {
	Query      string  `json:"query"`
	Type       types   `json:"type"`
	TypeStrict string  `json:"type_strict"`
	Limit      int     `json:"limit"`
	Properties []value `json:"properties"`
}

// value is what another column says. The graph has no properties to compare it with.
type value struct {
	ID string `json:"pid"`
}

// candidate is an entity that a name may mean.
type candidate struct {
	ID          string  `json:"id"`
	Name        string  `json:"name"`
	Description string  `json:"description,omitempty"`
	Type        []kind  `json:"type"`
	Score       float64 `json:"score"`
	Match       bool    `json:"match"`
}

const (
	// defaultLimit and maxLimit bound the candidates of a query.
	defaultLimit, maxLimit = 5, 50
	// considered is how many of the nearest entities are compared. The nearest may be of
	// other types than the one that is asked for.
	considered = 200
	// wholeScore is the score of one that has just the name.
	wholeScore = 100
)

// answer returns the candidates for a query, best first. A candidate matches if it is the
// only one that has just the name.
func (h *handler) answer(ctx context.Context, q query) ([]candidate, error) {
	name := inOrder(q.Query)
	found, err := h.store.Suggestions(ctx, name, considered)
	if err != nil {
		return nil, err
	}
	var candidates []candidate
	whole := 0
	for _, s := range found {
		if !q.Type.allow(s.Entity) {
			continue
		}
		c := candidateOf(s.Entity)
		c.Score = scoreOf(s.Distance)
		if hasName(s.Entity, name) {
			c.Score = wholeScore
			whole++
		}
		candidates = append(candidates, c)
	}
	slices.SortStableFunc(candidates, func(a, b candidate) int { return cmp.Compare(b.Score, a.Score) })
	if whole == 1 {
		candidates[0].Match = true
	}
	return candidates[:min(len(candidates), limitOf(q.Limit))], nil
}

// scoreOf returns the score of a distance: nearly that of a whole name for none, and the
// less the further.
func scoreOf(distance float64) float64 {
	return math.Round(95 / (1 + distance))
}

func limitOf(asked int) int {
	if asked <= 0 {
		return defaultLimit
	}
	return min(asked, maxLimit)
}

// inOrder turns "Varga, Mira" into "Mira Varga".
func inOrder(name string) string {
	last, first, found := strings.Cut(name, ",")
	if !found || strings.Contains(first, ",") {
		return name
	}
	return strings.TrimSpace(first) + " " + strings.TrimSpace(last)
}

// hasName reports whether an entity has just this name, or an alias that is.
func hasName(e graph.Entity, name string) bool {
	folded, profile := graph.Fold(name), graph.ProfileOf(e)
	return folded != "" && (graph.Fold(profile.Name) == folded ||
		slices.ContainsFunc(profile.Aliases, func(alias string) bool { return graph.Fold(alias) == folded }))
}

func candidateOf(e graph.Entity) candidate {
	profile := graph.ProfileOf(e)
	return candidate{ID: profile.ID, Name: profile.Name, Description: describe(e), Type: []kind{kinds[graph.KindOf(e)]}}
}

// describe returns what tells an entity from others with its name, in a few words.
func describe(e graph.Entity) string {
	var parts []string
	switch e := e.(type) {
	case *graph.Person:
		for _, p := range e.Positions[:min(2, len(e.Positions))] {
			parts = append(parts, p.Title)
		}
	case *graph.Organization:
		parts = append(parts, strings.ToLower(string(e.Kind)))
	}
	if country := graph.ProfileOf(e).Country; country != "" {
		parts = append(parts, country)
	}
	if aliases := graph.ProfileOf(e).Aliases; len(aliases) > 0 {
		parts = append(parts, "also "+strings.Join(aliases[:min(3, len(aliases))], ", "))
	}
	return strings.Join(parts, "; ")
}
