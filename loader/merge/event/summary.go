package event

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/graph"
)

// fullStop ends a text with a full stop, unless it ends with that of an abbreviation.
func fullStop(text string) string {
	if strings.HasSuffix(text, ".") {
		return text
	}
	return text + "."
}

// capital returns a text with a capital at its beginning.
func capital(text string) string {
	first, size := utf8.DecodeRuneInString(text)
	return string(unicode.ToUpper(first)) + text[size:]
}

// when returns an event's time in words after a space, or "" where it has none.
func when(e *graph.Event) string {
	if e.Time == nil {
		return ""
	}
	return " " + timePhrase(e.Time.EDTF)
}

// names returns the names of the parties in a role, with whom they acted for.
func names(e *graph.Event, entities map[string]graph.Entity, role graph.Role) []string {
	var list []string
	for _, p := range e.Participants {
		entity := entities[p.EntityID]
		if p.Role != role || entity == nil {
			continue
		}
		name := graph.ProfileOf(entity).Name
		if behalf := entities[p.OnBehalfOfID]; behalf != nil && !strings.HasPrefix(name, graph.ProfileOf(behalf).Name) {
			name += " (for " + graph.ProfileOf(behalf).Name + ")"
		}
		list = append(list, name)
	}
	return list
}

// join returns names as a list: "A", "A and B", "A, B and C".
func join(names []string) string {
	if len(names) == 0 {
		return "someone"
	}
	if len(names) == 1 {
		return names[0]
	}
	return strings.Join(names[:len(names)-1], ", ") + " and " + names[len(names)-1]
}
