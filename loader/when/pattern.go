package when

import (
	"fmt"
	"slices"
	"strings"
)

// pattern is a sequence of words as a rule writes it:
//
//	NTH of MONTH [[,] YEAR]    the 4th of July, 2026
//	last|past|previous WEEKDAY one of several words
//	which:last|next UNIT       kept under the name "which"
//
// A word in capitals names one of classes; its value is kept under that name, or under
// the one before its colon. Brackets hold what is optional. Between two words of a
// pattern the text may have a hyphen instead of a space ("third-quarter").
type pattern []node

// node is one position in a pattern: words, a class, or a fork before an optional part.
type node struct {
	name      string
	words     []string
	class     class
	className string
	fork      *fork
}

// fork holds the rest of a pattern with and without an optional part.
type fork struct{ with, without pattern }

// compile parses a pattern. It panics on a malformed one, since patterns are constants.
func compile(text string) pattern {
	spaced := strings.NewReplacer("[", " [ ", "]", " ] ").Replace(text)
	return compileFields(strings.Fields(spaced), text)
}

func compileFields(fields []string, text string) pattern {
	if len(fields) == 0 {
		return nil
	}
	if fields[0] != "[" {
		return append(pattern{compileNode(fields[0], text)}, compileFields(fields[1:], text)...)
	}
	end := closing(fields, text)
	inner, rest := fields[1:end], fields[end+1:]
	return pattern{{fork: &fork{
		with:    compileFields(slices.Concat(inner, rest), text),
		without: compileFields(rest, text),
	}}}
}

// closing returns the index of the bracket that closes the first.
func closing(fields []string, text string) int {
	depth := 0
	for i, field := range fields {
		switch field {
		case "[":
			depth++
		case "]":
			depth--
		}
		if depth == 0 {
			return i
		}
	}
	panic(fmt.Sprintf("when: pattern %q: [ without ]", text))
}

func compileNode(field, text string) node {
	name, choice, isNamed := strings.Cut(field, ":")
	if !isNamed {
		name, choice = field, field
	}
	if choice != strings.ToUpper(choice) || choice == strings.ToLower(choice) {
		return node{name: name, words: strings.Split(choice, "|")}
	}
	c, ok := classes[choice]
	if !ok {
		panic(fmt.Sprintf("when: pattern %q: no class %s", text, choice))
	}
	return node{name: name, class: c, className: choice}
}

// match is the words that a pattern matched, and the values that it kept.
type match struct {
	phrase
	values
}

// phrase is some words of a text.
type phrase struct {
	words      []word // all of the text
	start, end int    // in words
}

// values are the words that a pattern kept, by the names that it gave them.
type values []kept

type kept struct {
	name  string
	text  string
	value float64
}

// has reports whether the match kept something under a name.
func (v values) has(name string) bool {
	return slices.ContainsFunc(v, func(k kept) bool { return k.name == name })
}

// text returns the first word kept under a name, in lower case.
func (v values) text(name string) string { return v.get(name).text }

// number returns the value kept under a name, 0 for none.
func (v values) number(name string) float64 { return v.get(name).value }

// int returns the value kept under a name as a whole number.
func (v values) int(name string) int { return int(v.get(name).value) }

func (v values) get(name string) kept {
	for _, k := range v {
		if k.name == name {
			return k
		}
	}
	return kept{}
}

// match matches the pattern from word i, with optional parts where they fit.
func (p pattern) match(words []word, i int) (match, bool) {
	m := match{phrase: phrase{words: words, start: i}}
	end, ok := p.take(words, i, i, &m.values)
	m.end = end
	return m, ok && end > i
}

// take matches the pattern from word i, in a match that began at start. Values kept on
// a path that fails are dropped again.
func (p pattern) take(words []word, start, i int, keep *values) (end int, ok bool) {
	if len(p) == 0 {
		return i, true
	}
	mark := len(*keep)
	first, rest := p[0], p[1:]
	if first.fork != nil {
		if end, ok = first.fork.with.take(words, start, i, keep); ok {
			return end, true
		}
		return first.fork.without.take(words, start, i, keep)
	}
	if i > start && !first.is("-") {
		i = skipHyphen(words, i)
	}
	if i >= len(words) || i > start && words[i].breaks {
		return 0, false
	}
	value, taken := first.read(words, i)
	if taken == 0 {
		return 0, false
	}
	*keep = append(*keep, kept{first.name, words[i].lower, value})
	if end, ok = rest.take(words, start, i+taken, keep); ok {
		return end, true
	}
	*keep = (*keep)[:mark]
	return 0, false
}

// starts returns the nodes that the pattern can begin with.
func (p pattern) starts() []node {
	if len(p) == 0 {
		return nil
	}
	if f := p[0].fork; f != nil {
		return append(f.with.starts(), f.without.starts()...)
	}
	return []node{p[0]}
}

func (n node) is(text string) bool { return len(n.words) == 1 && n.words[0] == text }

func (n node) read(words []word, i int) (value float64, taken int) {
	if n.class != nil {
		return n.class(words, i)
	}
	if slices.Contains(n.words, words[i].lower) {
		return 0, 1
	}
	return 0, 0
}
