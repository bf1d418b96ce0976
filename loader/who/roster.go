package who

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"dateline/graph"
	"dateline/loader/grammar"
)

// roster holds the members of an article in the making, and where the text mentions
// them. A member is named by its index in drafts.
type roster struct {
	parse    *grammar.Parse
	article  *graph.Article
	names    *namedText
	drafts   []draft
	byKey    map[string]int  // by what tells a member from others of the article
	members  []graph.Member  // written from the first drafts, in their order
	taken    map[string]bool // member IDs given
	mentions []Mention
	covering []int // per token: index in mentions of the smallest one that covers it, -1 for none
}

func newRoster(article *graph.Article, names *namedText) *roster {
	return &roster{
		parse: names.parse, article: article, names: names,
		byKey: map[string]int{}, taken: map[string]bool{}, covering: noneFor(len(names.parse.Tokens)),
	}
}

// member returns the member of a key, made if need be.
func (r *roster) member(key string, make func() draft) int {
	if index, ok := r.byKey[key]; ok {
		return index
	}
	r.drafts = append(r.drafts, make())
	r.byKey[key] = len(r.drafts) - 1
	return len(r.drafts) - 1
}

// keyOfName is the key of a member that its name tells from others of its kind.
func keyOfName(kind graph.EntityKind, name string) string {
	return string(kind) + ":" + graph.Fold(name)
}

// stateKey is the key of a state as an actor, whatever it is called.
func stateKey(s *state) string { return "STATE:" + s.code }

// state returns the member of a state as an actor.
func (r *roster) state(s *state) int {
	return r.member(stateKey(s), func() draft {
		kind := graph.OrganizationState
		if !s.sovereign() {
			kind = graph.OrganizationOther
		}
		return draft{kind: graph.KindOrganization, orgKind: kind, name: s.name, country: s.country(), state: s, holder: -1}
	})
}

// knownState returns the member of a state, -1 where it has none yet.
func (r *roster) knownState(s *state) int {
	if member, ok := r.byKey[stateKey(s)]; ok {
		return member
	}
	return -1
}

// seat returns the member of a seat of power as a body: "the Kremlin".
func (r *roster) seat(e *entry) int {
	return r.member(keyOfName(graph.KindOrganization, e.name), func() draft {
		return draft{kind: graph.KindOrganization, orgKind: e.kind, name: e.name, country: e.country, state: e.state, holder: -1}
	})
}

// lexiconOrganization returns the member of an organization that the lexicon knows.
func (r *roster) lexiconOrganization(e *entry) int {
	if e.state != nil && e.state.code == "EU" && e.name == e.state.name {
		return r.state(e.state)
	}
	return r.member(keyOfName(graph.KindOrganization, e.name), func() draft {
		return draft{kind: graph.KindOrganization, orgKind: e.kind, name: e.name, country: e.country, holder: -1}
	})
}

// place returns the member of a location.
func (r *roster) place(name, country string) int {
	name = strings.Join(strings.Fields(name), " ")
	return r.member(keyOfName(graph.KindPlace, name), func() draft {
		return draft{kind: graph.KindPlace, name: name, country: country, holder: -1}
	})
}

// isPlace reports whether a member is a location.
func (r *roster) isPlace(member int) bool { return r.drafts[member].kind == graph.KindPlace }

// anyFemale reports whether some person is known to be a woman.
func (r *roster) anyFemale() bool {
	return slices.ContainsFunc(r.drafts, func(d draft) bool { return d.kind == graph.KindPerson && d.gender == genderFemale })
}

// order puts the members in the order of their first mention.
func (r *roster) order() {
	places := make([]int, len(r.drafts))
	for i := range places {
		places[i] = i
	}
	slices.SortStableFunc(places, func(a, b int) int { return cmp.Compare(r.firstMention(a), r.firstMention(b)) })
	to := make([]int, len(places))
	drafts := make([]draft, len(places))
	for i, from := range places {
		to[from], drafts[i] = i, r.drafts[from]
	}
	r.drafts = drafts
	r.renumber(to)
}

// firstMention returns the offset of a member's first mention, the text's end where
// it has none.
func (r *roster) firstMention(member int) int {
	first := len(r.article.Text)
	for i, span := range r.drafts[member].spans {
		if i == 0 || span.Start < first {
			first = span.Start
		}
	}
	return first
}

// renumber replaces each member index by the one that it has now. The role phrases of
// offices keep their old ones: a known fault, as renumbering them changes whom a few
// phrases mean.
func (r *roster) renumber(to []int) {
	renumber := func(index *int) {
		if *index >= 0 {
			*index = to[*index]
		}
	}
	for i := range r.drafts {
		renumber(&r.drafts[i].holder)
		for j := range r.drafts[i].roles {
			renumber(&r.drafts[i].roles[j].of)
		}
	}
	for i := range r.mentions {
		renumber(&r.mentions[i].Member)
		renumber(&r.mentions[i].Place)
	}
	for key, index := range r.byKey {
		r.byKey[key] = to[index]
	}
}

// finish writes all members, and sorts the mentions.
func (r *roster) finish() {
	r.writeUpTo(len(r.drafts) - 1)
	r.sortMentions()
}

// use writes a member that a question asks for, with the mention that the question is
// about.
func (r *roster) use(member int, m Mention) int {
	r.writeUpTo(member)
	at := r.spanOf(m)
	d := &r.drafts[member]
	if slices.ContainsFunc(d.spans, func(known graph.MentionSpan) bool { return known.Start == at.Start && known.End == at.End }) {
		return member
	}
	if m.Form != graph.MentionPronoun {
		d.addForm(at.Text)
	}
	d.spans = append(d.spans, at)
	r.write(member)
	return member
}

// writeUpTo writes the members up to one that are not written yet.
func (r *roster) writeUpTo(member int) {
	for next := len(r.members); next <= member; next++ {
		r.members = append(r.members, graph.Member{})
		r.write(next)
	}
}

// write writes a member anew from its draft.
func (r *roster) write(member int) {
	d := &r.drafts[member]
	slices.SortStableFunc(d.spans, func(a, b graph.MentionSpan) int { return cmp.Or(a.Start-b.Start, a.End-b.End) })
	written := graph.Member{
		ID:               r.id(d),
		Kind:             d.kind,
		Name:             d.name,
		Aliases:          d.aliases(),
		Nominal:          d.nominal,
		OrganizationKind: d.orgKind,
		Country:          d.country,
		Mentions:         d.spans,
	}
	if d.holder >= 0 {
		written.HolderID = r.id(&r.drafts[d.holder])
	}
	written.Positions = r.positions(d)
	r.members[member] = written
}

// id returns a member's ID. Of two of one name, the later has a number in what its ID
// is made of.
func (r *roster) id(d *draft) string {
	if d.id != "" {
		return d.id
	}
	folded := graph.Fold(d.name)
	d.id = graph.MemberID(r.article.ID, d.kind, folded)
	for n := 2; r.taken[d.id]; n++ {
		d.id = graph.MemberID(r.article.ID, d.kind, folded+" "+strconv.Itoa(n))
	}
	r.taken[d.id] = true
	return d.id
}

func noneFor(n int) []int {
	none := make([]int, n)
	for i := range none {
		none[i] = -1
	}
	return none
}
