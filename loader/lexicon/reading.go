package lexicon

import (
	"regexp"
	"slices"
	"strconv"
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

// Agencies returns the news agencies that occur in bylines, in lower case.
func Agencies() Set { return plainSet(agencies, strings.ToLower) }

// BylineWords returns the words of offices and desks in bylines, in lower case.
func BylineWords() Set { return plainSet(bylineWords, same) }

// Sections returns the names of the sections of a newspaper, in lower case.
func Sections() Set { return plainSet(sections, same) }

// SharedHosts returns the hosts of platforms that carry other people's texts.
func SharedHosts() Set { return plainSet(sharedHosts, same) }

// FiniteVerbs returns the finite verb forms that are most common in news.
func FiniteVerbs() Set { return plainSet(finiteVerbs, same) }

// HeadlineWords returns the words in headlines that a tagger mistakes for names.
func HeadlineWords() Set { return plainSet(headlineWords, same) }

// LegalForms returns a function that returns a pattern of the legal forms in names of
// companies, folded and without points. Where several forms match it takes the longest.
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

// NameEndings returns endings that many family names share.
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

// StopWords returns the most common words of languages, by BCP 47 tag.
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

var foreignMonthNames = &table[member]{name: "foreign_months.tsv", columns: func(m *member) []column {
	return []column{text("month", &m.word), some("number", &m.classes)}
}}

// ForeignMonths returns the numbers of the names of months in other languages than
// English.
func ForeignMonths() map[string]int {
	return Map(func() map[string]int {
		found := map[string]int{}
		for _, m := range foreignMonthNames.all() {
			found[m.word], _ = strconv.Atoi(m.classes[0])
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

// Labels returns the field that each label of a line has, as "author" of "Author: Ann Lee".
// The argument maps the fields of the list to those of the caller.
func Labels[F any](fields map[string]F) map[string]F {
	return Map(func() map[string]F {
		found := map[string]F{}
		for _, l := range labels.all() {
			found[l.label] = fields[l.field]
		}
		return found
	})
}
