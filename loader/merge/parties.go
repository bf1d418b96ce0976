package merge

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/graph"
)

// sameParties reports whether two reports have the same sides: each party of the
// one that has fewer is found among the other's.
func sameParties(a, b *telling) bool {
	if min(len(a.parties), len(b.parties)) < a.rules.leastParties {
		return false
	}
	found, all := matchParties(a, b, nil)
	if !all {
		return false
	}
	// A state and one of its people are the same side only where the other side
	// is the same envoy: else a state's contacts would swallow its officials'.
	if found[official] > 0 && found[envoy] == 0 && !sharedEnvoy(a.parties, b.parties) {
		return false
	}
	return found[identical]+found[envoy] > 0
}

// matchParties looks for each party of the report that has fewer among the other's,
// and counts by likeness; all is false where one is not there. Note is told of each
// pair, a's party first, unless it is nil.
func matchParties(a, b *telling, note func(p, q *party, how likeness)) (found [identical + 1]int, all bool) {
	few, many := a.parties, b.parties
	swapped := len(few) > len(many)
	if swapped {
		few, many = many, few
	}
	var room [8]bool // on the stack: reports are compared often
	taken := room[:]
	if len(many) > len(room) {
		taken = make([]bool, len(many))
	}
	for i := range few {
		index, how := find(few[i], many, taken)
		if how == different {
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

type likeness int

const (
	different likeness = iota
	official           // a state's body and one of its people
	office             // an office of one state, named by the office alone
	envoy              // the same principal's envoy, or one unnamed
	identical
)

func find(p party, among []party, taken []bool) (index int, how likeness) {
	for i, q := range among {
		if taken[i] {
			continue
		}
		if found := compare(p, q); found > how {
			index, how = i, found
		}
	}
	return index, how
}

func compare(p, q party) likeness {
	switch {
	case p.id == q.id:
		return identical
	case p.principal != "" && p.principal == q.principal && (p.nominal || q.nominal):
		return envoy
	case (p.nominal && q.principal != "" || q.nominal && p.principal != "") && p.country != "" && p.country == q.country:
		return envoy
	case p.country != "" && p.country == q.country && sameOffice(p, q):
		return office
	case p.country != "" && p.country == q.country && (p.body || q.body):
		return official
	}
	return different
}

// sharedEnvoy reports whether both reports have a party that acts for another in
// one of them.
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

// sameOffice reports whether a party known by a role alone, "the Norwegian foreign
// minister", has the same role as another of its state: one known so too, or a
// person who is said to hold that office.
func sameOffice(p, q party) bool {
	if p.nominal && q.nominal {
		return !p.body && !q.body && graph.Fold(graph.ProfileOf(p.entity).Name) == graph.Fold(graph.ProfileOf(q.entity).Name)
	}
	if q.nominal {
		p, q = q, p
	}
	holder, ok := q.entity.(*graph.Person)
	if !ok || !p.nominal || graph.KindOf(p.entity) != graph.KindPerson {
		return false
	}
	role := graph.ProfileOf(p.entity).Name
	for _, position := range holder.Positions {
		title := position.Title
		if position.OrganizationID != "" { // "president of Iceland"
			title, _, _ = strings.Cut(title, " of ")
		}
		if isOffice(role, title) {
			return true
		}
	}
	return false
}

// isOffice reports whether a role phrase is an office and at most whose it is: words
// with capitals before it ("Norwegian foreign minister") or after "of" ("foreign
// minister of Norway"). So a deputy is none.
func isOffice(role, title string) bool {
	head, of, _ := strings.Cut(role, " of ")
	words, wanted := strings.Fields(head), len(strings.Fields(title))
	if wanted == 0 || wanted > len(words) || graph.Fold(strings.Join(words[len(words)-wanted:], " ")) != graph.Fold(title) {
		return false
	}
	for _, word := range append(words[:len(words)-wanted], strings.Fields(of)...) {
		if first, _ := utf8.DecodeRuneInString(word); !unicode.IsUpper(first) {
			return false
		}
	}
	return true
}
