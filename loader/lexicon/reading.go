package lexicon

import (
	"regexp"
	"slices"
	"strings"
)

type plain struct{ entry string }

func plainList(name string) *table[plain] {
	return &table[plain]{name: name, columns: func(p *plain) []column { return []column{text(entryColumn, &p.entry)} }}
}

var (
	agencies      = plainList("agencies.txt")
	bylineWords   = plainList("byline_words.txt")
	finiteVerbs   = plainList("finite_verbs.txt")
	headlineWords = plainList("headline_words.txt")
	legalForms    = plainList("legal_forms.txt")
	nameEndings   = plainList("name_endings.txt")
	sections      = plainList("sections.txt")
	sharedHosts   = plainList("shared_hosts.txt")
)

// Agencies returns the news agencies that stand in bylines, in lower case.
func Agencies() Set { return plainSet(agencies, strings.ToLower) }

// BylineWords returns words of offices and desks in bylines, in lower case.
func BylineWords() Set { return plainSet(bylineWords, same) }

// Sections returns the names of a newspaper's parts, in lower case.
func Sections() Set { return plainSet(sections, same) }

// SharedHosts returns the hosts of sites that carry the texts of others.
func SharedHosts() Set { return plainSet(sharedHosts, same) }

// FiniteVerbs returns the verb forms that sentences of news have commonest.
func FiniteVerbs() Set { return plainSet(finiteVerbs, same) }

// HeadlineWords returns words of headlines that a tagger takes for names.
func HeadlineWords() Set { return plainSet(headlineWords, same) }

// LegalForms returns what finds the words for what a company is in law in its name,
// which is in lower case without points and accents. Of forms that begin alike it finds
// the longest.
func LegalForms() func() *regexp.Regexp {
	return Value(func() *regexp.Regexp {
		var forms []string
		for _, p := range legalForms.all() {
			forms = append(forms, regexp.QuoteMeta(p.entry))
		}
		slices.SortStableFunc(forms, func(a, b string) int { return len(b) - len(a) })
		return regexp.MustCompile(`\b(` + strings.Join(forms, "|") + `)\b`)
	})
}

// NameEndings returns what the family names of many end in.
func NameEndings() Set { return plainSet(nameEndings, same) }

func same(word string) string { return word }

func plainSet(list *table[plain], fold func(string) string) Set {
	return Map(func() map[string]bool {
		set := Set{}
		for _, p := range list.all() {
			set[fold(p.entry)] = true
		}
		return set
	})
}

var stopWords = &table[member]{name: "stop_words.tsv", columns: func(m *member) []column {
	return []column{text("word", &m.word), some("languages", &m.classes)}
}}

// StopWords returns the commonest words of languages, by BCP 47 tag.
func StopWords() map[string]Set {
	return Map(func() map[string]Set {
		found := map[string]Set{}
		for _, m := range stopWords.all() {
			for _, language := range m.classes {
				if found[language] == nil {
					found[language] = Set{}
				}
				found[language][m.word] = true
			}
		}
		return found
	})
}

type label struct {
	label string
	field string
}

var labels = &table[label]{name: "labels.tsv", columns: func(l *label) []column {
	return []column{text("label", &l.label), one("field", &l.field)}
}}

// Labels returns what the labels of lines above an article give, "Author: Ann Lee" its
// authors; fields are the values of the list as the caller knows them.
func Labels[F any](fields map[string]F) map[string]F {
	return Map(func() map[string]F {
		found := map[string]F{}
		for _, l := range labels.all() {
			found[l.label] = fields[l.field]
		}
		return found
	})
}
