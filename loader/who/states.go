package who

import (
	"slices"
	"strings"
)

// stateAt returns the state that a name's token, an adjective, a capital or the first
// half of a compound stands for, nil for none.
func (n *namedText) stateAt(token int) *state {
	if token < 0 || token >= len(n.parse.Tokens) {
		return nil
	}
	index := n.at[token]
	if index < 0 {
		return n.stateInCompound(token)
	}
	if e := n.list[index].entry; e != nil && e.use != usePlace && e.use != useSeat {
		return e.state
	}
	return nil
}

// stateInCompound returns the state of the first half of a compound: "Franco" before
// "-Russian", or the token "U.S.-backed"; nil for none.
func (n *namedText) stateInCompound(token int) *state {
	text := n.parse.Tokens[token].Text
	if code, ok := n.words.combining[text]; ok && token+1 < len(n.parse.Tokens) && strings.HasPrefix(n.parse.Tokens[token+1].Text, "-") {
		return n.words.states[code]
	}
	first, _, hyphen := strings.Cut(text, "-")
	if !hyphen {
		return nil
	}
	if code, ok := n.words.combining[first]; ok {
		return n.words.states[code]
	}
	if e := n.words.names[nameKey(first)]; e != nil && !e.weak && (e.use == useState || e.use == useAdjective || e.use == useCapital) {
		return e.state
	}
	return nil
}

// adjectiveAt returns the state of an adjective at the token, nil for none.
func (n *namedText) adjectiveAt(token int) *state {
	if token < 0 || n.at[token] < 0 {
		return nil
	}
	e := n.list[n.at[token]].entry
	if e == nil {
		return nil
	}
	// "U.S." is a name and an adjective in one.
	if e.use == useAdjective || e.use == useState && slices.Contains(e.state.adjectives, n.parse.Tokens[token].Text) {
		return e.state
	}
	return nil
}
