package event

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"dateline/graph"
)

// Block returns the key of the block in which a report is compared with others: its type
// and its sides. A side is the state that a party belongs to, or the party itself where
// no state is known or all parties belong to the same one. For types whose rules say so,
// the month of publication is part of the key. Entities are by the IDs of their members.
func Block(r *graph.Report, published graph.Date, entities map[string]graph.Entity) string {
	rules := rulesByType[r.Type]
	states, selves := map[string]bool{}, map[string]bool{}
	for _, p := range r.Participants {
		if !rules.isSide(p) {
			continue
		}
		principal := entities[p.EntityID]
		if p.OnBehalfOfID != "" {
			principal = entities[p.OnBehalfOfID]
		}
		if principal == nil {
			continue
		}
		profile := graph.ProfileOf(principal)
		selves[profile.ID] = true
		states[cmp.Or(profile.Country, profile.ID)] = true
	}
	sides := slices.Sorted(maps.Keys(states))
	if len(sides) < 2 {
		sides = slices.Sorted(maps.Keys(selves))
	}
	key := slices.Insert(sides, 0, string(r.Type))
	if rules.byMonth {
		key = append(key, fmt.Sprintf("%04d-%02d", published.Year, published.Month))
	}
	return strings.Join(key, "|")
}
