package what

import (
	"slices"

	"dateline/graph"
)

// merge makes one contact of those that tell of the same event: the same parties
// with means, status and time that agree. The clearest one gives the quote, the
// others what it lacks.
func (r *reading) merge(drafts []*contact) []*contact {
	var kept []*contact
	for _, c := range drafts {
		if twin := r.twinOf(c, kept); twin != nil {
			r.unite(twin, c)
			continue
		}
		kept = append(kept, c)
	}
	return kept
}

// maxTwins is how many contacts back the same event is looked for; no article
// tells of as many.
const maxTwins = 200

// twinOf returns the contact that tells of the same event, nil for none.
func (r *reading) twinOf(c *contact, kept []*contact) *contact {
	for _, k := range slices.Backward(kept[max(0, len(kept)-maxTwins):]) {
		if (c.another || k.another) && (k.time == nil || c.time == nil) {
			continue
		}
		if r.sameParties(k, c) && k.means.Compatible(c.means) && sameStatus(k, c) && sameTime(k.time, c.time) && (k.unplaced == c.unplaced || r.near(k, c)) {
			return k
		}
	}
	return nil
}

// sameParties reports whether two contacts have the same parties, or the parties of
// one are among those of the other; a letter also needs the same sender.
func (r *reading) sameParties(a, b *contact) bool {
	if a.means == graph.MeansMessage && b.means == graph.MeansMessage && a.direction != mutual && b.direction != mutual && !sharesAny(a.first, b.first) && a.direction == b.direction {
		return false
	}
	small, large := r.actorsOf(a), r.actorsOf(b)
	if len(small) > len(large) {
		small, large = large, small
	}
	if r.renames(a, b) || r.speaksForState(a, b) {
		return true
	}
	for _, member := range small {
		if !slices.Contains(large, member) {
			return false
		}
	}
	return len(small) == len(large) || a.trigger == b.trigger || a.time != nil && b.time != nil || r.near(a, b)
}

// renames reports whether a contact noun beside another trigger calls the other side
// by its role: "spoke with B, his first call with the Chadian leader".
func (r *reading) renames(a, b *contact) bool {
	if r.Tokens[a.trigger].Sentence != r.Tokens[b.trigger].Sentence || len(a.all()) != 2 || len(b.all()) != 2 || b.noun == nil || r.Dep(b.trigger) != "appos" && r.Dep(b.trigger) != "dobj" || r.Head(b.trigger) != a.trigger {
		return false
	}
	rest := without(b.all(), a.all())
	return len(rest) == 1 && r.member(rest[0]).Nominal && r.member(rest[0]).HolderID == ""
}

// speaksForState reports whether two contacts without a definite means differ only
// in that one names a state where the other names the holder of an office of it.
func (r *reading) speaksForState(a, b *contact) bool {
	if !a.means.IsVague() || !b.means.IsVague() || len(a.all()) != 2 || len(b.all()) != 2 {
		return false
	}
	mine, theirs := without(a.all(), b.all()), without(b.all(), a.all())
	return len(mine) == 1 && len(theirs) == 1 && (r.holdsOfficeOf(mine[0], theirs[0]) || r.holdsOfficeOf(theirs[0], mine[0]))
}

// holdsOfficeOf reports whether a person holds an office of a state.
func (r *reading) holdsOfficeOf(person, state int) bool {
	p, s := r.member(person), r.member(state)
	if p.Kind != graph.KindPerson || s.OrganizationKind != graph.OrganizationState {
		return false
	}
	return slices.ContainsFunc(p.Positions, func(o graph.Position) bool { return o.OrganizationID == s.ID })
}

// actorsOf returns the parties of a contact.
func (r *reading) actorsOf(c *contact) []int {
	all := slices.Concat(c.first, c.second)
	slices.Sort(all)
	return slices.Compact(all)
}

// near reports whether two contacts stand within two sentences.
func (r *reading) near(a, b *contact) bool {
	return apart(r.Tokens[a.trigger].Sentence, r.Tokens[b.trigger].Sentence) <= 2
}

func sharesAny(a, b []int) bool {
	return slices.ContainsFunc(a, func(m int) bool { return slices.Contains(b, m) })
}

// sameStatus reports whether two statuses can be of one event as one article puts
// it: what is denied is not what is asserted, what is planned not what took place.
func sameStatus(a, b *contact) bool {
	return modeOf(a.status) == modeOf(b.status) || modeOf(a.status) != graph.StatusDenied && modeOf(b.status) != graph.StatusDenied && a.time != nil && b.time != nil
}

func modeOf(s graph.Status) graph.Status {
	switch s {
	case graph.StatusConfirmed:
		return graph.StatusAsserted
	case graph.StatusRequested, graph.StatusHypothetical:
		return graph.StatusPlanned
	}
	return s
}

func sameTime(a, b *graph.TimeSpan) bool {
	return a == nil || b == nil || a.EDTF.Overlaps(b.EDTF)
}

// unite adds to a contact what another report of it tells.
func (r *reading) unite(k, c *contact) {
	if r.clearer(c, k) {
		*k, *c = *c, *k
	}
	if len(k.mediators) == 0 {
		k.mediators = without(c.mediators, k.all())
	}
	if len(c.all()) > len(k.all()) {
		k.second = append(k.second, without(c.all(), k.all())...)
	}
	if k.time == nil || c.time != nil && k.time.EDTF.Contains(c.time.EDTF) && k.time.EDTF != c.time.EDTF {
		k.time = orElse(c.time, k.time)
	}
	if k.place < 0 {
		k.place = c.place
	}
	if says(c.claim) > says(k.claim) {
		k.claim = c.claim
	}
	if k.means.IsVague() && !c.means.IsVague() {
		k.means = c.means
	}
	if k.sender < 0 && c.sender >= 0 {
		k.sender, k.first, k.second, k.direction = c.sender, c.first, c.second, c.direction
	}
	if k.status == graph.StatusAsserted && c.status == graph.StatusConfirmed {
		k.status = c.status
		k.sources = c.sources
	}
	if len(k.sources) == 0 && k.inferred {
		k.sources = c.sources
	}
}

func orElse[T any](a, b *T) *T {
	if a != nil {
		return a
	}
	return b
}

// clearer reports whether a is a better report of an event than b.
func (r *reading) clearer(a, b *contact) bool {
	if (a.time != nil) != (b.time != nil) {
		return a.time != nil
	}
	return r.confidenceOf(a) > r.confidenceOf(b)+0.1
}

// says ranks claims by how much they say: the first since a known time, the
// first, the last.
func says(claim *graph.Claim) int {
	switch {
	case claim == nil:
		return 0
	case !claim.Since.IsZero():
		return 3
	case claim.Kind == graph.ClaimFirst:
		return 2
	}
	return 1
}
