package who

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/graph"
	"dateline/loader/language"
)

// role is an office or role as a phrase gives it, before a name or by itself:
// "Russian Foreign Minister", "Macron's top adviser", "the president".
type role struct {
	span      language.Span // the whole phrase
	words     []string      // the words of the office in lower case: [top foreign policy adviser]
	written   string        // the office as written
	head      string        // the noun, synonyms levelled: adviser
	class     string        // of a lexicon office: state, foreign, …; "" for others
	title     string        // of a lexicon office: what its synonyms share
	former    bool
	elect     bool
	state     *state // whose office it is
	stateAt   int    // the token that tells the state, -1 for none
	of        int    // the figure of the body or person whose office it is, -1 for none
	possessor int    // a possessive pronoun's token, -1 for none
	definite  bool
	plural    bool
}

// level maps variants of a role's noun to one.
func level(noun string) string {
	switch noun {
	case "advisor":
		return "adviser"
	case "spokeswoman", "spokesperson":
		return "spokesman"
	case "chairwoman", "chairperson", "chair":
		return "chairman"
	case "congresswoman", "representative", "rep.", "rep":
		return "congressman"
	case "sen.", "sen":
		return "senator"
	case "gov.", "gov":
		return "governor"
	case "gen.", "gen":
		return "general"
	case "boss", "head":
		return "chief"
	}
	return noun
}

// isOfficeNoun reports whether a noun in lower case can be the head of a role.
func (v *vocabulary) isOfficeNoun(lower string) bool {
	return v.people[lower] || v.offices[lower] != nil || v.honorifics[capitalized(lower)] != genderUnknown && v.offices[lower] != nil
}

// titles reads the titles before the names of people.
func (c *Cast) titles() {
	for i := range c.Mentions {
		m := c.Mentions[i]
		if m.Member < 0 || c.figures[m.Member].kind != graph.KindPerson {
			continue
		}
		if r, ok := c.titleBefore(m.Span); ok {
			if r.state != nil && r.class != "" {
				c.stateFigure(r.state)
			}
			c.figures[m.Member].roles = append(c.figures[m.Member].roles, r)
			c.figures[m.Member].addForm(c.titled(r, m), false)
		}
	}
}

// titled returns a name with its title as one form.
func (c *Cast) titled(r role, m Mention) string {
	start := r.span.Start
	for start < m.Span.Start && (c.doc.Tokens[start].Tag == "POS" || c.doc.Tokens[start].POS == "PUNCT") {
		start++
	}
	return strings.Replace(c.doc.Slice(language.Span{Start: start, End: m.Span.End}), ", ", " ", 1)
}

// titleBefore reads the title that ends right before a name.
func (c *Cast) titleBefore(span language.Span) (role, bool) {
	end := span.Start
	if end > 1 && c.doc.Tokens[end-1].Text == "." && c.words.isHonorific(c.doc.Tokens[end-2].Text) {
		end-- // "Msgr ." as two tokens
	}
	if end > 0 && c.doc.Tokens[end-1].Text == "," && end > 1 && c.possessedOffice(end-2) {
		end-- // "France's foreign minister, Jean Martin,"
	}
	if end > 0 && c.doc.Tokens[end-1].Tag == "IN" {
		return role{}, false // "a lawyer for X"
	}
	start := end
	sentence := c.doc.SentenceOf(span.Start)
	for start > sentence.Start && end-start < 12 && c.titleToken(start-1) {
		start--
	}
	r, ok := c.readRole(language.Span{Start: start, End: end}, end-1)
	if !ok {
		return role{}, false
	}
	return r, true
}

// possessedOffice reports whether the token is an office's noun with a possessor or
// "the" before it.
func (c *Cast) possessedOffice(token int) bool {
	if !c.words.isOfficeNoun(strings.ToLower(c.doc.Tokens[token].Text)) || c.nameAt[token] >= 0 {
		return false
	}
	for _, child := range c.doc.Children(token) {
		if c.doc.Tokens[child].Dep == "poss" {
			return true
		}
	}
	return false
}

