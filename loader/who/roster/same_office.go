package roster

import (
	"slices"

	"dateline/loader/lexicon"
)

var (
	// Leaders are nouns of the holders of any office at the head of something.
	Leaders = lexicon.Class("leader")
	// anyHead are offices that the holders of several others have: "head of state".
	anyHead = lexicon.Class("any-head")
	// ministers are nouns of ministers of any kind.
	ministers = lexicon.Class("any-minister")
)

// SameOffice reports whether a phrase can mean the holder of a position: the same
// class of office, "leader" of any head, or the same noun with no other words.
func SameOffice(phrase, position Role) bool {
	switch {
	case phrase.Former && !position.Former:
		return false
	case phrase.Class != "":
		return phrase.Title == position.Title || anyHead[phrase.Written] && IsHeadClass(position.Class)
	case Leaders[phrase.Head]:
		return Leaders[position.Head] || IsHeadClass(position.Class)
	case phrase.Head != position.Head:
		return ministers[phrase.Head] && isMinisterClass(position.Class)
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
