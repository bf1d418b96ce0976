package who

import (
	"strings"
	"unicode"

	"dateline/graph"
	"dateline/loader/language"
	"dateline/loader/lexicon"
)

// organization returns the member of an organization's name that the lexicon does
// not know.
func (c *clusters) organization(span language.Span, shorts map[string]string) int {
	written := strings.Join(strings.Fields(c.doc.Slice(span)), " ")
	full := written
	if longer, ok := shorts[organizationKey(written)]; ok {
		full = longer
	}
	name := strings.TrimPrefix(strings.TrimPrefix(full, "the "), "The ")
	kind, country := c.organizationKind(span, full)
	index := c.roster.draftOf("ORGANIZATION:"+organizationKey(full), func() draft {
		return draft{kind: graph.KindOrganization, orgKind: kind, name: name, country: country, holder: -1}
	})
	d := &c.roster.drafts[index]
	if len(name) > len(d.name) {
		d.name = name
	}
	if d.orgKind == graph.OrganizationOther {
		d.orgKind = kind
	}
	if d.country == "" {
		d.country = country
	}
	return index
}

// organizationKind tells from its words what kind of body a name is of.
func (c *clusters) organizationKind(span language.Span, full string) (graph.OrganizationKind, string) {
	country := ""
	for i := span.Start; i < span.End; i++ {
		if e := c.words.names[nameKey(c.doc.Tokens[i].Text)]; e != nil && e.state != nil && !e.weak && e.use != useCapital {
			country = e.country
		}
	}
	if country == "" && span.Start > 0 {
		if s := c.names.adjectiveAt(span.Start - 1); s != nil {
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

// shortForms maps the folded short forms of this article's organizations to
// their full names: acronyms in brackets after them or made of their initials,
// and first words that only one of them begins with.
func (c *clusters) shortForms() map[string]string {
	shorts := map[string]string{}
	var full []language.Span
	for _, n := range c.names.list {
		if n.class == classOrganization && length(n.Span) > 1 {
			full = append(full, n.Span)
		}
	}
	for _, n := range c.names.list {
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

func (c *clusters) longerForm(span language.Span, short string, full []language.Span) (string, bool) {
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
		if startsUpper(word) && word != "The" {
			b.WriteString(word[:1])
		}
	}
	return b.String()
}

// outletNames are words that names of newspapers and broadcasters end in, beside
// those that tell one wherever they stand.
var outletNames = lexicon.Class("outlet-name")

// outlets are nouns by which an article calls a newspaper or broadcaster again.
var outlets = lexicon.Class("outlet")
