package who

import (
	"slices"
	"strings"

	"dateline/graph"
	"dateline/loader/language"
)

// Party is who the noun phrase headed by a token is: a name, the one whom a
// pronoun or a role phrase means, or else a nominal member, made now, for a
// phrase of people or bodies: "his top adviser", "a French diplomat", "Kremlin
// officials". Exclude lists members that it cannot be, such as the other parties
// of its clause. False for things that are no party, and for what cannot be
// resolved safely.
func (c *Cast) Party(token int, exclude ...int) (member int, ok bool) {
	if token < 0 || token >= len(c.doc.Tokens) {
		return -1, false
	}
	if c.nameAt[token] >= 0 {
		return c.partyOfName(token, exclude)
	}
	if m, found := c.mentionHeaded(token); found {
		return c.partyOfMention(m, token, exclude)
	}
	if isPronoun(c.doc.Tokens[token]) {
		return c.partyOfPronoun(token, exclude)
	}
	if s := c.stateAt(token); s != nil {
		return accept(c.stateMember(s, token), exclude)
	}
	if member := c.countryAgain(token); member >= 0 {
		return accept(c.use(member, Mention{Span: c.nounPhrase(token), Head: token, Form: graph.MentionNominal, Member: member, Place: -1}), exclude)
	}
	if c.abstract(token) {
		return -1, false
	}
	if inner := c.partitive(token); inner >= 0 {
		return c.Party(inner, exclude...)
	}
	return c.partyOfPhrase(token, exclude)
}

// abstract reports whether a noun of people or bodies is used in another sense: "a
// host of reasons", "market power", "3 pm", "the country".
func (c *Cast) abstract(token int) bool {
	lemma, text := c.lemma(token), c.doc.Tokens[token].Text
	switch lemma {
	case "power", "mission", "force", "service", "industry", "management", "conference", "movement", "leadership", "organization", "organisation", "host", "band", "chair", "head", "majority", "field":
		if c.doc.Tokens[token].Tag != "NN" {
			return false
		}
		if lemma == "power" || lemma == "force" || lemma == "service" || lemma == "conference" || lemma == "mission" || lemma == "majority" {
			return true
		}
		for _, child := range c.doc.Children(token) {
			if object := c.objectOf(child); object >= 0 && child > token && strings.ToLower(c.doc.Tokens[child].Text) == "of" {
				return c.nameAt[object] < 0 && !c.peopleAt(object)
			}
		}
	case "country", "nation":
		return c.doc.Tokens[token].Tag == "NN"
	case "pm", "mp", "mep", "ceo", "cfo", "coo":
		return text == strings.ToLower(text) || token > 0 && c.doc.Tokens[token-1].Tag == "CD"
	case "opposition":
		_, last := c.doc.Subtree(token)
		return last > token+1 && strings.ToLower(c.doc.Tokens[token+1].Text) == "to"
	}
	return false
}

func accept(member int, exclude []int) (int, bool) {
	if member < 0 || slices.Contains(exclude, member) {
		return -1, false
	}
	return member, true
}

// mentionHeaded returns the resolved mention whose head is the token.
func (c *Cast) mentionHeaded(token int) (Mention, bool) {
	m, ok := c.At(token)
	return m, ok && m.Head == token
}

// partyOfName returns the actor that a name stands for: of a capital or a country
// used as a location its state, of the seat of a government that government.
func (c *Cast) partyOfName(token int, exclude []int) (int, bool) {
	n := c.names[c.nameAt[token]]
	m, found := c.At(token)
	if found && c.figures[m.Member].kind != graph.KindPlace {
		return accept(m.Member, exclude)
	}
	if n.entry == nil {
		return -1, false
	}
	switch n.entry.use {
	case useState, useCapital, useAdjective, usePeople:
		return accept(c.stateMember(n.entry.state, token), exclude)
	case useSeat:
		index := c.seat(n.entry)()
		return accept(c.use(index, c.nameMention(n.Span, index, -1)), exclude)
	}
	return -1, false
}

