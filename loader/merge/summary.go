package merge

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/graph"
)

// sentence begins a summary: one sentence, made from an event's fields, with a
// capital.
func sentence(text string) string {
	first, size := utf8.DecodeRuneInString(text)
	return string(unicode.ToUpper(first)) + text[size:]
}

// when is an event's time in words, after a space; empty where it has none.
func when(e *graph.Event) string {
	if e.Time == nil {
		return ""
	}
	return " " + timePhrase(e.Time.EDTF)
}

// names gives the parties in a role, envoys with whom they acted for.
func names(e *graph.Event, entities map[string]graph.Entity, role graph.Role) []string {
	var list []string
	for _, p := range e.Participants {
		entity := entities[p.EntityID]
		if p.Role != role || entity == nil {
			continue
		}
		name := entity.Profile().Name
		if behalf := entities[p.OnBehalfOfID]; behalf != nil && !strings.HasPrefix(name, behalf.Profile().Name) {
			name += " (for " + behalf.Profile().Name + ")"
		}
		list = append(list, name)
	}
	return list
}

// join makes "A", "A and B", "A, B and C".
func join(names []string) string {
	if len(names) == 0 {
		return "someone"
	}
	if len(names) == 1 {
		return names[0]
	}
	return strings.Join(names[:len(names)-1], ", ") + " and " + names[len(names)-1]
}

// timePhrase puts a time into English words.
func timePhrase(when graph.EDTF) string {
	about := ""
	if when.Approximate() {
		about = "about "
	}
	from, to := when.Earliest(), when.Latest()
	switch {
	case from == graph.MinDate && to == graph.MaxDate:
		return "at a time not told"
	case from == graph.MinDate:
		return "by " + about + day(to)
	case to == graph.MaxDate:
		return "since " + about + day(from)
	}
	switch when.Precision() {
	case graph.PrecisionDay:
		return "on " + about + day(from)
	case graph.PrecisionMonth:
		return fmt.Sprintf("in %s%s %d", about, from.Month, from.Year)
	case graph.PrecisionYear:
		return fmt.Sprintf("in %s%d", about, from.Year)
	case graph.PrecisionSeason:
		return fmt.Sprintf("in %s%s", about, seasonName(from))
	}
	return fmt.Sprintf("between %s%s and %s", about, day(from), day(to))
}

func day(d graph.Date) string { return fmt.Sprintf("%d %s %d", d.Day, d.Month, d.Year) }

func seasonName(start graph.Date) string {
	seasons := map[int]string{3: "spring", 6: "summer", 9: "autumn", 12: "winter"}
	return fmt.Sprintf("the %s of %d", seasons[int(start.Month)], start.Year)
}
