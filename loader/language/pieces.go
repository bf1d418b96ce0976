package language

import "strings"

// pieceTokens is the most tokens that are parsed at once. Parsing holds about
// 7 KB a token, so a piece takes some 90 MB at most; a text of English of that
// length has about 60,000 code points.
const pieceTokens = 12_000

// batchTokens are enough for matrix products at full speed.
const batchTokens = 300

// batches puts pieces that follow each other together until there are enough
// tokens.
func batches(pieces []Span) [][]Span {
	var out [][]Span
	first := 0
	for i, piece := range pieces {
		if i+1 == len(pieces) || piece.End-pieces[first].Start >= batchTokens {
			out = append(out, pieces[first:i+1])
			first = i + 1
		}
	}
	return out
}

// pieces cuts a long run of words into pieces of at most pieceTokens: after the
// last blank line of the piece's second half, else after its last line, else
// wherever the piece is full. The first word has this index in the document.
func pieces(words []word, first int) []Span {
	var out []Span
	start := 0
	for len(words)-start > pieceTokens {
		end := cut(words, start+pieceTokens/2, start+pieceTokens)
		out = append(out, Span{first + start, first + end})
		start = end
	}
	if start < len(words) {
		out = append(out, Span{first + start, first + len(words)})
	}
	return out
}

// paragraphs cuts words after each run of white space that holds the end of a line.
func paragraphs(words []word) []Span {
	var out []Span
	start := 0
	for i, word := range words {
		if i+1 == len(words) || word.lexeme.isSpace && strings.Contains(word.lexeme.orth, "\n") {
			out = append(out, pieces(words[start:i+1], start)...)
			start = i + 1
		}
	}
	return out
}

func cut(words []word, from, to int) int {
	best, bestLines := to, 0
	for i := from; i < to; i++ {
		if !words[i].lexeme.isSpace {
			continue
		}
		if lines := min(2, strings.Count(words[i].lexeme.orth, "\n")); lines > 0 && lines >= bestLines {
			best, bestLines = i+1, lines
		}
	}
	return best
}
