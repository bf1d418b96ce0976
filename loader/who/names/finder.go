package names

import (
	"slices"

	"dateline/loader/grammar"
	"dateline/loader/who/vocabulary"
)

// finder finds the names of a document, step by step.
type finder struct{ *workspace }

// workspace is what the steps of a finder work on.
type workspace struct {
	claims
	parse     *grammar.Parse
	words     *vocabulary.Words
	clues     *clues
	context   *context
	proposals *proposals
}

func newFinder(parse *grammar.Parse) *finder {
	clues := newClues(parse)
	return &finder{&workspace{
		claims: claims{owner: slices.Repeat([]int{-1}, len(parse.Tokens))},
		parse:  parse, words: clues.words, clues: clues, context: newContext(clues), proposals: newProposals(clues),
	}}
}
