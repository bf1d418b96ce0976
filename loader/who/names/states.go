package names

import (
	"slices"
	"strings"

	"dateline/loader/who/vocabulary"
)

// StateAt returns the state that a name's token, an adjective, a capital or the first
// half of a compound stands for, nil for none.
func (t *Text) StateAt(token int) *vocabulary.State {
	if token < 0 || token >= len(t.Parse.Tokens) {
		return nil
	}
	name := t.NameAt(token)
	if name == nil {
		return t.stateInCompound(token)
	}
	if e := name.Entry; e != nil && e.Use != vocabulary.UsePlace && e.Use != vocabulary.UseSeat {
		return e.State
	}
	return nil
}

// stateInCompound returns the state of the first half of a compound: "Franco" before
// "-Russian", or the token "U.S.-backed"; nil for none.
func (t *Text) stateInCompound(token int) *vocabulary.State {
	text := t.Parse.Tokens[token].Text
	if code, ok := t.Words.Combining[text]; ok && token+1 < len(t.Parse.Tokens) && strings.HasPrefix(t.Parse.Tokens[token+1].Text, "-") {
		return t.Words.States[code]
	}
	first, _, hyphen := strings.Cut(text, "-")
	if !hyphen {
		return nil
	}
	if code, ok := t.Words.Combining[first]; ok {
		return t.Words.States[code]
	}
	e := t.Words.Names[vocabulary.NameKey(first)]
	if e == nil || e.Weak {
		return nil
	}
	switch e.Use {
	case vocabulary.UseState, vocabulary.UseAdjective, vocabulary.UseCapital:
		return e.State
	}
	return nil
}

// AdjectiveAt returns the state of an adjective at the token, nil for none.
func (t *Text) AdjectiveAt(token int) *vocabulary.State {
	name := t.NameAt(token)
	if name == nil || name.Entry == nil {
		return nil
	}
	e := name.Entry
	// "U.S." is a name and an adjective in one.
	if e.Use == vocabulary.UseAdjective || e.Use == vocabulary.UseState && slices.Contains(e.State.Adjectives, t.Parse.Tokens[token].Text) {
		return e.State
	}
	return nil
}
