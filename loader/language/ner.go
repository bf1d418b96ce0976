package language

// entityRecognizer finds names with one move a token, in the BILUO scheme
// (Ratinov and Roth 2009): it begins an entity, is in it, is its last token, is
// an entity of one token ("unit"), or is outside.
type entityRecognizer struct {
	moves   []move
	network *transitionNetwork
}

const (
	moveBegin   = 'B'
	moveIn      = 'I'
	moveLast    = 'L'
	moveUnit    = 'U'
	moveOutside = 'O'
)

const entityFeatures = 3

func newEntityRecognizer(r *tensorReader, moves []string) *entityRecognizer {
	return &entityRecognizer{
		moves:   parseMoves(moves),
		network: newTransitionNetwork(r, "ner", entityFeatures, len(moves)),
	}
}

// recognizerBuffers is memory that a recognizer uses again.
type recognizerBuffers struct {
	transitionBuffers
	hidden  []float32
	outside []float32 // the scores of each token's moves where no entity is open
	found   []Entity
}

// prepare does the work that does not depend on the state, for n tokens. Where
// no entity is open, as for most tokens, nothing does.
func (r *entityRecognizer) prepare(b *recognizerBuffers, vectors []float32, n int) {
	t := r.network
	t.prepare(&b.transitionBuffers, vectors, n)
	hidden := grown(&b.hidden, paddedRows(n)*hiddenWidth)
	for i := range n {
		t.hide(&b.transitionBuffers, (*[hiddenWidth]float32)(hidden[i*hiddenWidth:]), i, []int{0, -1, -1})
	}
	b.outside = grown(&b.outside, paddedRows(n)*t.upper.width)
	t.upper.multiply(b.outside, hidden, n, hiddenWidth)
}

// score returns the score of each move at token i of those from first on, and the
// token at which the entity under way began, -1 for none.
func (r *entityRecognizer) score(b *recognizerBuffers, first, i, open int) []float32 {
	if open < 0 {
		return r.network.biased(b.outside[(first+i)*r.network.upper.width:])
	}
	return r.network.score(&b.transitionBuffers, first, []int{i, open, i - 1})
}

// recognize returns the entities among the tokens from first on, of those that
// were prepared. An entity ends with its sentence and does not begin with white
// space. What is given lies in b.
func (r *entityRecognizer) recognize(b *recognizerBuffers, first int, sentenceStart []bool, isSpace func(int) bool) []Entity {
	n := len(sentenceStart)
	entities := b.found[:0]
	open, label := -1, "" // first token and label of the entity under way
	for i := range n {
		scores := r.score(b, first, i, open)
		canGoOn := i+1 < n && !sentenceStart[i+1]
		best := r.bestMove(scores, open >= 0, label, canGoOn, isSpace(i))
		switch best.kind {
		case moveBegin:
			open, label = i, best.label
		case moveLast:
			entities = append(entities, Entity{Span{open, i + 1}, label})
			open = -1
		case moveUnit:
			entities = append(entities, Entity{Span{i, i + 1}, best.label})
		}
	}
	b.found = entities
	return entities
}

// bestMove returns the best move allowed. There is always one: an open entity
// can end, and where none is open a token can be outside.
func (r *entityRecognizer) bestMove(scores []float32, open bool, label string, canGoOn, isSpace bool) move {
	best := -1
	for i := range r.moves {
		if best >= 0 && scores[i] <= scores[best] {
			continue
		}
		m := &r.moves[i]
		allowed := false
		switch m.kind {
		case moveBegin:
			allowed = !open && canGoOn && !isSpace
		case moveIn:
			allowed = open && canGoOn && m.label == label
		case moveLast:
			allowed = open && m.label == label
		case moveUnit:
			allowed = !open && !isSpace && m.label != ""
		case moveOutside:
			allowed = !open
		}
		if allowed {
			best = i
		}
	}
	return r.moves[best]
}
