package who

import (
	"strings"
	"unicode"

	"dateline/graph"
	"dateline/loader/language"
)

// castNames makes the figures and mentions of all names.
func (c *Cast) castNames() {
	people := c.castPeople()
	shorts := c.shortForms()
	for i, n := range c.names {
		switch {
		case n.class == classPerson && people[i] < 0: // two bear the name
			c.mention(Mention{Span: n.Span, Head: c.headOf(n.Span), Form: graph.MentionName, Member: -1, Place: -1})
		case n.class == classPerson:
			c.mention(c.nameMention(n.Span, people[i], -1))
		case n.class == classLexicon:
			c.castLexiconName(n)
		case n.class == classOrganization:
			c.mention(c.nameMention(n.Span, c.organization(n.Span, shorts), -1))
		case n.class == classPlace:
			place := c.place(c.doc.Slice(n.Span), "")
			c.mention(c.nameMention(n.Span, place, place))
		}
	}
}

func (c *Cast) nameMention(span language.Span, member, place int) Mention {
	return Mention{Span: span, Head: c.headOf(span), Form: graph.MentionName, Member: member, Place: place}
}

// headOf returns the head token of a span: the one that leans on a token outside.
func (c *Cast) headOf(span language.Span) int {
	for i := span.End - 1; i >= span.Start; i-- {
		head := c.doc.Tokens[i].Head
		if head < span.Start || head >= span.End || head == i {
			return i
		}
	}
	return span.End - 1
}

// castLexiconName makes the mention of a name that the lexicon knows. Adjectives
// and peoples wait until something makes their state a party.
func (c *Cast) castLexiconName(n name) {
	switch e := n.entry; e.use {
	case useState:
		if c.isLocation(n.Span, false) || !e.state.sovereign() && c.isRegionLocation(n.Span) {
			place := c.place(c.canonical(n), e.country)
			c.mention(c.nameMention(n.Span, place, place))
			return
		}
		c.mention(c.nameMention(n.Span, c.stateFigure(e.state), -1))
	case useCapital:
		if c.isLocation(n.Span, true) {
			place := c.place(e.name, e.country)
			c.mention(c.nameMention(n.Span, place, place))
			return
		}
		c.mention(c.nameMention(n.Span, c.stateFigure(e.state), -1))
	case useSeat:
		seat := c.seat(e)
		if c.isLocation(n.Span, true) && !governmentBody(e.name) {
			place := c.place(e.name, e.country)
			c.mention(c.nameMention(n.Span, place, place))
			return
		}
		c.mention(c.nameMention(n.Span, seat(), -1))
	case useOrganization:
		c.mention(c.nameMention(n.Span, c.lexiconOrganization(e), -1))
	case usePlace:
		place := c.place(e.name, e.country)
		c.mention(c.nameMention(n.Span, place, place))
	}
}

// canonical returns the name of the place that a state's name is as a location.
func (c *Cast) canonical(n name) string { return n.entry.name }

// governmentBody reports whether a seat's name is a body's rather than a building's.
func governmentBody(name string) bool {
	for _, word := range strings.Fields(name) {
		switch word {
		case "Department", "Agency", "Bureau", "Service", "Commission", "Council", "Court", "Reserve", "Administration", "Congress", "Senate", "Representatives", "Bank", "Guards", "Politburo", "Mossad", "Commons", "Lords":
			return true
		}
	}
	return len(name) <= 4
}

// stateFigure returns the figure of a state as an actor.
func (c *Cast) stateFigure(s *state) int {
	return c.figureOf("STATE:"+s.code, func() figure {
		kind := graph.OrganizationState
		country := s.country()
		if !s.sovereign() {
			kind = graph.OrganizationOther
		}
		return figure{kind: graph.KindOrganization, orgKind: kind, name: s.name, country: country, state: s, holder: -1}
	})
}

// seat returns how to make the figure of a seat of power.
func (c *Cast) seat(e *entry) func() int {
	return func() int {
		return c.figureOf(key(graph.KindOrganization, e.name), func() figure {
			return figure{kind: graph.KindOrganization, orgKind: e.kind, name: e.name, country: e.country, state: e.state, holder: -1}
		})
	}
}

func (c *Cast) lexiconOrganization(e *entry) int {
	if e.state != nil && e.state.code == "EU" && e.name == e.state.name {
		return c.stateFigure(e.state)
	}
	return c.figureOf(key(graph.KindOrganization, e.name), func() figure {
		return figure{kind: graph.KindOrganization, orgKind: e.kind, name: e.name, country: e.country, holder: -1}
	})
}

// place returns the figure of a location.
func (c *Cast) place(name, country string) int {
	name = strings.Join(strings.Fields(name), " ")
	return c.figureOf(key(graph.KindPlace, name), func() figure {
		return figure{kind: graph.KindPlace, name: name, country: country, holder: -1}
	})
}

