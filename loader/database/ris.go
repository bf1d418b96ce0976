package database

import (
	"regexp"
	"strings"
)

// risField is a line such as "TI  - Headline".
var risField = regexp.MustCompile(`^([A-Z][A-Z0-9])  ?-(?: (.*))?$`)

// partsOfRIS splits the references of a file of RIS, which ProQuest and reference managers
// write.
func partsOfRIS(lines []string) [][]string {
	for _, line := range lines {
		if line == "" {
			continue
		}
		if at := risField.FindStringSubmatch(line); at == nil || at[1] != "TY" {
			return nil
		}
		break
	}
	return splitEnds(lines, risEnd)
}

var risEnd = regexp.MustCompile(`^ER  ?-`)

// readRIS reads a reference. Its text is the abstract, which for short news is all of it, or
// the notes, where some programs put a whole text.
func readRIS(lines []string, day Day) Article {
	fields := map[string][]string{}
	name := ""
	for _, line := range lines {
		if at := risField.FindStringSubmatch(line); at != nil {
			name, line = at[1], strings.TrimSpace(at[2])
		}
		fields[name] = append(fields[name], line)
	}
	one := func(names ...string) string {
		for _, name := range names {
			if value := strings.Join(filled(fields[name]), " "); value != "" {
				return value
			}
		}
		return ""
	}
	var a Article
	a.Known.ID, a.Known.Title = one("AN", "ID"), one("TI", "T1")
	a.Known.Publisher = publisher(one("T2", "JF", "JO", "JA", "PB"))
	a.Known.Byline = authorsInOrder(strings.Join(filled(fields["AU"]), ";"))
	if address := one("UR"); strings.HasPrefix(address, "http") {
		a.Known.URL = address
	}
	for _, date := range []string{one("DA"), one("Y1"), one("PY")} {
		if d, ok := day(risDay.ReplaceAllString(date, "$1-$2-$3")); ok && a.Known.Published.IsZero() {
			published(&a.Known, d)
		}
	}
	for _, text := range []string{"AB", "N2", "N1"} {
		if body := join(fields[text]); len(body) > len(a.Body) {
			a.Body = body
		}
	}
	return a
}

// risDay is a day as the format has it: 2026/03/03/ with a season or time behind.
var risDay = regexp.MustCompile(`^(\d{4})/(\d{2})/(\d{2})/?.*$`)