// partyOfMention returns the member of a role phrase or pronoun, or another that it
// can mean where that one is excluded.
func (c *Cast) partyOfMention(m Mention, token int, exclude []int) (int, bool) {
	if member, ok := accept(m.Member, exclude); ok {
		return member, true
	}
	if m.Form == graph.MentionPronoun {
		return c.partyOfPronoun(token, exclude)
	}
	r, isRole := c.roleAt[token]
	if !isRole {
		return -1, false
	}
	if holder := c.holder(r, token, exclude); holder >= 0 {
		return c.use(holder, Mention{Span: r.span, Head: token, Form: graph.MentionNominal, Member: holder, Place: -1}), true
	}
	return -1, false
}

func (c *Cast) partyOfPronoun(token int, exclude []int) (int, bool) {
	antecedent := c.antecedent(token, exclude)
	if noun := c.nominalAntecedent(token, exclude); antecedent < 0 && noun >= 0 && !isPronoun(c.doc.Tokens[noun]) {
		if member, ok := c.Party(noun, exclude...); ok {
			antecedent = member
		}
	}
	if antecedent < 0 {
		return -1, false
	}
	return c.use(antecedent, Mention{Span: language.Span{Start: token, End: token + 1}, Head: token, Form: graph.MentionPronoun, Member: antecedent, Place: -1}), true
}

// partitive returns the noun that a phrase is a part or number of: "members" of
// "a group of members", "aides" of "several of his aides"; -1 for others.
func (c *Cast) partitive(token int) int {
	switch c.lemma(token) {
	case "one", "some", "several", "many", "most", "all", "both", "number", "handful", "group", "couple", "dozen", "series", "few", "part", "majority", "half", "hundred", "thousand", "score", "pair", "two", "three", "lot", "any", "each", "rest", "none", "mix", "range", "array", "variety", "collection", "slew", "bunch", "host", "contingent", "circle", "parade", "stream":
	default:
		return -1
	}
	for _, child := range c.doc.Children(token) {
		if strings.ToLower(c.doc.Tokens[child].Text) == "of" {
			if object := c.objectOf(child); object > token {
				return object
			}
		}
	}
	return -1
}

// partyOfPhrase returns the party that a noun phrase of people or bodies is.
func (c *Cast) partyOfPhrase(token int, exclude []int) (int, bool) {
	tag, dep := c.doc.Tokens[token].Tag, c.doc.Tokens[token].Dep
	if dep == "compound" || dep == "amod" || dep == "nmod" || dep == "npadvmod" {
		return -1, false // a part of a phrase
	}
	if !strings.HasPrefix(tag, "NN") || c.doc.Tokens[token].POS == "PRON" {
		return -1, false
	}
	lemma := c.lemma(token)
	person, body := c.words.people[lemma], c.words.bodies[lemma]
	if !person && !body && c.words.offices[lemma] == nil && !outlets[lemma] {
		return -1, false
	}
	if r, isRole := c.roleAt[token]; isRole && r.definite {
		if candidates, _ := c.holders(r, exclude); len(candidates) > 1 {
			return -1, false // one of those, nobody knows which
		}
	}
	p := c.readPhrase(token)
	if p.possessor >= 0 && p.owner < 0 && !isFirstPerson(c.doc.Tokens[p.possessor].Text) && !(lemma == "counterpart" && p.state != nil) {
		return -1, false // "his adviser" of nobody knows whom
	}
	if member := c.standsFor(p, lemma); member >= 0 {
		return accept(c.use(member, p.mention(member)), exclude)
	}
	if member := c.namedBody(p, lemma); member >= 0 {
		return accept(c.use(member, p.mention(member)), exclude)
	}
	if outlets[lemma] {
		return -1, false // of no name here
	}
	if member := c.sameNominal(p, lemma); member >= 0 {
		return accept(c.use(member, p.mention(member)), exclude)
	}
	if c.vague(p, lemma) {
		return -1, false
	}
	return accept(c.nominal(p, lemma), exclude)
}

