package roster

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"dateline/graph"
	"dateline/loader/grammar"
	"dateline/loader/who/names"
	"dateline/loader/who/vocabulary"
)

// Roster holds the members of an article in the making, and where the text mentions
// them. A member is named by its index in drafts.
type Roster struct {
	Parse    *grammar.Parse
	article  *graph.Article
	Names    *names.Text
	Drafts   []Draft
	byKey    map[string]int  // by what identifies a member within the article
	Members  []graph.Member  // written from the first drafts, in their order
	taken    map[string]bool // member IDs given
	Mentions []Mention
	covering []int // per token: index in mentions of the smallest one that covers it, -1 for none
}

// New returns the members of an article's names.
func New(article *graph.Article, names *names.Text) *Roster {
	r := &Roster{
		Parse: names.Parse, article: article, Names: names,
		byKey: map[string]int{}, taken: map[string]bool{}, covering: slices.Repeat([]int{-1}, len(names.Parse.Tokens)),
	}
	c := &clusters{parse: r.Parse, words: names.Words, names: names, roster: r}
	c.members()
	return r
}

// Member returns the member of a key, made if need be.
func (r *Roster) Member(key string, make func() Draft) int {
	if index, ok := r.byKey[key]; ok {
		return index
	}
	r.Drafts = append(r.Drafts, make())
	r.byKey[key] = len(r.Drafts) - 1
	return len(r.Drafts) - 1
}

// keyOfName is the key of a member that is identified by its name.
func keyOfName(kind graph.EntityKind, name string) string {
	return string(kind) + ":" + graph.Fold(name)
}

// stateKey is the key of a state as an actor, whatever it is called.
func stateKey(s *vocabulary.State) string { return "STATE:" + s.Code }

// State returns the member of a state as an actor.
func (r *Roster) State(s *vocabulary.State) int {
	return r.Member(stateKey(s), func() Draft {
		kind := graph.OrganizationState
		if !s.IsSovereign() {
			kind = graph.OrganizationOther
		}
		return Draft{Kind: graph.KindOrganization, OrganizationKind: kind, Name: s.Name, Country: s.Country(), State: s, Holder: -1}
	})
}

// Known returns the member of a key, -1 where there is none yet.
func (r *Roster) Known(key string) int {
	if member, ok := r.byKey[key]; ok {
		return member
	}
	return -1
}

// Seat returns the member of a seat of power as a body: "the Kremlin".
func (r *Roster) Seat(e *vocabulary.Entry) int {
	return r.Member(keyOfName(graph.KindOrganization, e.Name), func() Draft {
		return Draft{Kind: graph.KindOrganization, OrganizationKind: e.Kind, Name: e.Name, Country: e.Country, State: e.State, Holder: -1}
	})
}

// lexiconOrganization returns the member of an organization that the lexicon knows.
func (r *Roster) lexiconOrganization(e *vocabulary.Entry) int {
	if e.State != nil && e.State.Code == "EU" && e.Name == e.State.Name {
		return r.State(e.State)
	}
	return r.Member(keyOfName(graph.KindOrganization, e.Name), func() Draft {
		return Draft{Kind: graph.KindOrganization, OrganizationKind: e.Kind, Name: e.Name, Country: e.Country, Holder: -1}
	})
}

// Place returns the member of a location.
func (r *Roster) Place(name, country string) int {
	name = strings.Join(strings.Fields(name), " ")
	return r.Member(keyOfName(graph.KindPlace, name), func() Draft {
		return Draft{Kind: graph.KindPlace, Name: name, Country: country, Holder: -1}
	})
}

// IsPlace reports whether a member is a location.
func (r *Roster) IsPlace(member int) bool { return r.Drafts[member].Kind == graph.KindPlace }

// IsPersonAfterAll makes a person of a member whose name was taken for that of something
// else, as "she" takes it up. Of a person it learns nothing.
func (r *Roster) IsPersonAfterAll(member int, gender vocabulary.Gender) {
	d := &r.Drafts[member]
	if d.Kind == graph.KindPerson {
		return
	}
	d.Kind, d.OrganizationKind, d.Country, d.Gender = graph.KindPerson, "", "", gender
	for i := range r.Mentions {
		if r.Mentions[i].Member == member {
			r.Mentions[i].Place = -1
		}
	}
}

