package language

import (
	"strings"
	"unicode/utf8"
)

// tokenizer splits a text at white space and each chunk between by affixes;
// then it joins what the split of affixes tore apart.
type tokenizer struct {
	splitter  splitter
	sequences *caseSequences
	lexicon   *lexicon
	cache     *cache[string, []*lexeme] // tokens of chunks
}

type tokenizerTable struct {
	Prefix       string                 `json:"prefix"`
	Suffix       string                 `json:"suffix"`
	Infix        string                 `json:"infix"`
	URL          string                 `json:"url"`
	SpecialCases map[string][]caseToken `json:"special_cases"`
}

// word is a token at its place.
type word struct {
	lexeme *lexeme
	start  int  // bytes
	space  bool // followed by one space
}

// chunkLimit is how many tokens the chunks of a cache generation have: they hold
// on to lexemes, which the lexicon may have forgotten.
const chunkLimit = 16384

func newTokenizer(table tokenizerTable, lexicon *lexicon) (*tokenizer, error) {
	affixes, err := newAffixes(table)
	if err != nil {
		return nil, err
	}
	return &tokenizer{
		splitter:  newSplitter(affixes, table.SpecialCases),
		sequences: newCaseSequences(affixes, table.SpecialCases),
		lexicon:   lexicon,
		cache:     newCache[string](chunkLimit, func(lexemes []*lexeme) int { return len(lexemes) }),
	}, nil
}

// tokenize returns the tokens of a text of valid UTF-8. Runs of white space are
// tokens too, save that the first of a run is dropped if it is a blank: it is
// the space of the token before.
func (t *tokenizer) tokenize(text string) []word {
	words := make([]word, 0, len(text)/5+1)
	first, _ := utf8.DecodeRuneInString(text)
	inSpace := isSpace(first)
	start := 0
	for i, r := range text {
		if isSpace(r) == inSpace {
			continue
		}
		inSpace = !inSpace
		words = t.appendChunk(words, text[start:i], start)
		start = i
		if r == ' ' {
			words[len(words)-1].space = true
			start++
		}
	}
	words = t.appendChunk(words, text[start:], start)
	return t.sequences.apply(words, text, t)
}

func (t *tokenizer) appendChunk(words []word, chunk string, start int) []word {
	if chunk == "" {
		return words
	}
	lexemes, ok := t.cache.get(chunk)
	if !ok {
		lexemes = t.lexemes(t.splitter.split(chunk))
		if len(chunk) <= cachedWordLimit {
			t.cache.put(strings.Clone(chunk), lexemes)
		}
	}
	return appendWords(words, lexemes, start)
}

func (t *tokenizer) lexemes(tokens []caseToken) []*lexeme {
	lexemes := make([]*lexeme, len(tokens))
	for i, token := range tokens {
		lexemes[i] = t.lexicon.lookup(token.Orth, token.Norm)
	}
	return lexemes
}

// appendWords adds words that follow each other without a gap.
func appendWords(words []word, lexemes []*lexeme, start int) []word {
	for _, lexeme := range lexemes {
		words = append(words, word{lexeme: lexeme, start: start})
		start += len(lexeme.orth)
	}
	return words
}
