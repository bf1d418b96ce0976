package contactgold

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"dateline/graph"
)

// Matcher tells which contact of an article a found one is.
type Matcher struct {
	article *Article
	names   [][]map[string]bool // of each participant of each contact
	places  [][]Place           // where the text speaks of each contact
}

// Place is a piece of a text, in code points.
type Place struct{ Start, End int }

// NewMatcher returns the matcher of an article.
func NewMatcher(a *Article) *Matcher {
	m := &Matcher{article: a}
	for _, c := range a.Contacts {
		var names []map[string]bool
		for _, p := range c.Participants {
			names = append(names, folded(append([]string{p.Name}, p.Aliases...)...))
		}
		var places []Place
		for _, quote := range append([]string{c.Quote}, c.Also...) {
			if at := strings.Index(a.Evidence.Text, quote); at >= 0 {
				start := utf8.RuneCountInString(a.Evidence.Text[:at])
				places = append(places, Place{start, start + utf8.RuneCountInString(quote)})
			}
		}
		m.names, m.places = append(m.names, names), append(m.places, places)
	}
	return m
}

// Places returns where the text speaks of a contact.
func (m *Matcher) Places(contact int) []Place { return m.places[contact] }

// Told returns the contacts with these parties of which the text speaks at a token.
func (m *Matcher) Told(token int, parties []int) []int {
	start := m.article.Evidence.Tokens[token].Start
	isHere := func(p Place) bool { return p.Start <= start && start < p.End }
	var found []int
	for _, i := range m.between(parties) {
		if slices.ContainsFunc(m.places[i], isHere) {
			found = append(found, i)
		}
	}
	return found
}

// Match returns the contact with these parties of which the text speaks at a token, or else
// the only one with these parties; -1 for none.
func (m *Matcher) Match(token int, parties []int) int {
	if told := m.Told(token, parties); len(told) > 0 {
		return told[0]
	}
	if all := m.between(parties); len(all) == 1 {
		return all[0]
	}
	return -1
}

// between returns the contacts with these parties.
func (m *Matcher) between(parties []int) []int {
	var found []int
	for i := range m.names {
		if m.sameParties(i, parties) {
			found = append(found, i)
		}
	}
	return found
}

// sameParties reports whether at least two parties are in a contact, and at most one is
// not.
func (m *Matcher) sameParties(contact int, members []int) bool {
	shared := 0
	for _, participant := range m.names[contact] {
		isIt := func(member int) bool { return isNamed(m.article.Evidence.Member(member), participant) }
		if slices.ContainsFunc(members, isIt) {
			shared++
		}
	}
	return shared >= 2 && len(members)-shared <= 1
}

func isNamed(member *graph.Member, names map[string]bool) bool {
	all := append([]string{member.Name}, member.Aliases...)
	for _, mention := range member.Mentions {
		if mention.Form != graph.MentionPronoun {
			all = append(all, mention.Text)
		}
	}
	for name := range folded(all...) {
		if names[name] {
			return true
		}
	}
	return false
}

// folded returns names without case, accents and marks.
func folded(names ...string) map[string]bool {
	found := map[string]bool{}
	for _, name := range names {
		words := strings.FieldsFunc(norm.NFKD.String(strings.ToLower(name)), func(r rune) bool {
			return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.Is(unicode.Mn, r)
		})
		letters := strings.Map(func(r rune) rune {
			if unicode.Is(unicode.Mn, r) {
				return -1
			}
			return r
		}, strings.Join(words, " "))
		if letters != "" {
			found[letters] = true
		}
	}
	return found
}
