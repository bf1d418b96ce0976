package roster

import (
	"slices"
)

// SameOffice reports whether a phrase can mean the holder of a position: the same
// class of office, "leader" of any head, or the same noun with no other words.
func SameOffice(phrase, position Role) bool {
	switch {
	case phrase.Former && !position.Former:
		return false
	case phrase.Class != "":
		return phrase.Title == position.Title || phrase.Written == "head of state" && IsHeadClass(position.Class)
	case phrase.Head == "leader":
		return position.Head == "leader" || IsHeadClass(position.Class)
	case phrase.Head != position.Head:
		return phrase.Head == "minister" && isMinisterClass(position.Class)
	}
	modifiers := phrase.Words[:len(phrase.Words)-1]
	return !slices.ContainsFunc(modifiers, func(word string) bool { return !slices.Contains(position.Words, word) })
}

// IsHeadClass reports whether an office of the class makes its holder a leader.
func IsHeadClass(class string) bool {
	return class == "state" || class == "government" || class == "party"
}

// isMinisterClass reports whether an office of the class makes its holder a minister.
func isMinisterClass(class string) bool {
	switch class {
	case "government", "foreign", "defense", "finance", "interior", "justice":
		return true
	}
	return false
}
