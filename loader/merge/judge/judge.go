// Package judge turns what people have judged about members or reports into constraints
// on clustering: must-links for what is the same, cannot-links for what is not (Wagstaff
// and others, Constrained K-means Clustering with Background Knowledge, 2001).
//
// The latest judgement counts most: judgements are taken from the newest to the oldest,
// and one that contradicts those before it, directly or by what follows from them, has
// no effect. So the constraints never contradict each other, and they are a function of
// the set of edits, whatever order they came in.
package judge

import (
	"maps"
	"slices"

	"dateline/graph"
)

// Judgements are the constraints of some edits. A nil *Judgements has none.
type Judgements struct {
	parent map[string]string // of a union–find forest of what is the same
	// tags are what the cannot-links of a group follow from, by root and edit.
	tags map[string]map[*graph.Edit][]tag
	// unsure are pairs that a judgement leaves to merging, the smaller ID first, with the
	// latest one that does.
	unsure map[[2]string]*graph.Edit
	// joined are the pairs that were judged to be the same, with the edit.
	joined   []Pair
	profiles map[string][]*graph.Edit // edits of an entity's own fields, oldest first
	// refused counts the pairs of each SAME that later judgements contradict, by its ID.
	refused   map[string]int
	corrected map[string]bool // reports
}

// Pair is two records that an edit says are the same.
type Pair struct {
	A, B string
	Edit *graph.Edit
}

// tag is a record's part in an edit that judges its parts different.
type tag struct {
	id   string
	part int
}

// New returns the constraints of the edits that are in effect, about records that are
// present. Edits come in any order.
func New(edits []*graph.Edit, present func(id string) bool) *Judgements {
	j := &Judgements{
		parent: map[string]string{}, tags: map[string]map[*graph.Edit][]tag{}, unsure: map[[2]string]*graph.Edit{},
		profiles: map[string][]*graph.Edit{}, refused: map[string]int{}, corrected: map[string]bool{},
	}
	newest := slices.Clone(edits)
	slices.SortFunc(newest, func(a, b *graph.Edit) int { return graph.CompareEdits(b, a) })
	newest = slices.CompactFunc(newest, func(a, b *graph.Edit) bool { return a.ID == b.ID })
	for _, e := range newest {
		if !e.Withdrawn {
			j.take(e, present)
		}
	}
	if len(j.parent)+len(j.profiles)+len(j.unsure)+len(j.corrected) == 0 {
		return nil
	}
	return j
}

func (j *Judgements) take(e *graph.Edit, present func(id string) bool) {
	subjects := slices.DeleteFunc(slices.Clone(e.Subjects), func(s graph.Subject) bool { return !present(s.ID) })
	switch e.Kind {
	case graph.EditSame:
		for i := 1; i < len(subjects); i++ {
			j.same(subjects[0].ID, subjects[i].ID, e)
		}
	case graph.EditDifferent:
		j.different(subjects, e)
	case graph.EditUnsure:
		if len(subjects) == 2 {
			if pair := pairOf(subjects[0].ID, subjects[1].ID); j.unsure[pair] == nil {
				j.unsure[pair] = e
			}
		}
	case graph.EditRename, graph.EditSetKind, graph.EditSetPositions:
		for _, s := range subjects {
			j.profiles[s.ID] = append([]*graph.Edit{e}, j.profiles[s.ID]...)
		}
	case graph.EditCorrectReport, graph.EditAddReport:
		for _, s := range subjects {
			j.corrected[s.ID] = true
		}
		for _, c := range e.Correction.Cast {
			if present(c.Member.ID) && present(c.SameAs.ID) {
				j.same(c.Member.ID, c.SameAs.ID, e)
			}
		}
	}
}

func pairOf(a, b string) [2]string { return [2]string{min(a, b), max(a, b)} }

// isUnsure reports whether a judgement later than an edit leaves a pair to merging.
func (j *Judgements) isUnsure(a, b string, e *graph.Edit) bool {
	unsure := j.unsure[pairOf(a, b)]
	return unsure != nil && graph.CompareEdits(unsure, e) > 0
}

func (j *Judgements) same(a, b string, e *graph.Edit) {
	if j.isUnsure(a, b, e) || j.Apart(j.Group(a), j.Group(b)) {
		j.refused[e.ID]++
		return
	}
	j.joined = append(j.joined, Pair{min(a, b), max(a, b), e})
	x, y := j.add(a), j.add(b)
	if x == y {
		return
	}
	root, other := min(x, y), max(x, y)
	j.parent[other] = root
	for edit, list := range j.tags[other] {
		if j.tags[root] == nil {
			j.tags[root] = map[*graph.Edit][]tag{}
		}
		j.tags[root][edit] = append(j.tags[root][edit], list...)
	}
	delete(j.tags, other)
}

