package main

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"dateline/graph"
	"dateline/loader"
	"dateline/loader/merge"
	"dateline/loader/source"
)

// summary adds up what a load brought: for people, in lines, and for scripts.
type summary struct {
	outcomes              map[merge.Outcome]int
	reports, contacts     int
	people, organizations map[string]bool
	publishers            map[string]bool
	from, to              graph.Date // days of publication
	undated, foreign      int        // articles
	failures              map[source.Reason]int
	passed                map[string]int // files, by why
	known                 int            // files that have not changed
}

func (s *summary) add(r loader.Result) {
	if s.outcomes == nil {
		s.outcomes, s.failures = map[merge.Outcome]int{}, map[source.Reason]int{}
		s.people, s.organizations, s.publishers = map[string]bool{}, map[string]bool{}, map[string]bool{}
	}
	if r.Err != nil {
		s.failures[codeOf(r.Err)]++
		return
	}
	s.outcomes[r.Outcome]++
	s.reports += r.Reports
	s.contacts += r.Contacts
	if !isEnglish(r.Language) {
		s.foreign++
	}
	for _, name := range r.People {
		s.people[name] = true
	}
	for _, name := range r.Organizations {
		s.organizations[name] = true
	}
	if r.Publisher != "" {
		s.publishers[graph.Fold(r.Publisher)] = true
	}
	s.published(r.Published)
}

func (s *summary) published(day graph.Date) {
	switch {
	case day.IsZero():
		s.undated++
		return
	case s.from.IsZero():
		s.from, s.to = day, day
	}
	if day.Compare(s.from) < 0 {
		s.from = day
	}
	if day.Compare(s.to) > 0 {
		s.to = day
	}
}

func (s *summary) articles() int {
	sum := 0
	for _, n := range s.outcomes {
		sum += n
	}
	return sum
}

func (s *summary) failed() int {
	sum := 0
	for _, n := range s.failures {
		sum += n
	}
	return sum
}

// lines tells what a load brought, what failed and what to do about it.
func (s *summary) lines() []string {
	var lines []string
	if s.articles() > 0 {
		lines = append(lines, s.period(), s.found())
	}
	if s.foreign > 0 {
		lines = append(lines, count(s.foreign, "article")+" in other languages than English: stored, and not read for reports")
	}
	if s.known > 0 {
		lines = append(lines, count(s.known, "file")+" unchanged since the last load, and not read")
	}
	if older := s.outcomes[merge.Superseded]; older > 0 {
		lines = append(lines, count(older, "article")+" not stored, since a longer version from another place is; --replace stores it")
	}
	for _, why := range slices.Sorted(maps.Keys(s.passed)) {
		lines = append(lines, fmt.Sprintf("passed over %s: %s", count(s.passed[why], "file"), why))
	}
	for _, code := range slices.Sorted(maps.Keys(s.failures)) {
		lines = append(lines, fmt.Sprintf("failed %s: %d; %s", code, s.failures[code], adviceFor(code)))
	}
	return lines
}

// period tells when and by whom the articles were published.
func (s *summary) period() string {
	var parts []string
	if !s.from.IsZero() {
		days := "published from " + s.from.String() + " to " + s.to.String()
		if s.from == s.to {
			days = "published on " + s.from.String()
		}
		parts = append(parts, days)
	}
	if s.undated > 0 {
		parts = append(parts, count(s.undated, "article")+" without a day")
	}
	if len(s.publishers) > 0 {
		parts = append(parts, count(len(s.publishers), "publisher"))
	}
	return strings.Join(parts, "; ")
}

// found tells what the articles say.
func (s *summary) found() string {
	return fmt.Sprintf("told of: %s, %s; named: %s, %s", count(s.contacts, "contact"), count(s.reports-s.contacts, "statement"),
		plural(len(s.people), "person", "people"), count(len(s.organizations), "organization"))
}

// plural is count for a noun whose plural has no s.
func plural(n int, one, more string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, more)
}

// adviceFor says what to do about the failures of a code.
func adviceFor(code source.Reason) string {
	if code == notStored {
		return "load them again; dateline doctor checks the store"
	}
	return source.Advice(code)
}