// isFirstPerson reports whether a possessive is the writer's or the speaker's own.
func isFirstPerson(text string) bool {
	switch strings.ToLower(text) {
	case "my", "our":
		return true
	}
	return false
}

// phrase is a noun phrase of people or bodies.
type phrase struct {
	span      language.Span // with its determiner and "of" phrase
	head      int
	bare      string // without determiner and possessor
	owner     int    // the figure of its possessor or of a person's name before it, -1 for none
	possessor int    // a possessive pronoun's token, -1 for none
	state     *state
	definite  bool
	plural    bool
	noun      string
	part      int // figure of an organization's name in it, -1 for none
}

func (p phrase) mention(member int) Mention {
	return Mention{Span: p.span, Head: p.head, Form: graph.MentionNominal, Member: member, Place: -1}
}

// readPhrase reads the noun phrase of a head.
func (c *Cast) readPhrase(head int) phrase {
	r := role{span: c.nounPhrase(head), stateAt: -1, of: -1, possessor: -1, head: c.lemma(head)}
	start := r.span.Start
	possessed := -1 // the token after the possessor
	for i := start; i < head; i++ {
		token := c.doc.Tokens[i]
		switch {
		case token.Tag == "PRP$":
			r.possessor, possessed = i, i+1
		case token.Tag == "POS":
			possessed = i + 1
		case c.nameAt[i] >= 0:
			c.ownerOf(&r, i)
		}
	}
	c.readComplement(&r, head)
	p := phrase{span: r.span, head: head, owner: -1, possessor: r.possessor, state: r.state, noun: strings.ToLower(c.doc.Tokens[head].Text), part: -1}
	p.definite = c.isDefinite(r, head)
	p.plural = c.doc.Tokens[head].Tag == "NNS" || c.doc.Tokens[head].Tag == "NNPS"
	if p.possessor >= 0 {
		if m, ok := c.At(p.possessor); ok {
			p.owner = m.Member
		}
	}
	if r.of >= 0 {
		p.part = r.of
		if p.owner < 0 && c.figures[r.of].kind == graph.KindPerson {
			p.owner = r.of
		}
	}
	for start < head && c.isDeterminer(start) {
		start++
	}
	if possessed > start && possessed <= head && p.owner >= 0 {
		start = possessed
	}
	p.bare = strings.TrimLeft(strings.Join(strings.Fields(c.doc.Slice(language.Span{Start: start, End: p.span.End})), " "), "-–—'\"“‘ ")
	return p
}

// isDeterminer reports whether a token at a phrase's start is no part of what names
// it: "the", "some", "his", "several".
func (c *Cast) isDeterminer(i int) bool {
	if e := c.doc.Tokens[i].Entity; e >= 0 && c.doc.Entities[e].Label == "DATE" {
		return true // "on Monday union officials"
	}
	switch c.doc.Tokens[i].Tag {
	case "CC", "DT", "PDT", "WDT", "PRP$", "IN", "CD", "WRB", "RB", "RBS", "WP$", "``", "''":
		return true
	}
	switch strings.ToLower(c.doc.Tokens[i].Text) {
	case "several", "many", "other", "various", "such", "few", "certain", "more", "own", "same", "unidentified", "unnamed", "least", "most", "dozen", "about":
		return true
	}
	return false
}

// standsFor returns the state that "the Russian side" or "the French government"
// is, -1 for other phrases.
func (c *Cast) standsFor(p phrase, lemma string) int {
	if p.state == nil || p.owner >= 0 || p.part >= 0 {
		return -1
	}
	switch lemma {
	case "side", "government", "authority", "administration", "leadership", "state", "regime", "republic":
		return c.stateFigure(p.state)
	}
	return -1
}

