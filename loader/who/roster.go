package who

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"dateline/graph"
	"dateline/loader/language"
)

// roster holds the members of an article in the making, and where the text mentions
// them.
type roster struct {
	doc      *language.Document
	article  *graph.Article
	names    *namedText
	parse    parse
	members  []graph.Member // of the first drafts, in their order
	mentions []Mention
	drafts   []draft
	byKey    map[string]int  // drafts by what identifies them here
	covering []int           // per token: index in mentions of the smallest one that covers it, -1 for none
	taken    map[string]bool // member IDs given
}

func newRoster(article *graph.Article, names *namedText) *roster {
	return &roster{
		doc: names.doc, article: article, names: names, parse: names.parse,
		byKey: map[string]int{}, taken: map[string]bool{}, covering: noneFor(len(names.doc.Tokens)),
	}
}

// key tells a member from others of the article.
func key(kind graph.EntityKind, name string) string {
	return string(kind) + ":" + graph.Fold(name)
}

// draftOf returns the member of a key, made if need be.
func (c *roster) draftOf(key string, make func() draft) int {
	if index, ok := c.byKey[key]; ok {
		return index
	}
	c.drafts = append(c.drafts, make())
	c.byKey[key] = len(c.drafts) - 1
	return len(c.drafts) - 1
}

// state returns the member of a state as an actor.
func (c *roster) state(s *state) int {
	return c.draftOf("STATE:"+s.code, func() draft {
		kind := graph.OrganizationState
		country := s.country()
		if !s.sovereign() {
			kind = graph.OrganizationOther
		}
		return draft{kind: graph.KindOrganization, orgKind: kind, name: s.name, country: country, state: s, holder: -1}
	})
}

// seat returns how to make the member of a seat of power.
func (c *roster) seat(e *entry) func() int {
	return func() int {
		return c.draftOf(key(graph.KindOrganization, e.name), func() draft {
			return draft{kind: graph.KindOrganization, orgKind: e.kind, name: e.name, country: e.country, state: e.state, holder: -1}
		})
	}
}

func (c *roster) lexiconOrganization(e *entry) int {
	if e.state != nil && e.state.code == "EU" && e.name == e.state.name {
		return c.state(e.state)
	}
	return c.draftOf(key(graph.KindOrganization, e.name), func() draft {
		return draft{kind: graph.KindOrganization, orgKind: e.kind, name: e.name, country: e.country, holder: -1}
	})
}

// place returns the member of a location.
func (c *roster) place(name, country string) int {
	name = strings.Join(strings.Fields(name), " ")
	return c.draftOf(key(graph.KindPlace, name), func() draft {
		return draft{kind: graph.KindPlace, name: name, country: country, holder: -1}
	})
}

// use makes sure that a member has its member, and that the member has the
// mention.
func (c *roster) use(index int, m Mention) int {
	for len(c.members) <= index {
		c.addMember(len(c.members))
	}
	at := c.spanOf(m)
	for _, known := range c.drafts[index].spans {
		if known.Start == at.Start && known.End == at.End {
			return index
		}
	}
	if m.Form != graph.MentionPronoun {
		c.drafts[index].note(at.Text, m.Form)
	}
	c.drafts[index].spans = append(c.drafts[index].spans, at)
	c.fill(index)
	return index
}

// order puts the drafts in the order of their first mention.
func (c *roster) order() {
	first := func(i int) int {
		if len(c.drafts[i].spans) == 0 {
			return len(c.article.Text)
		}
		return slices.MinFunc(c.drafts[i].spans, func(a, b graph.MentionSpan) int { return a.Start - b.Start }).Start
	}
	sorted := make([]int, len(c.drafts))
	for i := range sorted {
		sorted[i] = i
	}
	slices.SortStableFunc(sorted, func(a, b int) int { return cmp.Compare(first(a), first(b)) })
	place := make([]int, len(sorted))
	drafts := make([]draft, len(sorted))
	for to, from := range sorted {
		place[from] = to
		drafts[to] = c.drafts[from]
	}
	move := func(index *int) {
		if *index >= 0 {
			*index = place[*index]
		}
	}
	c.drafts = drafts
	for i := range c.drafts {
		move(&c.drafts[i].holder)
		for r := range c.drafts[i].roles {
			move(&c.drafts[i].roles[r].of)
		}
	}
	for i := range c.mentions {
		move(&c.mentions[i].Member)
		move(&c.mentions[i].Place)
	}
	for key, index := range c.byKey {
		c.byKey[key] = place[index]
	}
}

// finish makes the members of the drafts, and sorts the mentions.
func (c *roster) finish() {
	for i := range c.drafts {
		c.addMember(i)
	}
	c.sortMentions()
}

// addMember appends the member of draft index, which is the next.
func (c *roster) addMember(index int) {
	c.members = append(c.members, graph.Member{})
	c.fill(index)
}

// fill writes member index from its draft.
func (c *roster) fill(index int) {
	d := &c.drafts[index]
	slices.SortStableFunc(d.spans, func(a, b graph.MentionSpan) int { return cmp.Or(a.Start-b.Start, a.End-b.End) })
	member := graph.Member{
		ID:               c.id(d),
		Kind:             d.kind,
		Name:             d.name,
		Aliases:          d.aliases(),
		Nominal:          d.nominal,
		OrganizationKind: d.orgKind,
		Country:          d.country,
		Mentions:         d.spans,
	}
	if d.holder >= 0 {
		member.HolderID = c.id(&c.drafts[d.holder])
	}
	member.Positions = c.positions(d)
	c.members[index] = member
}

// id returns the member ID of a member. Of two with one name, the later bears a
// number in its key.
func (c *roster) id(d *draft) string {
	if d.id != "" {
		return d.id
	}
	for n := 1; ; n++ {
		folded := graph.Fold(d.name)
		if n > 1 {
			folded += " " + strconv.Itoa(n)
		}
		id := graph.MemberID(c.article.ID, d.kind, folded)
		if !c.taken[id] {
			c.taken[id] = true
			d.id = id
			return id
		}
	}
}

func noneFor(n int) []int {
	none := make([]int, n)
	for i := range none {
		none[i] = -1
	}
	return none
}

// anyFemale reports whether some person is known to be a woman.
func (c *roster) anyFemale() bool {
	return slices.ContainsFunc(c.drafts, func(d draft) bool { return d.kind == graph.KindPerson && d.gender == genderFemale })
}