// titleToken reports whether a token can be of a title before a name.
func (c *Cast) titleToken(i int) bool {
	token := c.doc.Tokens[i]
	if strings.Contains(token.Text, "\n") || token.Tag == "DT" || token.Tag == "CD" {
		return false
	}
	if index := c.nameAt[i]; index >= 0 {
		// "Italy's", "Kremlin", "Russian", "Putin" before a role.
		return c.names[index].End == i+1 || i+1 < len(c.nameAt) && c.nameAt[i+1] == index
	}
	switch token.Tag {
	case "NN", "NNP", "JJ", "POS", "JJS", "NNPS", "JJR", "AFX":
		return token.POS != "PUNCT"
	case "HYPH":
		return i > 0 && !c.doc.Tokens[i-1].Space && !token.Space
	case "PRP$":
		return i+1 < len(c.doc.Tokens)
	case "VBG", "VBN":
		return titleParticiples[strings.ToLower(token.Text)]
	case "NNS":
		return i+1 < len(c.doc.Tokens) && c.doc.Tokens[i+1].Tag != "NNP"
	case "IN":
		return c.ofOffice(i)
	}
	return strings.ToLower(token.Text) == "then" || strings.ToLower(token.Text) == "ex"
}

// titleParticiples are the participles that stand in titles.
var titleParticiples = wordSet(`acting outgoing incoming ruling sitting visiting managing leading founding elected
	appointed retired disgraced exiled ousted deposed jailed embattled`)

// ofOffice reports whether a preposition stands in an office's own name:
// "Secretary of State", "Minister for Europe", "Chief of Staff".
func (c *Cast) ofOffice(i int) bool {
	text := strings.ToLower(c.doc.Tokens[i].Text)
	if text != "of" && text != "for" || i == 0 || c.nameAt[i-1] >= 0 {
		return false
	}
	return c.words.isOfficeNoun(c.lemma(i - 1))
}

// readRole reads the role in span, whose noun is head; false where it is none.
func (c *Cast) readRole(span language.Span, head int) (role, bool) {
	r := role{span: span, stateAt: -1, of: -1, possessor: -1}
	// The part after the last possessive or name is the office itself.
	words := span.Start
	for i := span.Start; i < span.End; i++ {
		token := c.doc.Tokens[i]
		lower := strings.ToLower(token.Text)
		switch {
		case token.Tag == "POS":
			words = i + 1
		case token.Tag == "PRP$":
			r.possessor, words = i, i+1
		case c.nameAt[i] >= 0:
			c.ownerOf(&r, i)
		case lower == "former" || lower == "ex" || lower == "then" || lower == "ex-" || lower == "late":
			r.former = true
		}
	}
	for i := words; i < span.End; i++ {
		token := c.doc.Tokens[i]
		lower := strings.ToLower(token.Text)
		if c.notOffice(i) {
			continue
		}
		if full, ok := spelledOut[lower]; ok {
			lower = full
		}
		if rest, ok := strings.CutPrefix(lower, "ex-"); ok {
			r.former, lower = true, rest
		}
		if rest, ok := strings.CutPrefix(lower, "then-"); ok {
			r.former, lower = true, rest
		}
		if rest, ok := strings.CutSuffix(lower, "-elect"); ok {
			r.elect, lower = true, rest
		}
		r.words = append(r.words, lower)
	}
	if len(r.words) == 0 {
		return role{}, false
	}
	r.plural = c.doc.Tokens[head].Tag == "NNS" || c.doc.Tokens[head].Tag == "NNPS"
	last := len(r.words) - 1
	if r.plural {
		r.words[last] = singular(r.words[last], c.lemma(head))
	}
	var dropped int
	r.words, dropped, r.class, r.title = c.officeOf(r.words)
	r.span.Start = c.officeStart(r, words, dropped)
	r.head = level(r.words[len(r.words)-1])
	if at := slices.Index(r.words, "of"); at > 0 {
		r.head = level(r.words[at-1])
	} else if at := slices.Index(r.words, "for"); at > 0 {
		r.head = level(r.words[at-1])
	}
	if r.class == "" && !c.words.isOfficeNoun(r.head) {
		return role{}, false
	}
	r.written = strings.Join(r.words, " ")
	if c.isField(r) {
		r.written = r.state.name + " " + r.written
		r.state, r.stateAt = nil, -1
	}
	return r, true
}

// isField reports whether the state in a role is what its holder knows about, not whose
// he is: "China expert", but "Chinese expert" and "China's expert".
func (c *Cast) isField(r role) bool {
	if r.state == nil || r.stateAt < 0 || !learned[r.head] {
		return false
	}
	n := c.names[c.nameAt[r.stateAt]]
	possessed := n.End < len(c.doc.Tokens) && c.doc.Tokens[n.End].Tag == "POS"
	return n.entry != nil && n.entry.use == useState && c.adjectiveAt(r.stateAt) == nil && !possessed
}

