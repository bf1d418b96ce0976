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

// recognize gives the entities among n tokens. An entity ends with its
// sentence and does not begin with white space.
func (r *entityRecognizer) recognize(b *transitionBuffers, vectors []float32, sentenceStart []bool, isSpace func(int) bool) []Entity {
	n := len(sentenceStart)
	r.network.prepare(b, vectors, n)
	var entities []Entity
	open, label := -1, "" // first token and label of the entity under way
	for i := range n {
		features := [entityFeatures]int{i, -1, -1}
		if open >= 0 {
			features[1], features[2] = open, i-1
		}
		scores := r.network.score(b, features[:])
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
	return entities
}

// bestMove gives the best move allowed. There is always one: an open entity
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
