package event

import (
	"cmp"
	"slices"

	"dateline/graph"
)

// participants returns all parties that the accounts name, except envoys without a name,
// states and governments of whom another account names the person. A role with a
// direction is kept where any account has one.
func (c *cluster) participants() []graph.Participation {
	all := c.allParties()
	var list []graph.Participation
	for i, p := range all {
		if p.nominal && namedElsewhere(p, all, i) || c.isBehindPerson(p, all) {
			continue
		}
		list = append(list, graph.Participation{EntityID: p.id, Role: p.role, OnBehalfOfID: p.principal})
	}
	slices.SortStableFunc(list, func(a, b graph.Participation) int {
		return cmp.Compare(roleRank(a.Role), roleRank(b.Role))
	})
	return list
}

// allParties returns each party once, with the strongest role and the first principal that
// an account gives it.
func (c *cluster) allParties() []party {
	var all []party // few: searched one by one
	for _, a := range c.accounts {
		for _, p := range a.parties {
			at := slices.IndexFunc(all, func(q party) bool { return q.id == p.id })
			if at < 0 {
				all = append(all, p)
				continue
			}
			all[at].role = strongerRole(all[at].role, p.role)
			all[at].principal = cmp.Or(all[at].principal, p.principal)
		}
	}
	return all
}

// namedElsewhere reports whether a party with a name matches one known by a role alone,
// the i-th of all, or an earlier one has the same role.
func namedElsewhere(p party, all []party, i int) bool {
	for j, q := range all {
		if how := compareParties(p, q); !q.nominal && how >= officeMatch || how == officeMatch && j < i {
			return true
		}
	}
	return false
}

// isBehindPerson reports whether a person stands for a state or its government: whom the
// envoy met at the palace to which another report sends him. A government that one
// report names beside the person is a party of its own.
func (c *cluster) isBehindPerson(body party, all []party) bool {
	return body.body && slices.ContainsFunc(all, func(p party) bool {
		person := !p.body && !p.nominal && p.country != "" && p.country == body.country && p.role == body.role
		return person && (body.state || !c.namesTogether(body, p))
	})
}

// namesTogether reports whether any account names both parties.
func (c *cluster) namesTogether(p, q party) bool {
	return slices.ContainsFunc(c.accounts, func(a *account) bool {
		names := func(id string) bool {
			return slices.ContainsFunc(a.parties, func(other party) bool { return other.id == id })
		}
		return names(p.id) && names(q.id)
	})
}

var roles = graph.Roles()

func roleRank(r graph.Role) int { return slices.Index(roles, r) }

// strongerRole prefers a role with a direction to PARTICIPANT, and of two directions the
// earlier in graph.Roles.
func strongerRole(a, b graph.Role) graph.Role {
	if a == graph.RoleParticipant {
		return b
	}
	if b == graph.RoleParticipant || roleRank(a) <= roleRank(b) {
		return a
	}
	return b
}
