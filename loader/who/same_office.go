package who

import (
	"slices"
)

// sameOffice reports whether a phrase can mean the holder of a position: the same
// class of office, "leader" of any head, or the same noun with no other words.
func sameOffice(phrase, position role) bool {
	switch {
	case phrase.former && !position.former:
		return false
	case phrase.class != "":
		return phrase.title == position.title || phrase.written == "head of state" && isHeadClass(position.class)
	case phrase.head == "leader":
		return position.head == "leader" || isHeadClass(position.class)
	case phrase.head != position.head:
		return phrase.head == "minister" && isMinisterClass(position.class)
	}
	modifiers := phrase.words[:len(phrase.words)-1]
	return !slices.ContainsFunc(modifiers, func(word string) bool { return !slices.Contains(position.words, word) })
}

// isHeadClass reports whether an office of the class makes its holder a leader.
func isHeadClass(class string) bool {
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
