package annotate

import (
	"cmp"
	"slices"

	"dateline/graph"
	"dateline/loader"
	"dateline/loader/read"
)

// Mention is a name, a noun phrase or a pronoun that stands for a person, an
// organization or a place.
type Mention struct {
	Start int `json:"start"`
	End   int `json:"end"`
	// Entity is a number that the mentions of one entity share within a record.
	Entity int `json:"entity"`
}

// Mentions returns the mentions in the record's text, as []Mention in the order of the
// text; those that are not resolved are left out. They are the mentions that loading writes
// into the graph: extraction resolves some only for the contact or statement that needs
// them.
func Mentions(e *loader.Extractor, r *Record) (any, error) {
	article, err := r.Article()
	if err != nil {
		return nil, err
	}
	batch, err := e.Extract(read.Item{Article: article})
	if err != nil {
		return nil, err
	}
	return mentionsOf(batch.Members), nil
}

func mentionsOf(members []graph.Member) []Mention {
	found := []Mention{}
	for entity := range members {
		for _, m := range members[entity].Mentions {
			found = append(found, Mention{m.Start, m.End, entity})
		}
	}
	slices.SortStableFunc(found, func(a, b Mention) int { return cmp.Or(a.Start-b.Start, a.End-b.End) })
	return found
}
