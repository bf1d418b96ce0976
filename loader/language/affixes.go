package language

import (
	"fmt"
	"strings"

	"github.com/dlclark/regexp2/v2"
)

// affixes finds what is to be split off a chunk, by the model's expressions.
// These look behind and ahead, which package regexp cannot.
type affixes struct {
	prefix, suffix, infix, url   *regexp2.Regexp
	prefixLengths, suffixLengths *cache[string, int] // by what of a chunk decides them
}

const affixLimit = 4096 // ends of chunks of a cache generation

func newAffixes(table tokenizerTable) (*affixes, error) {
	a := &affixes{prefixLengths: newCache[string, int](affixLimit, nil), suffixLengths: newCache[string, int](affixLimit, nil)}
	for _, expression := range []struct {
		name, pattern string
		target        **regexp2.Regexp
	}{
		{"prefix", table.Prefix, &a.prefix},
		{"suffix", table.Suffix, &a.suffix},
		{"infix", table.Infix, &a.infix},
		{"url", table.URL, &a.url},
	} {
		compiled, err := regexp2.Compile(expression.pattern, regexp2.None)
		if err != nil {
			return nil, fmt.Errorf("compile tokenizer's %s: %w", expression.name, err)
		}
		*expression.target = compiled
	}
	return a, nil
}

// prefixLength returns the length of the prefix of s, 0 for none. No prefix is
// longer than "US$", save a row of dots, so that only the beginning counts.
func (a *affixes) prefixLength(s []rune) int {
	const longest = 4 // with the character that the expression looks ahead at
	end := 0
	for end < len(s) && s[end] == '.' {
		end++
	}
	return keptLength(a.prefixLengths, a.prefix, s[:min(len(s), end+longest)])
}

// suffixLength returns the length of the suffix of s, 0 for none.
//
// The expression would be tried at each place of s, though it matches at the end
// only. No suffix is longer than a unit such as "اكواب" or "mbar", save a row
// of dots, so that only the end of s is searched: else a chunk of a million
// brackets, split off one by one, would take a million times a million steps.
func (a *affixes) suffixLength(s []rune) int {
	const longest = 8 // with the two characters that the expression looks behind at
	start := len(s)
	for start > 0 && s[start-1] == '.' {
		start--
	}
	return keptLength(a.suffixLengths, a.suffix, s[max(0, start-longest):])
}

// keptLength is matchLength, which takes long, remembered: most words begin and
// end like others.
func keptLength(kept *cache[string, int], expression *regexp2.Regexp, s []rune) int {
	const longest = 12
	if len(s) > longest {
		return matchLength(expression, s)
	}
	key := string(s)
	if length, ok := kept.get(key); ok {
		return length
	}
	length := matchLength(expression, s)
	kept.put(key, length)
	return length
}

func matchLength(expression *regexp2.Regexp, s []rune) int {
	// An error can only be a timeout, and none is set.
	found, _ := expression.FindRunesMatch(s)
	if found == nil {
		return 0
	}
	return found.RuneLength
}

// isURL reports whether all of s is a web address; every one has a dot.
func (a *affixes) isURL(s string) bool {
	if !strings.Contains(s, ".") {
		return false
	}
	matched, _ := a.url.MatchString(s)
	return matched
}

// splitInfixes splits s at each infix, which becomes a token of its own.
func (a *affixes) splitInfixes(s []rune) []caseToken {
	var tokens []caseToken
	add := func(start, end int) {
		if start < end {
			tokens = append(tokens, caseToken{Orth: string(s[start:end])})
		}
	}
	start := 0
	found, _ := a.infix.FindRunesMatch(s)
	for ; found != nil; found, _ = a.infix.FindNextMatch(found) {
		if found.RuneIndex == 0 {
			continue
		}
		end := found.RuneIndex + found.RuneLength
		add(start, found.RuneIndex)
		add(found.RuneIndex, end)
		start = end
	}
	add(start, len(s))
	return tokens
}
