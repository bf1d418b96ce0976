package contact

import (
	"slices"
	"strings"

	"dateline/graph"
	"dateline/loader/grammar"
	"dateline/loader/what/evidence"
)

// uniteSame makes one contact of those that are the same event: their parties, means,
// status and time agree. The clearest one gives the quote, the others what it lacks. It
// also returns into which of the contacts each draft went.
func uniteSame(a *evidence.Article, drafts []*draft) (kept []*draft, into []int) {
	for _, c := range drafts {
		twin := findSame(a, c, kept)
		if twin < 0 {
			twin = len(kept)
			kept = append(kept, c)
		} else {
			unite(a, kept[twin], c)
		}
		into = append(into, twin)
	}
	return kept, into
}

// maxTwins is how many contacts back the same event is looked for, so that the search
// stays linear; no article has as many. A judgement.
const maxTwins = 200

// findSame returns which contact is the same event, -1 for none.
func findSame(a *evidence.Article, c *draft, kept []*draft) int {
	for i := len(kept) - 1; i >= max(0, len(kept)-maxTwins); i-- {
		k := kept[i]
		if (c.another || k.another && k.noun == nil) && (k.time == nil || c.time == nil) {
			continue
		}
		if sameParties(a, k, c) && sameMeans(a, k, c) && sameStatus(a, k, c) && sameTime(k.time, c.time) && (samePlacement(k, c) || isNear(a, k, c)) {
			return i
		}
	}
	return -1
}

// sameMeans reports whether contact c is told by the means of k, or only says what was done
// in k: "held a meeting where they exchanged views".
func sameMeans(a *evidence.Article, k, c *draft) bool {
	isAside := k.noun != nil && c.noun == nil && a.Dep(c.trigger) == "relcl" && a.Covers(k.trigger, c.trigger)
	return k.means.Compatible(c.means) || isAside
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
	if renames(a, c, k) || speaksForState(a, c, k) || namesRole(a, c, k) {
		return true
	}
	for _, member := range small {
		if !slices.Contains(large, member) {
			return false
		}
	}
	return len(small) == len(large) || c.trigger == k.trigger || c.time != nil && k.time != nil || isNear(a, c, k) || isOfFewer(a, c, k)
}

// isOfFewer reports whether a later noun refers to a contact and names fewer of its
// parties: "her meeting with Okoro" where she met Okoro and Lim.
func isOfFewer(a *evidence.Article, earlier, later *draft) bool {
	isKnown := grammar.IsDefinite(a.Parse, later.trigger) || a.Child(later.trigger, "poss") >= 0
	return later.noun != nil && isKnown && len(actorsOf(later)) < len(actorsOf(earlier))
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

// namesRole reports whether contact c has names where k, told before it, has only phrases
// that they can go by: "spoke with his counterpart", then "Lim and Okoro spoke".
func namesRole(a *evidence.Article, k, c *draft) bool {
	phrases, names := evidence.Without(k.all(), c.all()), evidence.Without(c.all(), k.all())
	if len(phrases) == 0 || len(phrases) != len(names) || len(phrases) == len(k.all()) || k.unplaced != c.unplaced || k.time == nil && c.time != nil && !k.means.IsVague() {
		return false
	}
	for i, phrase := range phrases {
		if !canBeRoleOf(a, phrase, names[i]) && !isSameGroup(a, phrase, names[i]) {
			return false
		}
	}
	return true
}

// canBeRoleOf reports whether a role without a holder can be that of a person: nothing is
// known against it.
func canBeRoleOf(a *evidence.Article, role, person int) bool {
	r, p := a.Member(role), a.Member(person)
	isRole := r.Kind == graph.KindPerson && r.Nominal && r.HolderID == ""
	isName := p.Kind == graph.KindPerson && !p.Nominal
	return isRole && isName && (len(p.Positions) == 0 || sharesTitle(r, p)) && (r.Country == "" || p.Country == "" || r.Country == p.Country)
}

// isSameGroup reports whether two phrases are of one group, which one of them names more
// fully: "Chadian officials" and "officials".
func isSameGroup(a *evidence.Article, m, n int) bool {
	one, other := a.Member(m), a.Member(n)
	if !one.Nominal || !other.Nominal || one.Kind != graph.KindOrganization || other.Kind != graph.KindOrganization {
		return false
	}
	short, long := strings.Fields(strings.ToLower(one.Name)), strings.Fields(strings.ToLower(other.Name))
	if len(short) > len(long) {
		short, long = long, short
	}
	return len(short) > 0 && slices.Equal(short, long[len(long)-len(short):])
}

// sharesTitle reports whether a role is told by a word of an office that a person holds, or
// is that of any office: "his counterpart".
func sharesTitle(role, person *graph.Member) bool {
	words := strings.Fields(strings.ToLower(role.Name))
	if slices.ContainsFunc(words, func(word string) bool { return counterparts[word] }) {
		return true
	}
	return slices.ContainsFunc(person.Positions, func(p graph.Position) bool {
		return slices.ContainsFunc(strings.Fields(strings.ToLower(p.Title)), func(word string) bool { return slices.Contains(words, word) })
	})
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
// is not the one that is asserted, and a planned one took place only if both have a time,
// or if one is only named: "Lim will visit Chad", "on her visit to Chad".
func sameStatus(a *evidence.Article, k, c *draft) bool {
	one, other := modeOf(k.status), modeOf(c.status)
	if one == other {
		return true
	}
	if one == graph.StatusDenied || other == graph.StatusDenied {
		return false
	}
	return k.time != nil && c.time != nil || isOnlyNamed(a, k, c)
}

// isOnlyNamed reports whether an asserted contact is a noun of which nothing says that it
// took place, so that it may be the planned one.
func isOnlyNamed(a *evidence.Article, k, c *draft) bool {
	asserted := k
	if modeOf(k.status) == graph.StatusPlanned {
		asserted = c
	}
	return asserted.noun != nil && a.Child(asserted.trigger, "poss") >= 0 && asserted.time == nil && !grammar.IsPast(a.Parse, asserted.carrier)
}

// samePlacement reports whether it says nothing that the time of only one of two contacts
// is named but cannot be placed: it does if what they did is vague, since one asks and
// tells many times.
func samePlacement(k, c *draft) bool {
	return k.unplaced == c.unplaced || !k.means.IsVague() || !c.means.IsVague()
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
	if k.told.IsZero() || !c.told.IsZero() && c.told.Before(k.told) {
		k.told = c.told
	}
	if k.place < 0 {
		k.place = c.place
	}
	if k.kind == "" {
		k.kind = c.kind
	}
	k.noPlan = k.noPlan && (c.noPlan || modeOf(c.status) != graph.StatusDenied)
	k.about = outermost(append(k.about, c.about...))
	if claimRank(c.claim) > claimRank(k.claim) {
		k.claim = c.claim
	}
	if k.means.IsVague() && !c.means.IsVague() {
		k.means = c.means
	}
	if namesRole(a, k, c) && !namesLess(a, k, c) {
		k.first, k.second, k.direction = c.first, c.second, c.direction
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

// namesLess reports whether contact c has the shorter phrases for the parties of k.
func namesLess(a *evidence.Article, k, c *draft) bool {
	return slices.ContainsFunc(evidence.Without(c.all(), k.all()), func(m int) bool {
		return a.Member(m).Nominal && slices.ContainsFunc(k.all(), func(n int) bool {
			return isSameGroup(a, m, n) && len(a.Member(m).Name) < len(a.Member(n).Name)
		})
	})
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