// learned are nouns of those who know a field.
var learned = wordSet("expert specialist analyst scholar researcher historian watcher correspondent hawk")

// spelledOut gives the nouns of abbreviated titles.
var spelledOut = map[string]string{
	"dr.": "doctor", "dr": "doctor", "msgr.": "monsignor", "msgr": "monsignor", "gen.": "general", "gen": "general",
	"col.": "colonel", "lt.": "lieutenant", "capt.": "captain", "maj.": "major", "sgt.": "sergeant", "adm.": "admiral",
	"cmdr.": "commander", "rev.": "reverend", "prof.": "professor", "prof": "professor", "amb.": "ambassador",
}

// notOffice reports whether a token of a title is no word of the office itself.
func (c *Cast) notOffice(i int) bool {
	token := c.doc.Tokens[i]
	return c.nameAt[i] >= 0 || token.Tag == "DT" || token.POS == "PUNCT" || token.POS == "SPACE" || adverbialTitle(strings.ToLower(token.Text))
}

func singular(word, lemma string) string {
	if lemma != "" && lemma != word {
		return lemma
	}
	return strings.TrimSuffix(word, "s")
}

// adverbialTitle reports whether a word of a title is none of the office.
func adverbialTitle(lower string) bool {
	switch lower {
	case "former", "ex", "then", "late", "current", "incumbent", "new", "newly", "elected", "outgoing", "longtime", "-", "mr.", "mr", "mrs", "mrs.", "ms", "ms.", "sir", "his", "her", "their", "its", "old", "veteran", "own":
		return true
	}
	return false
}

// officeOf cuts the words of a role down to what is said of the office, and
// gives its class. "conservative president" is a president.
func (c *Cast) officeOf(words []string) (office []string, dropped int, class, title string) {
	for start := 0; start < len(words); start++ {
		for end := len(words); end > start; end-- {
			o := c.words.offices[strings.Join(words[start:end], " ")]
			if o == nil || end < len(words) && words[end] != "of" && words[end] != "for" && words[end] != "in" && words[end] != "and" {
				continue
			}
			if start > 0 && modifiesOffice(words[start-1]) {
				return words[start-1 : end], start - 1, "deputy " + o.class, words[start-1] + " " + o.title
			}
			return words[start:end], start, o.class, o.title
		}
	}
	return words, 0, "", ""
}

// officeStart returns where a role's phrase begins once the words before its office
// are dropped: at the name or adjectives right before the office. First is the
// token after the possessor.
func (c *Cast) officeStart(r role, first, dropped int) int {
	if dropped == 0 {
		return r.span.Start
	}
	at := first
	for ; at < r.span.End && dropped > 0; at++ {
		if !c.notOffice(at) {
			dropped--
		}
	}
	for at > r.span.Start && (c.nameAt[at-1] >= 0 || c.doc.Tokens[at-1].Tag == "POS" || c.doc.Tokens[at-1].POS == "ADJ" || c.doc.Tokens[at-1].Tag == "DT") {
		at--
	}
	return at
}

// modifiesOffice reports whether a word before an office makes it another one.
func modifiesOffice(word string) bool {
	switch word {
	case "deputy", "vice", "assistant", "shadow", "acting", "first", "second", "junior", "associate", "under":
		return true
	}
	return false
}

// ownerOf takes the name at token i as that of the state, body or person whose
// office a role is.
func (c *Cast) ownerOf(r *role, i int) {
	n := c.names[c.nameAt[i]]
	if s := c.stateAt(i); s != nil && (n.entry == nil || n.entry.use != useOrganization) {
		r.state, r.stateAt = s, i
		return
	}
	if m, ok := c.At(i); ok {
		r.of = m.Member
		if n.entry != nil && n.entry.use == useSeat {
			r.state = n.entry.state
			r.of = c.seat(n.entry)()
		}
	}
}

// sameOffice reports whether a phrase can mean the holder of a position: the same
// class of office, "leader" of any head, or the same noun with no other words.
func sameOffice(phrase, position role) bool {
	if phrase.former && !position.former {
		return false
	}
	if phrase.class != "" {
		return phrase.title == position.title || heads(position.class) && phrase.written == "head of state"
	}
	if phrase.head == "leader" {
		return heads(position.class) || position.head == "leader"
	}
	if phrase.head != position.head {
		return phrase.head == "minister" && ministerial(position.class)
	}
	for _, word := range phrase.words[:len(phrase.words)-1] {
		if !slices.Contains(position.words, word) {
			return false
		}
	}
	return true
}