// Order puts the members in the order of their first mention.
func (r *Roster) Order() {
	places := make([]int, len(r.Drafts))
	for i := range places {
		places[i] = i
	}
	slices.SortStableFunc(places, func(a, b int) int { return cmp.Compare(r.firstMention(a), r.firstMention(b)) })
	to := make([]int, len(places))
	drafts := make([]Draft, len(places))
	for i, from := range places {
		to[from], drafts[i] = i, r.Drafts[from]
	}
	r.Drafts = drafts
	r.renumber(to)
}

// firstMention returns the offset of a member's first mention, the text's end where
// it has none.
func (r *Roster) firstMention(member int) int {
	first := len(r.article.Text)
	for i, span := range r.Drafts[member].spans {
		if i == 0 || span.Start < first {
			first = span.Start
		}
	}
	return first
}

// renumber replaces each member index by the one that it has now. The role phrases of
// offices keep their old ones: a known fault, as renumbering them changes whom a few
// phrases mean.
func (r *Roster) renumber(to []int) {
	renumber := func(index *int) {
		if *index >= 0 {
			*index = to[*index]
		}
	}
	for i := range r.Drafts {
		renumber(&r.Drafts[i].Holder)
		for j := range r.Drafts[i].Roles {
			renumber(&r.Drafts[i].Roles[j].Of)
		}
	}
	for i := range r.Mentions {
		renumber(&r.Mentions[i].Member)
		renumber(&r.Mentions[i].Place)
	}
	for key, index := range r.byKey {
		r.byKey[key] = to[index]
	}
}

// Finish writes all members, and sorts the mentions.
func (r *Roster) Finish() {
	r.writeUpTo(len(r.Drafts) - 1)
	r.sortMentions()
}

// Use writes a member that a question asks for, with the mention that the question is
// about.
func (r *Roster) Use(member int, m Mention) int {
	r.writeUpTo(member)
	at := r.spanOf(m)
	d := &r.Drafts[member]
	if slices.ContainsFunc(d.spans, func(known graph.MentionSpan) bool { return known.Start == at.Start && known.End == at.End }) {
		return member
	}
	if m.Form != graph.MentionPronoun {
		d.AddForm(at.Text)
	}
	d.spans = append(d.spans, at)
	r.Write(member)
	return member
}

// writeUpTo writes the members up to one that are not written yet.
func (r *Roster) writeUpTo(member int) {
	for next := len(r.Members); next <= member; next++ {
		r.Members = append(r.Members, graph.Member{})
		r.Write(next)
	}
}

// Write writes a member anew from its draft.
func (r *Roster) Write(member int) {
	d := &r.Drafts[member]
	slices.SortStableFunc(d.spans, func(a, b graph.MentionSpan) int { return cmp.Or(a.Start-b.Start, a.End-b.End) })
	written := graph.Member{
		ID:               r.id(d),
		Kind:             d.Kind,
		Name:             d.Name,
		Aliases:          d.aliases(),
		Nominal:          d.Nominal,
		OrganizationKind: d.OrganizationKind,
		Country:          d.Country,
		Mentions:         d.spans,
	}
	if d.Holder >= 0 {
		written.HolderID = r.id(&r.Drafts[d.Holder])
	}
	written.Positions = positions{r}.of(d)
	r.Members[member] = written
}

// id returns a member's ID. Of two of one name, the later has a number in what its ID
// is made of.
func (r *Roster) id(d *Draft) string {
	if d.id != "" {
		return d.id
	}
	folded := graph.Fold(d.Name)
	d.id = graph.MemberID(r.article.ID, d.Kind, folded)
	for n := 2; r.taken[d.id]; n++ {
		d.id = graph.MemberID(r.article.ID, d.Kind, folded+" "+strconv.Itoa(n))
	}
	r.taken[d.id] = true
	return d.id
}
