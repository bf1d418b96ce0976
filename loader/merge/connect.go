package merge

import (
	"slices"

	"dateline/graph"
	"dateline/loader/merge/judge"
)

// Edits connect blocks: what is judged about two members concerns both their blocks, and
// blocks with members that are the same are clustered as one unit.

func isMember(id string) bool {
	switch graph.PrefixOf(id) {
	case graph.PrefixPerson, graph.PrefixOrganization, graph.PrefixPlace:
		return true
	}
	return false
}

func isReport(id string) bool { return graph.PrefixOf(id) == graph.PrefixReport }

// partners returns where those of the IDs are stored that edits name, and what the same
// edits name besides. The edits may be withdrawn.
func (c *change) partners(ids []string, of func(id string) bool) ([]graph.Located, error) {
	edits, err := c.read.EditsOn(ids)
	if err != nil {
		return nil, err
	}
	return c.present(append(sortedKeys(namesOf(edits)), c.judged...), of)
}

// present returns where those of the IDs are stored that are.
func (c *change) present(ids []string, of func(id string) bool) ([]graph.Located, error) {
	wanted := slices.DeleteFunc(ids, func(id string) bool { return !of(id) })
	if len(wanted) == 0 {
		return nil, nil
	}
	found, err := c.read.Locate(wanted)
	if err != nil {
		return nil, err
	}
	var list []graph.Located
	for _, id := range sortedKeys(found) {
		if found[id].ID == id {
			list = append(list, found[id])
		}
	}
	return list, nil
}

// blocksBeside returns the blocks of records that are not among those known, in order.
func blocksBeside(records []graph.Located, known map[string]bool) []string {
	beside := map[string]bool{}
	for _, at := range records {
		if !known[at.Block] {
			beside[at.Block] = true
		}
	}
	return sortedKeys(beside)
}

// namesOf returns all that edits name.
func namesOf(edits []*graph.Edit) map[string]bool {
	named := map[string]bool{}
	for _, e := range edits {
		for _, s := range e.Names() {
			named[s.ID] = true
		}
	}
	return named
}

// joinedBy returns all that is named by edits in effect that make two records the same.
func joinedBy(edits []*graph.Edit) []string {
	joining := slices.DeleteFunc(slices.Clone(edits), func(e *graph.Edit) bool {
		return e.Withdrawn || e.Kind != graph.EditSame && e.Correction == nil
	})
	return sortedKeys(namesOf(joining))
}

// unitsOf returns the blocks in units, joined by pairs of records in different ones. Each
// unit is in order, and so are the units.
func unitsOf(blocks map[string]bool, pairs []judge.Pair, blockOf map[string]string) [][]string {
	unit := map[string]string{} // the smallest block, by block
	var find func(block string) string
	find = func(block string) string {
		if of, joined := unit[block]; joined {
			return find(of)
		}
		return block
	}
	for _, pair := range pairs {
		a, b := find(blockOf[pair.A]), find(blockOf[pair.B])
		if a != b {
			unit[max(a, b)] = min(a, b)
		}
	}
	byUnit := map[string][]string{}
	for _, block := range sortedKeys(blocks) {
		byUnit[find(block)] = append(byUnit[find(block)], block)
	}
	units := make([][]string, 0, len(byUnit))
	for _, first := range sortedKeys(byUnit) {
		units = append(units, byUnit[first])
	}
	return units
}
