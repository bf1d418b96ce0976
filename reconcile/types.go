package reconcile

import (
	"encoding/json"
	"slices"

	"dateline/graph"
)

// types are the IDs of the types that a query allows; none for all. The API writes one, or
// a list.
type types []string

// UnmarshalJSON implements json.Unmarshaler.
func (t *types) UnmarshalJSON(data []byte) error {
	var one *string
	if json.Unmarshal(data, &one) == nil {
		if *t = nil; one != nil && *one != "" {
			*t = types{*one}
		}
		return nil
	}
	return json.Unmarshal(data, (*[]string)(t))
}

func (t types) allow(e graph.Entity) bool {
	return len(t) == 0 || slices.Contains(t, kinds[graph.KindOf(e)].ID)
}