// namedBody returns the organization whose name ends in the noun of a definite
// phrase, where it is the only one: "the ministry", "the party".
func (c *Cast) namedBody(p phrase, lemma string) int {
	if !p.definite || p.plural || p.owner >= 0 || p.state != nil || p.part >= 0 || !c.words.bodies[lemma] && !outlets[lemma] || length(p.span) > 2 {
		return -1
	}
	last := func(words []string) bool { return words[len(words)-1] == lemma }
	if found := c.onlyBody(p, last); found >= 0 {
		return found
	}
	if found := c.onlyBody(p, func(words []string) bool { return slices.Contains(words, lemma) }); found >= 0 {
		return found
	}
	return c.bodyNear(p, lemma)
}

// onlyBody returns the only organization named before a phrase whose name's words
// are such, -1 for none or more.
func (c *Cast) onlyBody(p phrase, such func(words []string) bool) int {
	found := -1
	for i := range c.figures {
		fig := &c.figures[i]
		if fig.kind != graph.KindOrganization || fig.nominal || fig.state != nil && fig.orgKind != graph.OrganizationGovernment {
			continue
		}
		words := strings.Fields(graph.Fold(fig.name))
		if len(words) < 2 || !such(words) || !c.mentionedBefore(fig, p.head) {
			continue
		}
		if found >= 0 {
			return -1
		}
		found = i
	}
	return found
}

// bodyNear returns the only organization of the kind of a noun, "the group", "the
// company", that the phrase's sentence names before it, or else the one before.
func (c *Cast) bodyNear(p phrase, lemma string) int {
	kinds := kindsOfBody(lemma)
	if kinds == nil {
		return -1
	}
	sentence := c.doc.Tokens[p.head].Sentence
	reach := 1
	if outlets[lemma] {
		reach = maxPronounDistance
	}
	for back := 0; back <= min(reach, sentence); back++ {
		var found []int
		for _, m := range c.mentionsIn(sentence-back, p.head) {
			fig := &c.figures[m.Member]
			if fig.kind == graph.KindOrganization && !fig.nominal && (fig.state == nil || governmentBody(fig.name)) && (slices.Contains(kinds, fig.orgKind) || outlets[lemma] && isMasthead(fig.name)) && !slices.Contains(found, m.Member) {
				found = append(found, m.Member)
			}
		}
		if len(found) > 0 {
			if len(found) == 1 {
				return found[0]
			}
			return -1
		}
	}
	return -1
}

// isMasthead reports whether a name is one of a newspaper by its last word.
func isMasthead(name string) bool {
	fields := strings.Fields(name)
	return len(fields) > 1 && mastheads[fields[len(fields)-1]]
}

// mastheads are last words of the names of newspapers.
var mastheads = wordSet("Times Post News Tribune Herald Journal Gazette Guardian Globe Star Sentinel Telegraph Observer Chronicle Courier Inquirer Examiner Dispatch Bulletin Sun Press")

// kindsOfBody returns the kinds of organization that a noun can mean.
func kindsOfBody(lemma string) []graph.OrganizationKind {
	switch lemma {
	case "company", "firm":
		return []graph.OrganizationKind{graph.OrganizationCompany}
	case "group", "organization", "organisation", "alliance", "bloc", "union", "militia":
		return []graph.OrganizationKind{graph.OrganizationOther}
	case "newspaper", "broadcaster", "daily", "weekly", "tabloid":
		return []graph.OrganizationKind{graph.OrganizationMedia}
	case "party":
		return []graph.OrganizationKind{graph.OrganizationParty}
	case "agency", "department", "ministry", "bureau", "court":
		return []graph.OrganizationKind{graph.OrganizationGovernment}
	}
	return nil
}

func (c *Cast) mentionedBefore(fig *figure, token int) bool {
	for _, s := range fig.spans {
		if s.Start < c.doc.Tokens[token].Start {
			return true
		}
	}
	return false
}

