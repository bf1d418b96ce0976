package who

import (
	"cmp"
	"slices"
	"strconv"

	"dateline/graph"
	"dateline/loader/language"
)

// Cast is the people, organizations and places of one article. Party, Parties,
// Location and StateOf may add members that only a use makes worth having; they
// are not safe for concurrent use.
type Cast struct {
	Members  []graph.Member // in order of first mention, then those added later
	Mentions []Mention      // in order of the text

	doc       *language.Document
	article   *graph.Article
	words     *vocabulary
	names     []name
	nameAt    []int // per token: index in names, -1 for none
	figures   []figure
	at        []int           // per token: index in Mentions of the smallest one that covers it, -1 for none
	taken     map[string]bool // member IDs given
	byKey     map[string]int  // figures by what identifies them here
	roleAt    map[int]role    // role phrases by head token
	quotes    []int           // per token: number of the quotation it stands in, 0 for none
	headline  []bool          // per token: in a line written in headline case
	anyFemale bool            // some person is known to be a woman
}

// Mention is a place in the text that names or refers to a member.
type Mention struct {
	Span   language.Span     // the phrase without title and appositive words; nominals: the noun phrase
	Head   int               // its head token
	Form   graph.MentionForm // NAME, NOMINAL, PRONOUN
	Member int               // index in Members, -1 unresolved
	Place  int               // for a name used as a location: index of its PLACE member, which Member is too; else -1
}

// figure is a member in the making: what makes it one, beside its Member.
type figure struct {
	id      string
	kind    graph.EntityKind
	orgKind graph.OrganizationKind
	name    string
	country string
	nominal bool
	holder  int // index of the figure whose role it is, -1 for none
	state   *state
	people  *personName // of a person with a name
	gender  gender
	roles   []role
	forms   []form // the forms that the article uses, in order of their first use
	spans   []graph.MentionSpan
}

// form is a text under which an article names a figure.
type form struct {
	text  string
	count int
	named bool // a name rather than an adjective or a role phrase
}

// Find returns the cast of an article from its parse. It is a pure function of
// both; doc must be the parse of article.Text. Of the article it reads the text, the
// publisher and the ID.
func Find(doc *language.Document, article *graph.Article) *Cast {
	c := &Cast{doc: doc, article: article, words: lexicon(), byKey: map[string]int{}, taken: map[string]bool{}, roleAt: map[int]role{}}
	c.names = findNames(doc, article.Publisher)
	c.nameAt = noneFor(len(doc.Tokens))
	for i, n := range c.names {
		for t := n.Start; t < n.End; t++ {
			c.nameAt[t] = i
		}
	}
	c.at = noneFor(len(doc.Tokens))
	c.quotes = quotations(doc)
	c.headline = headlines(doc)
	c.castNames()
	c.titles()
	c.appositives()
	c.adjectives()
	c.order()
	c.anyFemale = slices.ContainsFunc(c.figures, func(f figure) bool { return f.kind == graph.KindPerson && f.gender == genderFemale })
	c.rolePhrases()
	c.finish()
	return c
}

func noneFor(n int) []int {
	none := make([]int, n)
	for i := range none {
		none[i] = -1
	}
	return none
}

// At returns the smallest resolved mention that covers the token.
func (c *Cast) At(token int) (Mention, bool) {
	if token < 0 || token >= len(c.at) || c.at[token] < 0 {
		return Mention{}, false
	}
	m := c.Mentions[c.at[token]]
	return m, m.Member >= 0
}

// mention adds a mention of a figure.
func (c *Cast) mention(m Mention) {
	index := len(c.Mentions)
	c.Mentions = append(c.Mentions, m)
	for t := m.Span.Start; t < m.Span.End; t++ {
		old := c.at[t]
		if old < 0 || length(m.Span) <= length(c.Mentions[old].Span) {
			c.at[t] = index
		}
	}
	if m.Member < 0 {
		return
	}
	fig := &c.figures[m.Member]
	fig.note(c.doc.Slice(m.Span), m.Form)
	fig.spans = append(fig.spans, c.spanOf(m))
}

func length(s language.Span) int { return s.End - s.Start }

