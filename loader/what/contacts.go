package what

import (
	"slices"
	"strings"

	"dateline/graph"
	"dateline/loader/grammar"
	"dateline/loader/language"
)

// contact is a contact in the making.
type contact struct {
	trigger   int // the word that tells of it
	anchor    int // the word that its time is nearest to: the trigger, or the phrase of the other side where there are several
	carrier   int // the verb that carries it: the trigger itself, a light verb, or the nearest verb; -1 for none
	noun      *noun
	means     graph.Means
	direction direction
	first     []int // members of the side that acts
	second    []int // members of the other side
	mediators []int
	sender    int // member that the first side acts for, -1 for none
	loose     bool
	status    graph.Status
	sources   []int
	time      *graph.TimeSpan
	unplaced  bool // its time is told, but not so that it can be placed
	place     int
	claim     *graph.Claim
	quote     language.Span
	inferred  bool // a side comes from another sentence
	another   bool // told as one more contact than those before it
}

// contacts is the rule for CONTACT.
func contacts(r *reading) []finding {
	var drafts []*contact
	for i := range r.Tokens {
		found := r.verbContacts(i)
		if len(found) == 0 {
			found = r.nounContacts(i)
		}
		for _, c := range found {
			if whole := r.settingOf(c, drafts); whole != nil {
				r.learn(whole, i, c.noun)
			} else if r.complete(c) {
				drafts = append(drafts, c)
			}
		}
		if len(found) > 0 || len(drafts) == 0 {
			continue
		}
		if again := r.again(i, drafts[len(drafts)-1]); again != nil && r.complete(again) {
			drafts = append(drafts, again)
			continue
		}
		r.takeUp(i, drafts)
	}
	drafts = r.merge(drafts)
	findings := make([]finding, 0, len(drafts))
	for _, c := range drafts {
		findings = append(findings, r.finding(c))
	}
	return findings
}

// complete fills the rest of a contact whose sides are known; false where it is
// none after all.
func (r *reading) complete(c *contact) bool {
	c.second = without(c.second, c.first)
	if len(c.first)+len(c.second) < 2 || len(c.first) == 0 && c.direction != mutual {
		return false
	}
	if c.noun != nil && c.means == graph.MeansVisit && c.direction == outward && !r.isReceived(c) {
		return false
	}
	if !slices.ContainsFunc(c.all(), r.isNamed) || r.isWithOwnState(c) {
		return false
	}
	if place := r.placeOf(c); place >= 0 {
		c.place = place
	}
	c.means = r.meansOf(c)
	var ok bool
	if c.status, ok = r.statusOf(c); !ok {
		return false
	}
	c.sources = r.sourcesOf(c)
	c.time = r.timeOf(c)
	if c.unplaced = c.time == nil && r.isUnplaced(c); c.time == nil && !c.unplaced {
		c.time = r.timeFromContext(c)
	}
	c.claim = r.claimOf(c)
	if c.status == graph.StatusAsserted && r.isFuture(c.time) && !grammar.IsPast(r.Parse, c.carrier) {
		c.status = graph.StatusPlanned
	}
	c.another = c.another || r.isOneMore(c)
	c.quote = r.quoteOf(c)
	return true
}

// isNamed reports whether a member has a name, or is told by whose it is: not "an
// officer", "the victims".
func (r *reading) isNamed(member int) bool {
	m := r.member(member)
	return !m.Nominal || m.HolderID != "" || m.Country != "" || strings.ToLower(m.Name) != m.Name
}

// isWithOwnState reports whether the two parties of a contact are a person and the
// state that he is of: one side of it at most, wherever the other is.
func (r *reading) isWithOwnState(c *contact) bool {
	all := c.all()
	if len(all) != 2 {
		return false
	}
	isOf := func(person, state int) bool {
		p, s := r.member(person), r.member(state)
		return p.Kind == graph.KindPerson && s.OrganizationKind == graph.OrganizationState && p.Country != "" && p.Country == s.Country
	}
	return isOf(all[0], all[1]) || isOf(all[1], all[0])
}

func without(members, taken []int) []int {
	return slices.DeleteFunc(slices.Clone(members), func(m int) bool { return slices.Contains(taken, m) })
}

// all returns every party of a contact, the first side first.
func (c *contact) all() []int {
	return append(append(slices.Clone(c.first), c.second...), c.mediators...)
}

// finding writes a contact with the roles that its direction gives.
func (r *reading) finding(c *contact) finding {
	f := finding{
		trigger: c.trigger, means: c.means, status: c.status, time: c.time, place: c.place,
		sources: c.sources, quote: c.quote, claim: c.claim, confidence: r.confidenceOf(c),
	}
	first, second := rolesOf(c)
	add := func(members []int, role graph.Role, behalf int) {
		for _, member := range members {
			f.participants = append(f.participants, participant{member, role, behalf})
		}
	}
	add(c.first, first, c.sender)
	add(c.second, second, -1)
	add(c.mediators, graph.RoleMediator, -1)
	return f
}

// rolesOf returns the roles of the two sides.
func rolesOf(c *contact) (first, second graph.Role) {
	switch {
	case c.direction == mutual && c.sender < 0 || len(c.second) == 0:
		return graph.RoleParticipant, graph.RoleParticipant
	case c.direction == inward:
		return graph.RoleRecipient, graph.RoleInitiator
	}
	return graph.RoleInitiator, graph.RoleRecipient
}
