package event

// sameParties reports whether two accounts have the same sides: each party of the one
// that has fewer is found among the other's.
func sameParties(a, b *account) bool {
	if min(len(a.parties), len(b.parties)) < a.rules.leastParties {
		return false
	}
	found, all := matchParties(a, b, nil)
	if !all {
		return false
	}
	// A state and one of its people are the same side only where the other side is the
	// same envoy. Otherwise a state's contacts would swallow its officials'.
	if found[officialMatch] > 0 && found[envoyMatch] == 0 && !sharedEnvoy(a.parties, b.parties) {
		return false
	}
	return found[sameMatch]+found[envoyMatch] > 0
}

// matchParties finds for each party of the account that has fewer the best match among
// the other's parties that are left, and counts the matches of each kind. All is false
// where a party has no match. Each pair is passed to note, a's party first, unless note
// is nil.
func matchParties(a, b *account, note func(p, q *party, how partyMatch)) (found [sameMatch + 1]int, all bool) {
	few, many := a.parties, b.parties
	swapped := len(few) > len(many)
	if swapped {
		few, many = many, few
	}
	var room [8]bool // on the stack, since accounts are compared often
	taken := room[:]
	if len(many) > len(room) {
		taken = make([]bool, len(many))
	}
	for i := range few {
		index, how := bestMatch(few[i], many, taken)
		if how == noMatch {
			return found, false
		}
		taken[index] = true
		found[how]++
		if note == nil {
			continue
		}
		p, q := &few[i], &many[index]
		if swapped {
			p, q = q, p
		}
		note(p, q, how)
	}
	return found, true
}

// bestMatch returns the first of the best matches for a party among those not taken.
func bestMatch(p party, among []party, taken []bool) (index int, how partyMatch) {
	for i, q := range among {
		if taken[i] {
			continue
		}
		if found := compareParties(p, q); found > how {
			index, how = i, found
		}
	}
	return index, how
}

// sharedEnvoy reports whether both accounts have a party that acts for another in at
// least one of them.
func sharedEnvoy(a, b []party) bool {
	for _, p := range a {
		for _, q := range b {
			if (p.principal != "" || q.principal != "") && p.id == q.id {
				return true
			}
		}
	}
	return false
}
