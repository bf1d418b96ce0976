package language

import "unicode/utf8"

// documentIndex answers questions about a document without a search.
type documentIndex struct {
	kids     []int  // all tokens but the roots, grouped by head, in order
	offsets  []int  // the children of token i are kids[offsets[i]:offsets[i+1]]
	subtrees []Span // per token
	bytes    []int  // per token: where it starts in the text, in bytes
	byteEnds []int  // per token: where it ends
}

func newDocumentIndex(d *Document) *documentIndex {
	index := &documentIndex{}
	index.bytes, index.byteEnds = byteOffsets(d)
	index.group(d.Tokens)
	index.cover(d.Tokens)
	return index
}

func (x *documentIndex) children(i int) []int {
	start, end := x.offsets[i], x.offsets[i+1]
	return x.kids[start:end:end]
}

// group sorts the tokens by head: a counting sort, which keeps their order.
func (x *documentIndex) group(tokens []Token) {
	x.offsets = make([]int, len(tokens)+1)
	for i, token := range tokens {
		if token.Head != i {
			x.offsets[token.Head+1]++
		}
	}
	for i := range tokens {
		x.offsets[i+1] += x.offsets[i]
	}
	x.kids = make([]int, x.offsets[len(tokens)])
	next := append([]int(nil), x.offsets...)
	for i, token := range tokens {
		if token.Head != i {
			x.kids[next[token.Head]] = i
			next[token.Head]++
		}
	}
}

// cover finds each subtree's range, from the leaves up: a token is done once
// all its children are.
func (x *documentIndex) cover(tokens []Token) {
	x.subtrees = make([]Span, len(tokens))
	waiting := make([]int, len(tokens))
	done := make([]int, 0, len(tokens))
	for i := range tokens {
		x.subtrees[i] = Span{i, i + 1}
		waiting[i] = len(x.children(i))
		if waiting[i] == 0 {
			done = append(done, i)
		}
	}
	for next := 0; next < len(done); next++ {
		i := done[next]
		head := tokens[i].Head
		if head == i {
			continue
		}
		x.subtrees[head].Start = min(x.subtrees[head].Start, x.subtrees[i].Start)
		x.subtrees[head].End = max(x.subtrees[head].End, x.subtrees[i].End)
		waiting[head]--
		if waiting[head] == 0 {
			done = append(done, head)
		}
	}
}

// byteOffsets turns the tokens' code points into bytes, in one walk.
func byteOffsets(d *Document) (starts, ends []int) {
	starts, ends = make([]int, len(d.Tokens)), make([]int, len(d.Tokens))
	position, points := 0, 0
	walk := func(to int) int {
		for points < to && position < len(d.Text) {
			_, size := utf8.DecodeRuneInString(d.Text[position:])
			position += size
			points++
		}
		return position
	}
	for i, token := range d.Tokens {
		starts[i] = walk(token.Start)
		ends[i] = walk(token.End)
	}
	return starts, ends
}
