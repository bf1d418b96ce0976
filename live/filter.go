package live

import (
	"slices"

	"dateline/graph"
)

// Filter says which contacts a subscriber follows; a zero field excludes none. It means
// what the fields of the same names in graph.EventFilter mean.
type Filter struct {
	Who, With    *graph.EntityRef
	AnyOf, AllOf []graph.EntityRef
	Means        []graph.Means
	Statuses     []graph.Status
	During       graph.EDTF
}

// party is a reference that is ready to be compared.
type party struct {
	id      string // as it was asked for
	folded  string
	country string
}

func partyOf(ref *graph.EntityRef) *party {
	if ref == nil {
		return nil
	}
	return &party{id: ref.ID, folded: graph.Fold(ref.Name), country: ref.Country}
}

func partiesIn(refs []graph.EntityRef) []*party {
	var parties []*party
	for i := range refs {
		parties = append(parties, partyOf(&refs[i]))
	}
	return parties
}

// filter is a Filter that is ready to be compared.
type filter struct {
	Filter
	who, with    *party
	anyOf, allOf []*party
}

func newFilter(f Filter) filter {
	who, with := partyOf(f.Who), partyOf(f.With)
	if who == nil {
		who, with = with, nil
	}
	return filter{f, who, with, partiesIn(f.AnyOf), partiesIn(f.AllOf)}
}

// ids returns the IDs that the filter names.
func (f *filter) ids() []string {
	var ids []string
	for _, p := range slices.Concat([]*party{f.who, f.with}, f.anyOf, f.allOf) {
		if p != nil && p.id != "" {
			ids = append(ids, p.id)
		}
	}
	return ids
}

// current returns the ID of the entity that an ID stands for now.
type current map[string]string

// matches reports whether an event passes; nil does not.
func (f *filter) matches(e *graph.Event, now current) bool {
	return e != nil && e.Type == graph.EventContact &&
		(f.Means == nil || slices.Contains(f.Means, e.Means)) &&
		(f.Statuses == nil || slices.Contains(f.Statuses, e.Status)) &&
		(f.During.IsZero() || e.Time != nil && e.Time.EDTF.Overlaps(f.During)) &&
		(f.who == nil || f.tookPart(e, now)) &&
		(f.AnyOf == nil || slices.ContainsFunc(f.anyOf, func(p *party) bool { return p.tookPart(e, now) })) &&
		!slices.ContainsFunc(f.allOf, func(p *party) bool { return !p.tookPart(e, now) })
}

// tookPart reports whether a party took part.
func (p *party) tookPart(e *graph.Event, now current) bool {
	for i := range e.Participants {
		if slices.ContainsFunc(partiesOf(&e.Participants[i]), func(one graph.Entity) bool { return p.is(one, now) }) {
			return true
		}
	}
	return false
}

// tookPart reports whether who took part, and with as well, each with a participation of
// its own.
func (f *filter) tookPart(e *graph.Event, now current) bool {
	for i := range e.Participants {
		for _, one := range partiesOf(&e.Participants[i]) {
			if f.who.is(one, now) && (f.with == nil || f.isWith(e, i, one, now)) {
				return true
			}
		}
	}
	return false
}

// isWith reports whether the other party of the filter has another participation than one.
func (f *filter) isWith(e *graph.Event, participation int, one graph.Entity, now current) bool {
	for i := range e.Participants {
		if i == participation {
			continue
		}
		for _, other := range partiesOf(&e.Participants[i]) {
			if other.NodeID() != one.NodeID() && f.with.is(other, now) {
				return true
			}
		}
	}
	return false
}

// partiesOf returns the one who acts and the one that it acts for.
func partiesOf(p *graph.Participation) []graph.Entity {
	var parties []graph.Entity
	for _, e := range []graph.Entity{p.Entity, p.OnBehalfOf} {
		if e != nil {
			parties = append(parties, e)
		}
	}
	return parties
}

// is reports whether an entity is the party.
func (p *party) is(e graph.Entity, now current) bool {
	if p.id != "" {
		return now[p.id] == e.NodeID()
	}
	named := graph.ProfileOf(e)
	if p.country != "" {
		return named.Country == p.country
	}
	return p.folded != "" && (graph.Fold(named.Name) == p.folded ||
		slices.ContainsFunc(named.Aliases, func(alias string) bool { return graph.Fold(alias) == p.folded }))
}