// organization returns the figure of an organization's name that the lexicon does
// not know.
func (c *Cast) organization(span language.Span, shorts map[string]string) int {
	written := strings.Join(strings.Fields(c.doc.Slice(span)), " ")
	full := written
	if longer, ok := shorts[organizationKey(written)]; ok {
		full = longer
	}
	name := strings.TrimPrefix(strings.TrimPrefix(full, "the "), "The ")
	kind, country := c.organizationKind(span, full)
	index := c.figureOf("ORGANIZATION:"+organizationKey(full), func() figure {
		return figure{kind: graph.KindOrganization, orgKind: kind, name: name, country: country, holder: -1}
	})
	fig := &c.figures[index]
	if len(name) > len(fig.name) {
		fig.name = name
	}
	if fig.orgKind == graph.OrganizationOther {
		fig.orgKind = kind
	}
	if fig.country == "" {
		fig.country = country
	}
	return index
}

// organizationKey folds an organization's name without what comes and goes.
func organizationKey(name string) string {
	folded := strings.TrimPrefix(graph.Fold(name), "the ")
	for _, ending := range []string{" inc", " corp", " ltd", " plc", " llc", " co", " corporation", " s"} {
		folded = strings.TrimSuffix(folded, ending)
	}
	return folded
}

// organizationKind tells from its words what kind of body a name is of.
func (c *Cast) organizationKind(span language.Span, full string) (graph.OrganizationKind, string) {
	country := ""
	for i := span.Start; i < span.End; i++ {
		if e := c.words.names[nameKey(c.doc.Tokens[i].Text)]; e != nil && e.state != nil && !e.weak && e.use != useCapital {
			country = e.country
		}
	}
	if country == "" && span.Start > 0 {
		if s := c.adjectiveAt(span.Start - 1); s != nil {
			country = s.country()
		}
	}
	kind := graph.OrganizationOther
	for _, word := range strings.Fields(graph.Fold(full)) {
		switch word {
		case "party", "democrats", "republicans", "socialists", "conservatives":
			return graph.OrganizationParty, country
		case "ministry", "government", "department", "parliament", "senate", "congress", "cabinet", "embassy", "court", "police", "army", "navy", "commission", "authority", "consulate", "assembly", "house":
			kind = graph.OrganizationGovernment
		case "inc", "corp", "ltd", "plc", "llc", "company", "airlines", "motors", "bank", "ag", "holdings", "pharmaceuticals", "industries", "corporation":
			if kind != graph.OrganizationMedia {
				kind = graph.OrganizationCompany
			}
		case "times", "post", "news", "journal", "herald", "tribune", "gazette", "tv", "television", "radio", "magazine", "newspaper", "zeitung", "broadcasting":
			kind = graph.OrganizationMedia
		}
	}
	words := strings.Fields(graph.Fold(full))
	if len(words) > 1 && kind == graph.OrganizationOther && outletNames[words[len(words)-1]] {
		kind = graph.OrganizationMedia
	}
	return kind, country
}

// outletNames are words that names of newspapers and broadcasters end in, beside
// those that tell one wherever they stand.
var outletNames = wordSet(`weekly wire daily observer chronicle examiner inquirer mirror telegraph gazette dispatch courier
	sentinel globe guardian register bulletin herald tribune times post news journal`)

// outlets are nouns by which an article calls a newspaper or broadcaster again.
var outlets = wordSet(`newspaper broadcaster daily weekly tabloid`)

// shortForms maps the folded short forms of this article's organizations to
// their full names: acronyms in brackets after them or made of their initials,
// and first words that only one of them begins with.
func (c *Cast) shortForms() map[string]string {
	shorts := map[string]string{}
	var full []language.Span
	for _, n := range c.names {
		if n.class == classOrganization && length(n.Span) > 1 {
			full = append(full, n.Span)
		}
	}
	for _, n := range c.names {
		if n.class != classOrganization {
			continue
		}
		short := strings.Join(strings.Fields(c.doc.Slice(n.Span)), " ")
		if longer, ok := c.longerForm(n.Span, short, full); ok {
			if _, known := shorts[organizationKey(short)]; !known {
				shorts[organizationKey(short)] = longer
			}
		}
	}
	return shorts
}

func (c *Cast) longerForm(span language.Span, short string, full []language.Span) (string, bool) {
	found := ""
	for _, other := range full {
		longer := strings.Join(strings.Fields(c.doc.Slice(other)), " ")
		if organizationKey(longer) == organizationKey(short) || length(other) <= length(span) {
			continue
		}
		bracketed := other.End == span.Start-1 && c.doc.Tokens[other.End].Text == "("
		if bracketed {
			return longer, true
		}
		matches := isAcronym(short) && acronymOf(longer) == strings.ReplaceAll(short, ".", "") || strings.HasPrefix(organizationKey(longer), organizationKey(short)+" ")
		if !matches || organizationKey(found) == organizationKey(longer) {
			continue
		}
		if found != "" {
			return "", false
		}
		found = longer
	}
	return found, found != ""
}

// acronymOf returns the initials of a name's capitalized words.
func acronymOf(name string) string {
	var b strings.Builder
	for _, word := range strings.FieldsFunc(name, func(r rune) bool { return unicode.IsSpace(r) || r == '-' }) {
		if startsUpper(word) && word != "The" {
			b.WriteString(word[:1])
		}
	}
	return b.String()
}
