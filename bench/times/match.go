package main

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"dateline/graph"
	"dateline/loader/what/contact"
	"dateline/loader/what/evidence"
)

// matcher finds the contact of the gold that a found one is.
type matcher struct {
	article *evidence.Article
	gold    []goldContact
	names   [][]map[string]bool // of each participant of each contact
	places  [][][2]int          // where the text speaks of each contact, in code points
}

func newMatcher(a *evidence.Article, gold []goldContact) *matcher {
	m := &matcher{article: a, gold: gold}
	for _, g := range gold {
		var names []map[string]bool
		for _, p := range g.Participants {
			names = append(names, folded(append([]string{p.Name}, p.Aliases...)...))
		}
		var places [][2]int
		for _, quote := range append([]string{g.Quote}, g.Also...) {
			if at := strings.Index(a.Text, quote); at >= 0 {
				start := utf8.RuneCountInString(a.Text[:at])
				places = append(places, [2]int{start, start + utf8.RuneCountInString(quote)})
			}
		}
		m.names, m.places = append(m.names, names), append(m.places, places)
	}
	return m
}

// match returns the contact of the gold with the same parties that speaks of the trigger, or
// else the only one with the same parties; nil for none.
func (m *matcher) match(u contact.Undated) *goldContact {
	var same []int
	for i := range m.gold {
		if m.sameParties(i, u.Parties) {
			same = append(same, i)
		}
	}
	start := m.article.Tokens[u.Trigger.Token].Start
	for _, i := range same {
		for _, place := range m.places[i] {
			if place[0] <= start && start < place[1] {
				return &m.gold[i]
			}
		}
	}
	if len(same) == 1 {
		return &m.gold[same[0]]
	}
	return nil
}

// sameParties reports whether at least two parties are in a contact, and at most one is
// not.
func (m *matcher) sameParties(contact int, members []int) bool {
	shared := 0
	for _, participant := range m.names[contact] {
		for _, member := range members {
			if isNamed(m.article.Member(member), participant) {
				shared++
				break
			}
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
