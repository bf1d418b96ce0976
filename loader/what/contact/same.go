package contact

import (
	"slices"

	"dateline/graph"
	"dateline/loader/what/evidence"
)

// uniteSame makes one contact of those that are the same event: their parties, means,
// status and time agree. The clearest one gives the quote, the others what it lacks.
func uniteSame(a *evidence.Article, drafts []*draft) []*draft {
	var kept []*draft
	for _, c := range drafts {
		if twin := findSame(a, c, kept); twin != nil {
			unite(a, twin, c)
			continue
		}
		kept = append(kept, c)
	}
	return kept
}

// maxTwins is how many contacts back the same event is looked for, so that the search
// stays linear; no article has as many. A judgement.
const maxTwins = 200

// findSame returns the contact that is the same event, nil for none.
func findSame(a *evidence.Article, c *draft, kept []*draft) *draft {
	for _, k := range slices.Backward(kept[max(0, len(kept)-maxTwins):]) {
		if (c.another || k.another) && (k.time == nil || c.time == nil) {
			continue
		}
		if sameParties(a, k, c) && k.means.Compatible(c.means) && sameStatus(k, c) && sameTime(k.time, c.time) && (k.unplaced == c.unplaced || isNear(a, k, c)) {
			return k
		}
	}
	return nil
}

// sameParties reports whether two contacts have the same parties, or those of one are
// among those of the other. Letters must have the same sender, too.
func sameParties(a *evidence.Article, c, k *draft) bool {
	letters := c.means == graph.MeansMessage && k.means == graph.MeansMessage
	if letters && c.direction == k.direction && c.direction != mutual && !evidence.ShareAny(c.first, k.first) {
		return false
	}
	small, large := actorsOf(c), actorsOf(k)
	if len(small) > len(large) {
		small, large = large, small
	}
	if renames(a, c, k) || speaksForState(a, c, k) {
		return true
	}
	for _, member := range small {
		if !slices.Contains(large, member) {
			return false
		}
	}
	return len(small) == len(large) || c.trigger == k.trigger || c.time != nil && k.time != nil || isNear(a, c, k)
}

// renames reports whether a noun beside another trigger calls the other side by its role:
// "spoke with Okoro, his first call with the Chadian leader".
func renames(a *evidence.Article, c, k *draft) bool {
	if k.noun == nil || len(c.all()) != 2 || len(k.all()) != 2 || a.Tokens[c.trigger].Sentence != a.Tokens[k.trigger].Sentence {
		return false
	}
	if dep := a.Dep(k.trigger); dep != "appos" && dep != "dobj" || a.Head(k.trigger) != c.trigger {
		return false
	}
	rest := evidence.Without(k.all(), c.all())
	return len(rest) == 1 && a.Member(rest[0]).Nominal && a.Member(rest[0]).HolderID == ""
}

// speaksForState reports whether two contacts of vague means differ only in that one
// names a state and the other somebody who holds an office of it.
func speaksForState(a *evidence.Article, c, k *draft) bool {
	if !c.means.IsVague() || !k.means.IsVague() || len(c.all()) != 2 || len(k.all()) != 2 {
		return false
	}
	mine, theirs := evidence.Without(c.all(), k.all()), evidence.Without(k.all(), c.all())
	return len(mine) == 1 && len(theirs) == 1 && (a.HoldsOfficeOf(mine[0], theirs[0]) || a.HoldsOfficeOf(theirs[0], mine[0]))
}

// actorsOf returns the members of both sides, each once.
func actorsOf(c *draft) []int {
	all := slices.Concat(c.first, c.second)
	slices.Sort(all)
	return slices.Compact(all)
}

// isNear reports whether two contacts are within two sentences.
func isNear(a *evidence.Article, c, k *draft) bool {
	return evidence.Apart(a.Tokens[c.trigger].Sentence, a.Tokens[k.trigger].Sentence) <= 2
}

// sameStatus reports whether two statuses can be of one event: a contact that is denied
// is not the one that is asserted, and a planned one took place only if both have a time.
func sameStatus(a, b *draft) bool {
	one, other := modeOf(a.status), modeOf(b.status)
	return one == other || one != graph.StatusDenied && other != graph.StatusDenied && a.time != nil && b.time != nil
}

// sameTime reports whether two times can be of one event; unknown ones can.
func sameTime(a, b *graph.TimeSpan) bool {
	return a == nil || b == nil || a.EDTF.Overlaps(b.EDTF)
}

// unite adds to contact k what contact c, the same event, knows more. The clearer of the
// two becomes k.
func unite(a *evidence.Article, k, c *draft) {
	if clearer(a, c, k) {
		*k, *c = *c, *k
	}
	if len(k.mediators) == 0 {
		k.mediators = evidence.Without(c.mediators, k.all())
	}
	if len(c.all()) > len(k.all()) {
		k.second = append(k.second, evidence.Without(c.all(), k.all())...)
	}
	if k.time == nil || c.time != nil && k.time.EDTF.Contains(c.time.EDTF) && k.time.EDTF != c.time.EDTF {
		k.time = orElse(c.time, k.time)
	}
	if k.place < 0 {
		k.place = c.place
	}
	if claimRank(c.claim) > claimRank(k.claim) {
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

// clearer reports whether c is a better report of an event than k.
func clearer(a *evidence.Article, c, k *draft) bool {
	if (c.time != nil) != (k.time != nil) {
		return c.time != nil
	}
	return confidenceOf(a, c) > confidenceOf(a, k)+0.1
}

// claimRank ranks claims by how much they say: the first since a known time, the first, the
// last, none.
func claimRank(claim *graph.Claim) int {
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