// heads reports whether an office of the class makes its holder a leader.
func heads(class string) bool {
	return class == "state" || class == "government" || class == "party"
}

func ministerial(class string) bool {
	switch class {
	case "government", "foreign", "defense", "finance", "interior", "justice":
		return true
	}
	return false
}

// positions returns the positions of a figure, most frequent first.
func (c *Cast) positions(fig *figure) []graph.Position {
	type counted struct {
		graph.Position
		count int
	}
	var found []counted
	for _, r := range fig.roles {
		if notOffices[r.head] {
			continue
		}
		title, organization := c.position(r)
		at := slices.IndexFunc(found, func(p counted) bool { return graph.Fold(p.Title) == graph.Fold(title) })
		if at < 0 {
			found = append(found, counted{graph.Position{Title: title, OrganizationID: organization}, 1})
			continue
		}
		found[at].count++
	}
	slices.SortStableFunc(found, func(a, b counted) int { return b.count - a.count })
	var positions []graph.Position
	for _, p := range found {
		if !c.coveredBy(p.Title, len(found), fig) {
			positions = append(positions, p.Position)
		}
	}
	return positions
}

// notOffices are nouns of people that tell no position.
var notOffices = wordSet(`man woman boy girl person guy husband wife son daughter brother sister father mother mom mum dad
	uncle aunt cousin nephew niece widow friend neighbor neighbour victim suspect survivor critic ally opponent rival
	hero native resident citizen source mister winner holder figure relative fiancé fiancée girlfriend boyfriend
	doctor professor reverend predecessor successor counterpart supporter one guest host member assistant heir guy patient witness owner`)

// coveredBy reports whether a bare title says no more than another of the figure's:
// "President" beside "President of France".
func (c *Cast) coveredBy(title string, count int, fig *figure) bool {
	if count < 2 {
		return false
	}
	for _, r := range fig.roles {
		other, _ := c.position(r)
		if other != title && strings.HasPrefix(other, title+" of ") {
			return true
		}
	}
	return false
}

// position writes a role as a title, with the ID of the organization it is of.
func (c *Cast) position(r role) (title, organization string) {
	title = r.written
	if r.class != "" {
		title = titleCase(officeName(r.written))
	}
	if r.elect {
		title += "-elect"
	}
	switch {
	case r.of >= 0 && c.figures[r.of].kind == graph.KindPlace:
		title = titleCase(officeName(r.written)) + " of " + c.figures[r.of].name
	case r.of >= 0 && c.figures[r.of].kind == graph.KindOrganization:
		title = c.figures[r.of].name + " " + officeName(r.written)
		organization = c.id(&c.figures[r.of])
	case r.of >= 0:
		title = c.figures[r.of].name + "'s " + officeName(r.written)
	case r.state != nil:
		if index, ok := c.byKey["STATE:"+r.state.code]; ok {
			organization = c.id(&c.figures[index])
		}
		if r.class != "" || r.head == "minister" || r.head == "secretary" {
			title = titleCase(officeName(r.written)) + " of " + withArticle(r.state)
		} else {
			title = r.state.adjective() + " " + title
		}
	case r.class == "":
		title = upperFirst(title)
	}
	if r.former {
		title = "former " + title
	}
	return title, organization
}

// officeName spells out an office's abbreviation.
func officeName(written string) string {
	if o := lexicon().offices[written]; o != nil && (strings.HasSuffix(written, ".") || len(written) <= 4) {
		return strings.ToLower(o.title)
	}
	return written
}

func (s *state) adjective() string {
	if len(s.adjectives) > 0 {
		return s.adjectives[0]
	}
	return s.name
}

// withArticle returns a state's name with "the" where it is said so.
func withArticle(s *state) string {
	switch s.code {
	case "US", "GB", "NL", "PH", "AE", "CZ", "DO", "CD", "CG", "CF", "MV", "BS", "GM", "SB", "MH", "KM", "VA", "EU", "-su":
		return "the " + s.name
	}
	return s.name
}

// titleCase writes an office with capitals: "Minister of Defense".
func titleCase(words string) string {
	parts := strings.Fields(words)
	for i, word := range parts {
		if i > 0 && (word == "of" || word == "for" || word == "the" || word == "and") {
			continue
		}
		parts[i] = upperFirst(word)
	}
	return strings.Join(parts, " ")
}

func upperFirst(text string) string {
	r, size := utf8.DecodeRuneInString(text)
	return string(unicode.ToUpper(r)) + text[size:]
}
