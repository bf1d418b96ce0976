package language

// hiddenWidth and hiddenPieces shape the hidden layer of a transition network.
const (
	hiddenWidth  = 64
	hiddenPieces = 2
	hiddenSums   = hiddenPieces * hiddenWidth
)

// transitionNetwork scores the moves that a parser can make next, from the
// vectors of a few tokens that its state points to (its features). Most of the
// work does not depend on the state and is done once a token: what the token
// adds to the hidden layer as each of the features (Chen and Manning 2014, "A
// fast and accurate dependency parser using neural networks").
type transitionNetwork struct {
	features   int
	reduce     matrix // vector → hiddenWidth
	reduceBias []float32
	lower      matrix // hiddenWidth → features × hiddenSums
	lowerBias  []float32
	absent     []float32 // what a feature adds that points to no token
	upper      matrix    // hiddenWidth → moves
	upperBias  []float32
}

func newTransitionNetwork(r *tensorReader, name string, features, moves int) *transitionNetwork {
	piecewise := pieceOrder(hiddenWidth, hiddenPieces)
	order := make([]int, 0, features*hiddenSums)
	for feature := range features {
		for _, row := range piecewise {
			order = append(order, feature*hiddenSums+row)
		}
	}
	lower := r.read(name+".lower.weight", features, hiddenWidth, hiddenPieces, hiddenWidth)
	upper := r.read(name+".upper.weight", moves, hiddenWidth)
	return &transitionNetwork{
		features:   features,
		reduce:     newMatrix(r.read(name+".reduce.weight", hiddenWidth, vectorWidth), vectorWidth, paddedOrder(hiddenWidth, panelWidth)),
		reduceBias: r.read(name+".reduce.bias", hiddenWidth),
		lower:      newMatrix(lower, hiddenWidth, order),
		lowerBias:  inOrder(r.read(name+".lower.bias", hiddenWidth, hiddenPieces), piecewise),
		absent:     inOrder(r.read(name+".lower.pad", 1, features, hiddenWidth, hiddenPieces), order),
		upper:      newMatrix(upper, hiddenWidth, paddedOrder(moves, rowWidth)),
		upperBias:  r.read(name+".upper.bias", moves),
	}
}

// transitionBuffers is memory that a network uses again.
type transitionBuffers struct {
	reduced []float32
	tokens  []float32 // what each token adds as each feature
	scores  []float32
}

// prepare does the work that does not depend on the state, for n tokens.
func (t *transitionNetwork) prepare(b *transitionBuffers, vectors []float32, n int) {
	reduced := grown(&b.reduced, paddedRows(n)*hiddenWidth)
	t.reduce.multiply(reduced, vectors, n, vectorWidth)
	for row := range n {
		for i, v := range t.reduceBias {
			reduced[row*hiddenWidth+i] += v
		}
	}
	tokens := grown(&b.tokens, paddedRows(n)*t.lower.width)
	t.lower.multiply(tokens, reduced, n, hiddenWidth)
	b.scores = grown(&b.scores, t.upper.width)
}

// score returns the score of each move; features are token indices, counted from
// the token first, or -1 for none.
func (t *transitionNetwork) score(b *transitionBuffers, first int, features []int) []float32 {
	var hidden [hiddenWidth]float32
	t.hide(b, &hidden, first, features)
	t.upper.multiplyRow(b.scores, hidden[:])
	return t.biased(b.scores)
}

// hide computes the hidden layer for a state.
func (t *transitionNetwork) hide(b *transitionBuffers, hidden *[hiddenWidth]float32, first int, features []int) {
	sums := *(*[hiddenSums]float32)(t.lowerBias)
	for feature, token := range features {
		added := (*[hiddenSums]float32)(t.absent[feature*hiddenSums:])
		if token >= 0 {
			added = (*[hiddenSums]float32)(b.tokens[(first+token)*t.lower.width+feature*hiddenSums:])
		}
		for i, v := range added {
			sums[i] += v
		}
	}
	for i := range hidden {
		hidden[i] = max(sums[i], sums[hiddenWidth+i])
	}
}

// biased adds the bias of each move to its score.
func (t *transitionNetwork) biased(scores []float32) []float32 {
	scores = scores[:len(t.upperBias)]
	for i, v := range t.upperBias {
		scores[i] += v
	}
	return scores
}

// move is a transition with its label, "" for none.
type move struct {
	kind  byte // first letter of the move's name
	label string
}

// parseMoves reads names such as "S" and "L-nsubj".
func parseMoves(names []string) []move {
	moves := make([]move, len(names))
	for i, name := range names {
		moves[i].kind = name[0]
		if len(name) > 2 {
			moves[i].label = name[2:]
		}
	}
	return moves
}
