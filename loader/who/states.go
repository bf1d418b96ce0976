package who

import (
	"strings"
)

// stateAt returns the state that a name token, adjective, capital or first half of
// a compound ("Franco-") tells, nil for none.
func (n *namedText) stateAt(token int) *state {
	if token < 0 || token >= len(n.doc.Tokens) {
		return nil
	}
	if index := n.at[token]; index >= 0 {
		if e := n.list[index].entry; e != nil && e.use != usePlace && (e.state == nil || e.use != useSeat) {
			return e.state
		}
		return nil
	}
	text := n.doc.Tokens[token].Text
	if code, ok := n.words.combining[text]; ok && token+1 < len(n.doc.Tokens) && strings.HasPrefix(n.doc.Tokens[token+1].Text, "-") {
		return n.words.states[code]
	}
	// "U.S.-backed", "Iran-backed" as one token.
	if first, _, hyphen := strings.Cut(text, "-"); hyphen {
		if code, ok := n.words.combining[first]; ok {
			return n.words.states[code]
		}
		if e := n.words.names[nameKey(first)]; e != nil && !e.weak && (e.use == useState || e.use == useAdjective || e.use == useCapital) {
			return e.state
		}
	}
	return nil
}

// adjectiveAt returns the state of an adjective at the token, nil for none.
func (n *namedText) adjectiveAt(token int) *state {
	if token < 0 || n.at[token] < 0 {
		return nil
	}
	e := n.list[n.at[token]].entry
	if e == nil || e.use != useAdjective && !(e.use == useState && isAdjectiveForm(e.state, n.doc.Tokens[token].Text)) {
		return nil
	}
	return e.state
}

// isAdjectiveForm reports whether a state's name serves as its adjective: "U.S.".
func isAdjectiveForm(s *state, text string) bool {
	for _, adjective := range s.adjectives {
		if adjective == text {
			return true
		}
	}
	return false
}
