package who

import (
	"slices"
)

// sameOffice reports whether a phrase can mean the holder of a position: the same
// class of office, "leader" of any head, or the same noun with no other words.
func sameOffice(phrase, position role) bool {
	if phrase.former && !position.former {
		return false
	}
	if phrase.class != "" {
		return phrase.title == position.title || heads(position.class) && phrase.written == "head of state"
	}
	if phrase.head == "leader" {
		return heads(position.class) || position.head == "leader"
	}
	if phrase.head != position.head {
		return phrase.head == "minister" && ministerial(position.class)
	}
	for _, word := range phrase.words[:len(phrase.words)-1] {
		if !slices.Contains(position.words, word) {
			return false
		}
	}
	return true
}

// heads reports whether an office of the class makes its holder a leader.
func heads(class string) bool {
	return class == "state" || class == "government" || class == "party"
}

func ministerial(class string) bool {
	switch class {
	case "government", "foreign", "defense", "finance", "interior", "justice":
		return true
	}
	return false
}