func (c *Cast) spanOf(m Mention) graph.MentionSpan {
	return graph.MentionSpan{
		Text:  c.doc.Slice(m.Span),
		Form:  m.Form,
		Start: c.doc.Tokens[m.Span.Start].Start,
		End:   c.doc.Tokens[m.Span.End-1].End,
	}
}

// order puts the figures in the order of their first mention.
func (c *Cast) order() {
	first := func(i int) int {
		if len(c.figures[i].spans) == 0 {
			return len(c.article.Text)
		}
		return slices.MinFunc(c.figures[i].spans, func(a, b graph.MentionSpan) int { return a.Start - b.Start }).Start
	}
	sorted := make([]int, len(c.figures))
	for i := range sorted {
		sorted[i] = i
	}
	slices.SortStableFunc(sorted, func(a, b int) int { return cmp.Compare(first(a), first(b)) })
	place := make([]int, len(sorted))
	figures := make([]figure, len(sorted))
	for to, from := range sorted {
		place[from] = to
		figures[to] = c.figures[from]
	}
	move := func(index *int) {
		if *index >= 0 {
			*index = place[*index]
		}
	}
	c.figures = figures
	for i := range c.figures {
		move(&c.figures[i].holder)
		for r := range c.figures[i].roles {
			move(&c.figures[i].roles[r].of)
		}
	}
	for i := range c.Mentions {
		move(&c.Mentions[i].Member)
		move(&c.Mentions[i].Place)
	}
	for key, index := range c.byKey {
		c.byKey[key] = place[index]
	}
}

// finish makes the members of the figures, and sorts the mentions.
func (c *Cast) finish() {
	for i := range c.figures {
		c.addMember(i)
	}
	c.sortMentions()
}

// sortMentions puts the mentions in the order of the text and looks them up anew.
func (c *Cast) sortMentions() {
	slices.SortStableFunc(c.Mentions, func(a, b Mention) int {
		return cmp.Or(a.Span.Start-b.Span.Start, b.Span.End-a.Span.End)
	})
	c.at = noneFor(len(c.doc.Tokens))
	for index, m := range c.Mentions {
		for t := m.Span.Start; t < m.Span.End; t++ {
			old := c.at[t]
			if old < 0 || length(m.Span) <= length(c.Mentions[old].Span) {
				c.at[t] = index
			}
		}
	}
}

// addMember appends the member of figure index, which is the next.
func (c *Cast) addMember(index int) {
	c.Members = append(c.Members, graph.Member{})
	c.fill(index)
}

// fill writes member index from its figure.
func (c *Cast) fill(index int) {
	fig := &c.figures[index]
	slices.SortStableFunc(fig.spans, func(a, b graph.MentionSpan) int { return cmp.Or(a.Start-b.Start, a.End-b.End) })
	member := graph.Member{
		ID:               c.id(fig),
		Kind:             fig.kind,
		Name:             fig.name,
		Aliases:          fig.aliases(),
		Nominal:          fig.nominal,
		OrganizationKind: fig.orgKind,
		Country:          fig.country,
		Mentions:         fig.spans,
	}
	if fig.holder >= 0 {
		member.HolderID = c.id(&c.figures[fig.holder])
	}
	member.Positions = c.positions(fig)
	c.Members[index] = member
}

// id returns the member ID of a figure. Of two with one name, the later bears a
// number in its key.
func (c *Cast) id(fig *figure) string {
	if fig.id != "" {
		return fig.id
	}
	for n := 1; ; n++ {
		folded := graph.Fold(fig.name)
		if n > 1 {
			folded += " " + strconv.Itoa(n)
		}
		id := graph.MemberID(c.article.ID, fig.kind, folded)
		if !c.taken[id] {
			c.taken[id] = true
			fig.id = id
			return id
		}
	}
}

// key tells a figure from others of the article.
func key(kind graph.EntityKind, name string) string {
	return string(kind) + ":" + graph.Fold(name)
}

// figureOf returns the figure of a key, made if need be.
func (c *Cast) figureOf(key string, make func() figure) int {
	if index, ok := c.byKey[key]; ok {
		return index
	}
	c.figures = append(c.figures, make())
	c.byKey[key] = len(c.figures) - 1
	return len(c.figures) - 1
}
