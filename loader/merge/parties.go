package merge

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/graph"
)

// sameParties tells whether two reports have the same sides: each party of the
// one that has fewer is found among the other's.
func sameParties(a, b *telling) bool {
	few, many := a.parties, b.parties
	if len(few) > len(many) {
		few, many = many, few
	}
	if len(few) < a.rules.leastParties {
		return false
	}
	exact, envoys, offices := 0, 0, 0
	var room [8]bool // on the stack: reports are compared often
	taken := room[:]
	if len(many) > len(room) {
		taken = make([]bool, len(many))
	}
	for _, p := range few {
		index, how := find(p, many, taken)
		switch how {
		case different:
			return false
		case identical:
			exact++
		case envoy:
			envoys++
		case office:
			offices++
		}
		taken[index] = true
	}
	// A state and one of its people are the same side only where the other side
	// is the same envoy: else a state's contacts would swallow its officials'.
	official := len(few) - exact - envoys - offices
	if official > 0 && envoys == 0 && !sharedEnvoy(few, many) {
		return false
	}
	return exact+envoys > 0
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

// sharedEnvoy tells whether both reports have the same party acting for another.
func sharedEnvoy(a, b []party) bool {
	for _, p := range a {
		for _, q := range b {
			if p.principal != "" && p.id == q.id {
				return true
			}
		}
	}
	return false
}

// sameOffice tells whether a party known by a role alone, "the Norwegian foreign
// minister", has the same role as another of its state: one known so too, or a
// person who is said to hold that office.
func sameOffice(p, q party) bool {
	if p.nominal && q.nominal {
		return !p.body && !q.body && graph.Fold(p.entity.Profile().Name) == graph.Fold(q.entity.Profile().Name)
	}
	if q.nominal {
		p, q = q, p
	}
	holder, ok := q.entity.(*graph.Person)
	if !ok || !p.nominal || graph.KindOf(p.entity) != graph.KindPerson {
		return false
	}
	role := p.entity.Profile().Name
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

// isOffice tells whether a role phrase is an office and at most whose it is: words
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
