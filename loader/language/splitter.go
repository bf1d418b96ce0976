package language

import "slices"

// splitter splits a chunk, which is text without white space in it: a special
// case as it is listed; else marks are split off both ends, until a special case
// is left or nothing more comes off; what then is a web address stays whole, and
// the rest is split at its infixes.
type splitter struct {
	affixes *affixes
	cases   map[string][]caseToken // special cases by chunk
	longest int                    // bytes of the longest special case
}

// caseToken is a token of a special case, such as "do", and "n't" with the norm
// "not", of "don't".
type caseToken struct {
	Orth string `json:"orth"`
	Norm string `json:"norm"` // "" for the word's own
}

func newSplitter(affixes *affixes, cases map[string][]caseToken) splitter {
	s := splitter{affixes: affixes, cases: cases}
	for chunk := range cases {
		s.longest = max(s.longest, len(chunk))
	}
	return s
}

// split returns the tokens of a chunk, which is not empty.
func (s *splitter) split(chunk string) []caseToken {
	if tokens, ok := s.cases[chunk]; ok {
		return tokens
	}
	if isPlain(chunk) {
		return []caseToken{{Orth: chunk}}
	}
	prefixes, rest, suffixes := s.strip([]rune(chunk))
	tokens := prefixes
	if len(rest) > 0 {
		tokens = append(tokens, s.splitRest(rest)...)
	}
	slices.Reverse(suffixes)
	return append(tokens, suffixes...)
}

// isPlain tells that a chunk has nothing but letters of ASCII, which no affix
// comes off.
func isPlain(chunk string) bool {
	for i := range len(chunk) {
		if c := chunk[i] | 0x20; c < 'a' || c > 'z' {
			return false
		}
	}
	return true
}

// strip takes the affixes off a chunk; the suffixes are given last one first.
func (s *splitter) strip(chunk []rune) (prefixes []caseToken, rest []rune, suffixes []caseToken) {
	rest = chunk
	for len(rest) > 0 && !s.isCase(rest) {
		prefix := s.affixes.prefixLength(rest)
		if prefix > 0 && s.isCase(rest[prefix:]) {
			prefixes = append(prefixes, caseToken{Orth: string(rest[:prefix])})
			return prefixes, rest[prefix:], suffixes
		}
		suffix := s.affixes.suffixLength(rest[prefix:])
		end := len(rest) - suffix
		if suffix > 0 && s.isCase(rest[:end]) {
			suffixes = append(suffixes, caseToken{Orth: string(rest[end:])})
			return prefixes, rest[:end], suffixes
		}
		if prefix > 0 {
			prefixes = append(prefixes, caseToken{Orth: string(rest[:prefix])})
		}
		if suffix > 0 {
			suffixes = append(suffixes, caseToken{Orth: string(rest[end:])})
		}
		if prefix+suffix == 0 {
			break
		}
		rest = rest[prefix:end]
	}
	return prefixes, rest, suffixes
}

func (s *splitter) isCase(chunk []rune) bool {
	if len(chunk) > s.longest {
		return false
	}
	_, ok := s.cases[string(chunk)]
	return ok
}

func (s *splitter) splitRest(rest []rune) []caseToken {
	text := string(rest)
	if tokens, ok := s.cases[text]; ok {
		return tokens
	}
	if s.affixes.isURL(text) {
		return []caseToken{{Orth: text}}
	}
	return s.affixes.splitInfixes(rest)
}