// vague reports whether a phrase says of no one in particular who it is.
func (c *Cast) vague(p phrase, lemma string) bool {
	if length(p.span) > 1 && (p.state != nil || p.owner >= 0 || p.part >= 0) {
		return false
	}
	if length(p.span) == 1 && !p.plural && !c.headline[p.head] && !c.lineStart(p.head) {
		return true // "ran for president", "served as envoy": an office, nobody
	}
	switch lemma {
	case "side", "party":
		return true
	case "person":
		return len(strings.Fields(p.bare)) == 1
	case "people":
		return c.unnumbered(p)
	case "man", "woman", "boy", "girl", "guy", "power", "world", "firm", "force", "unit", "office", "service", "industry", "field", "state", "bloc", "base", "house", "public", "body", "camp", "kingdom", "republic", "nation", "household", "study", "university", "college", "school", "conference", "press", "mission", "movement", "campaign", "board", "bank", "source", "member":
		return length(p.span) == 1 || !p.definite && !p.plural
	}
	return false
}

// unnumbered reports whether "people" has no number and nothing that says whose:
// "100 people" and "people of the valley" can be met, "people" is everybody.
func (c *Cast) unnumbered(p phrase) bool {
	for i := p.span.Start; i < p.head; i++ {
		if c.doc.Tokens[i].Tag == "CD" {
			return false
		}
	}
	return p.span.End == p.head+1
}

// lineStart reports whether a token begins a line, where headlines in sentence case
// leave articles out: "Minister meets rebels".
func (c *Cast) lineStart(i int) bool {
	return i == 0 || strings.Contains(c.doc.Tokens[i-1].Text, "\n")
}

// nominalName returns the name of a nominal member: the bare phrase with its
// holder's name.
func (c *Cast) nominalName(p phrase) string {
	if p.owner >= 0 && !strings.Contains(p.bare, c.figures[p.owner].shortName()) {
		return c.figures[p.owner].shortName() + "'s " + p.bare
	}
	return p.bare
}

// shortName is the form by which an article mostly calls a figure: of a person
// the surname.
func (fig *figure) shortName() string {
	if fig.people == nil {
		return fig.name
	}
	words := strings.Fields(fig.people.written)
	if fig.people.familyFirst {
		return words[0]
	}
	last := len(words) - 1
	for last > 0 && isSuffix(words[last]) {
		last--
	}
	for last > 0 && isParticle(words[last-1]) && last-1 > 0 {
		return strings.Join(words[last-1:last+1], " ")
	}
	return words[last]
}

// nominal makes the member of a party known by its role alone.
func (c *Cast) nominal(p phrase, lemma string) int {
	name := c.nominalName(p)
	kind, orgKind := graph.KindPerson, graph.OrganizationKind("")
	if p.plural || c.words.bodies[lemma] && !c.words.people[lemma] {
		kind, orgKind = graph.KindOrganization, graph.OrganizationOther
		switch lemma {
		case "government", "administration", "ministry", "cabinet", "parliament", "authority", "army", "police", "regime", "court", "embassy", "department":
			orgKind = graph.OrganizationGovernment
		}
	}
	index := c.figureOf("NOMINAL:"+graph.Fold(name), func() figure {
		fig := figure{kind: kind, orgKind: orgKind, name: name, nominal: true, holder: p.owner, gender: genderOfNoun(p.noun)}
		if p.owner < 0 && p.plural && p.part >= 0 && c.figures[p.part].kind == graph.KindOrganization {
			fig.holder = p.part // the people of a body
		}
		if p.state != nil {
			fig.country = p.state.country()
		} else if p.part >= 0 {
			fig.country = c.figures[p.part].country
		}
		return fig
	})
	c.use(index, p.mention(index))
	fig := &c.figures[index]
	fig.addForm(p.bare, false)
	fig.addForm(p.noun, false)
	c.fill(index)
	return index
}
