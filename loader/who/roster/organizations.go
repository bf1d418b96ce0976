package roster

import (
	"strings"
	"unicode"

	"dateline/graph"
	"dateline/loader/language"
	"dateline/loader/lexicon"
	"dateline/loader/who/names"
	"dateline/loader/who/vocabulary"
)

// organization returns the member of an organization's name that the lexicon does
// not know. Shorts are the article's short forms of such names.
func (c *clusters) organization(span language.Span, shorts map[string]string) int {
	full := c.written(span)
	if longer, ok := shorts[organizationKey(full)]; ok {
		full = longer
	}
	name := strings.TrimPrefix(strings.TrimPrefix(full, "the "), "The ")
	kind, country := organizationKind(full), c.organizationCountry(span)
	member := c.roster.Member("ORGANIZATION:"+organizationKey(full), func() Draft {
		return Draft{Kind: graph.KindOrganization, OrganizationKind: kind, Name: name, Country: country, Holder: -1}
	})
	d := &c.roster.Drafts[member]
	if len(name) > len(d.Name) {
		d.Name = name
	}
	if d.OrganizationKind == graph.OrganizationOther {
		d.OrganizationKind = kind
	}
	if d.Country == "" {
		d.Country = country
	}
	return member
}

// written returns the text of span with single spaces.
func (c *clusters) written(span language.Span) string {
	return strings.Join(strings.Fields(c.parse.Slice(span)), " ")
}

// organizationCountry returns the code of the country that stands in a body's name or as
// an adjective before it, "" for none: "Bank of Italy", "Danish Broadcasting".
func (c *clusters) organizationCountry(span language.Span) string {
	country := ""
	for i := span.Start; i < span.End; i++ {
		if e := c.words.Names[vocabulary.NameKey(c.parse.Tokens[i].Text)]; e != nil && e.State != nil && !e.Weak && e.Use != vocabulary.UseCapital {
			country = e.Country
		}
	}
	if country == "" && span.Start > 0 {
		country = c.names.AdjectiveAt(span.Start - 1).Country()
	}
	return country
}

// organizationKind returns the kind of body that the words of a name imply.
func organizationKind(name string) graph.OrganizationKind {
	words := strings.Fields(graph.Fold(name))
	kind := graph.OrganizationOther
	for _, word := range words {
		switch implied := kindOfWord(word); {
		case implied == graph.OrganizationParty:
			return implied
		case implied == graph.OrganizationCompany && kind == graph.OrganizationMedia: // "News Corp"
		case implied != "":
			kind = implied
		}
	}
	if kind == graph.OrganizationOther && len(words) > 1 && vocabulary.OutletNames[words[len(words)-1]] {
		return graph.OrganizationMedia
	}
	return kind
}

// kindOfWord returns the kind of body that a folded word of a name implies, "" for none.
func kindOfWord(word string) graph.OrganizationKind {
	switch {
	case partyNames[word]:
		return graph.OrganizationParty
	case governmentNames[word]:
		return graph.OrganizationGovernment
	case companyNames[word]:
		return graph.OrganizationCompany
	case mediaNames[word]:
		return graph.OrganizationMedia
	}
	return ""
}

var (
	partyNames      = lexicon.Class("party-name")
	governmentNames = lexicon.Class("government-name")
	companyNames    = lexicon.Class("company-name")
	mediaNames      = lexicon.Class("media-name")
)

// shortForms returns the full names of this article's organizations by the keys of
// their short forms: acronyms in brackets after them or made of their initials, and
// first words that only one of them begins with.
func (c *clusters) shortForms() map[string]string {
	long := c.longNames()
	shorts := map[string]string{}
	for _, n := range c.names.List {
		if n.Class != names.Organization {
			continue
		}
		key := organizationKey(c.written(n.Span))
		if _, known := shorts[key]; known {
			continue
		}
		if full := c.longerForm(n.Span, long); full != "" {
			shorts[key] = full
		}
	}
	return shorts
}

// longNames returns the names of organizations of two words or more.
func (c *clusters) longNames() []language.Span {
	var long []language.Span
	for _, n := range c.names.List {
		if n.Class == names.Organization && n.Len() > 1 {
			long = append(long, n.Span)
		}
	}
	return long
}

// longerForm returns the one longer name that a name is short for, "" for none or
// several.
func (c *clusters) longerForm(span language.Span, long []language.Span) string {
	short := c.written(span)
	found := ""
	for _, other := range long {
		full := c.written(other)
		if other.Len() <= span.Len() || organizationKey(full) == organizationKey(short) {
			continue
		}
		if other.End == span.Start-1 && c.parse.Tokens[other.End].Text == "(" {
			return full
		}
		if !isShortFor(short, full) && !c.lacksState(short, full) || organizationKey(found) == organizationKey(full) {
			continue
		}
		if found != "" {
			return ""
		}
		found = full
	}
	return found
}

// isShortFor reports whether a name is the acronym or the first words of a longer one.
func isShortFor(short, full string) bool {
	if vocabulary.IsAcronym(short) && acronymOf(full) == strings.ReplaceAll(short, ".", "") {
		return true
	}
	return strings.HasPrefix(organizationKey(full), organizationKey(short)+" ")
}

// lacksState reports whether a name is a longer one without the state that the longer one
// begins with: "Senate" for "U.S. Senate".
func (c *clusters) lacksState(short, full string) bool {
	state, ok := strings.CutSuffix(full, " "+short)
	if !ok {
		return false
	}
	e := c.words.Names[vocabulary.NameKey(state)]
	return e != nil && e.State != nil && e.Use != vocabulary.UseCapital
}

// seatWithState returns the member of the only body of the lexicon in the text that a name is
// without its state: "Senate" where the text has "U.S. Senate"; -1 for none.
func (c *clusters) seatWithState(span language.Span) int {
	short := c.written(span)
	var found *vocabulary.Entry
	for _, n := range c.names.List {
		if n.Class != names.Lexicon || !n.HasUse(vocabulary.UseSeat) || !c.lacksState(short, n.Entry.Name) {
			continue
		}
		if found != nil && found != n.Entry {
			return -1
		}
		found = n.Entry
	}
	if found == nil {
		return -1
	}
	return c.roster.Seat(found)
}

// organizationKey folds an organization's name without what comes and goes.
func organizationKey(name string) string {
	folded := strings.TrimPrefix(graph.Fold(name), "the ")
	for _, ending := range []string{" inc", " corp", " ltd", " plc", " llc", " co", " corporation", " s"} {
		folded = strings.TrimSuffix(folded, ending)
	}
	return folded
}

// acronymOf returns the initials of a name's capitalized words.
func acronymOf(name string) string {
	var b strings.Builder
	for _, word := range strings.FieldsFunc(name, func(r rune) bool { return unicode.IsSpace(r) || r == '-' }) {
		if vocabulary.StartsUpper(word) && word != "The" {
			b.WriteString(word[:1])
		}
	}
	return b.String()
}