func (j *Judgements) different(subjects []graph.Subject, e *graph.Edit) {
	for _, s := range subjects {
		root := j.add(s.ID)
		if j.tags[root] == nil {
			j.tags[root] = map[*graph.Edit][]tag{}
		}
		j.tags[root][e] = append(j.tags[root][e], tag{s.ID, s.Part})
	}
}

// add returns the root of a record, which is in a group of its own at first.
func (j *Judgements) add(id string) string {
	if _, known := j.parent[id]; !known {
		j.parent[id] = id
	}
	return j.Group(id)
}

// Any reports whether there is anything to consider.
func (j *Judgements) Any() bool { return j != nil }

// Named reports whether a constraint names a record.
func (j *Judgements) Named(id string) bool {
	if j == nil {
		return false
	}
	_, named := j.parent[id]
	return named
}

// Group returns what a record has in common with those that are the same: the smallest
// of their IDs, its own if there is no other.
func (j *Judgements) Group(id string) string {
	for {
		parent, named := j.parent[id]
		if !named || parent == id {
			return id
		}
		id = parent
	}
}

// Apart reports whether two groups must not be clustered together.
func (j *Judgements) Apart(a, b string) bool {
	if a == b {
		return false
	}
	for edit, ones := range j.tags[a] {
		for _, one := range ones {
			for _, other := range j.tags[b][edit] {
				if one.part != other.part && !j.isUnsure(one.id, other.id, edit) {
					return true
				}
			}
		}
	}
	return false
}

// AnyApart reports whether a group of one set and a group of another are apart.
func (j *Judgements) AnyApart(some, others map[string]bool) bool {
	for a := range some {
		for b := range others {
			if j.Apart(a, b) {
				return true
			}
		}
	}
	return false
}

// Left reports whether a judgement leaves a record to merging.
func (j *Judgements) Left(id string) bool {
	if j == nil {
		return false
	}
	for pair := range j.unsure {
		if pair[0] == id || pair[1] == id {
			return true
		}
	}
	return false
}

// Settled reports whether something was judged between a record of one list and one of
// another, whatever it was.
func (j *Judgements) Settled(some, others []string) bool {
	if j == nil {
		return false
	}
	for _, a := range some {
		for _, b := range others {
			if a == b || j.unsure[pairOf(a, b)] != nil || j.Group(a) == j.Group(b) || j.Apart(j.Group(a), j.Group(b)) {
				return true
			}
		}
	}
	return false
}

// Corrected reports whether a person has corrected a report, or added it.
func (j *Judgements) Corrected(id string) bool { return j != nil && j.corrected[id] }

// Overruled reports whether an edit is a judgement that later ones deprive of all effect.
func (j *Judgements) Overruled(e *graph.Edit) bool {
	if j == nil || e.Withdrawn {
		return false
	}
	switch e.Kind {
	case graph.EditSame:
		return j.refused[e.ID] > 0 && !slices.ContainsFunc(j.joined, func(p Pair) bool { return p.Edit.ID == e.ID })
	case graph.EditDifferent:
		return j.isVain(e)
	}
	return false
}

// isVain reports whether all that an edit judges different is the same, or was left to
// merging since. What is not known here counts as different.
func (j *Judgements) isVain(e *graph.Edit) bool {
	for i, s := range e.Subjects {
		for _, other := range e.Subjects[:i] {
			if s.Part == other.Part {
				continue
			}
			if j.Group(s.ID) != j.Group(other.ID) && !j.isUnsure(s.ID, other.ID, e) {
				return false
			}
		}
	}
	return true
}

// Joined returns the pairs that are the same, in the order of their edits.
func (j *Judgements) Joined() []Pair {
	if j == nil {
		return nil
	}
	pairs := slices.Clone(j.joined)
	slices.SortStableFunc(pairs, func(p, q Pair) int { return graph.CompareEdits(p.Edit, q.Edit) })
	return pairs
}

// Profile returns the edits of the own fields of an entity with these members, oldest
// first.
func (j *Judgements) Profile(members []*graph.Member) []*graph.Edit {
	if j == nil || len(j.profiles) == 0 {
		return nil
	}
	found := map[string]*graph.Edit{}
	for _, m := range members {
		for _, e := range j.profiles[m.ID] {
			found[e.ID] = e
		}
	}
	return slices.SortedFunc(maps.Values(found), graph.CompareEdits)
}
