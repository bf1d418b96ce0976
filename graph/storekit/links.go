package storekit

import (
	"slices"

	"dateline/graph"
)

// linkingStatuses are those of a contact that took place, as far as anybody says.
var linkingStatuses = []graph.Status{graph.StatusAsserted, graph.StatusConfirmed, graph.StatusDisputed}

// Pair is two entities that an event links, the smaller ID first.
type Pair struct{ One, Other string }

// LinkedPairs returns all pairs of entities that an event links, each once: different
// entities of different participations, in a contact that took place.
func LinkedPairs(kind graph.EventType, status graph.Status, participants []graph.Participation) map[Pair]bool {
	if kind != graph.EventContact || !slices.Contains(linkingStatuses, status) {
		return nil
	}
	pairs := make(map[Pair]bool)
	for i, p := range participants {
		for _, q := range participants[:i] {
			for _, one := range [...]string{p.EntityID, p.OnBehalfOfID} {
				for _, other := range [...]string{q.EntityID, q.OnBehalfOfID} {
					if one != "" && other != "" && one != other {
						pairs[Pair{min(one, other), max(one, other)}] = true
					}
				}
			}
		}
	}
	return pairs
}

// Acting is an entity that acted for another in an event.
type Acting struct{ Envoy, Principal string }

// ActingPairs returns who acted for whom in such a contact, each pair once, without those
// that it links. Networks and paths go along these pairs as well.
func ActingPairs(kind graph.EventType, status graph.Status, participants []graph.Participation) map[Acting]bool {
	if kind != graph.EventContact || !slices.Contains(linkingStatuses, status) {
		return nil
	}
	linked := LinkedPairs(kind, status, participants)
	pairs := make(map[Acting]bool)
	for _, p := range participants {
		one, other := min(p.EntityID, p.OnBehalfOfID), max(p.EntityID, p.OnBehalfOfID)
		if one != "" && one != other && !linked[Pair{one, other}] {
			pairs[Acting{p.EntityID, p.OnBehalfOfID}] = true
		}
	}
	return pairs
}

// SeveralParts is the Index of an entity that is in more than one participation.
const SeveralParts = -1

// RolePrincipal is the role of an entity that others acted for and that takes no part
// itself.
const RolePrincipal graph.Role = "PRINCIPAL"

// Part is what one entity does in an event: its first role, whom it acts for in that,
// and which of the participations it is in.
type Part struct {
	Role         graph.Role
	OnBehalfOfID string
	Index        int
}

// PartsOf returns the part of each entity of an event.
func PartsOf(participants []graph.Participation) map[string]Part {
	parts := make(map[string]Part, len(participants))
	add := func(id string, part Part) {
		old, again := parts[id]
		switch {
		case id == "":
		case !again:
			parts[id] = part
		case old.Index != part.Index:
			if old.Role == RolePrincipal {
				old = part
			}
			old.Index = SeveralParts
			parts[id] = old
		}
	}
	for i, p := range participants {
		add(p.EntityID, Part{p.Role, p.OnBehalfOfID, i})
		add(p.OnBehalfOfID, Part{RolePrincipal, "", i})
	}
	return parts
}
