package language

// dependencyParser finds each token's head and label, from left to right, with
// the arc-eager transitions of Nivre (2008), made non-monotonic so that a later
// move may replace an earlier head (Honnibal and Johnson 2015), and a move that
// starts a new sentence.
type dependencyParser struct {
	moves   []move
	network *transitionNetwork
}

const (
	moveShift    = 'S' // the next token goes on the stack
	moveReduce   = 'D' // the token on the stack is done
	moveLeftArc  = 'L' // the next token is the head of the one on the stack
	moveRightArc = 'R' // the one on the stack is the head of the next token
	moveBreak    = 'B' // the token after the next starts a sentence
)

const parserFeatures = 8

func newDependencyParser(r *tensorReader, moves []string) *dependencyParser {
	return &dependencyParser{
		moves:   parseMoves(moves),
		network: newTransitionNetwork(r, "parser", parserFeatures, len(moves)),
	}
}

// parse fills t.heads and t.labels with a tree of tokens 0 … n-1, which are those
// from first on for which the network was prepared; labels may still be
// decorated, see reattach.
func (p *dependencyParser) parse(b *transitionBuffers, first int, s *parserState, t *tree, n int) {
	s.reset(n)
	for !s.done() {
		best := p.bestMove(s, p.network.score(b, first, s.features()))
		s.apply(p.moves[best])
	}
	for i := range n {
		t.heads[i], t.labels[i] = s.heads[i], s.labels[i]
		if s.heads[i] < 0 {
			t.heads[i], t.labels[i] = i, rootLabel
		}
	}
}

// bestMove returns the best of the moves that the state allows. There is always
// one: with an empty stack the next token can be shifted, and with an empty
// buffer the stack can be reduced.
func (p *dependencyParser) bestMove(s *parserState, scores []float32) int {
	var allowed [256]bool
	s.allow(&allowed)
	best := -1
	for i := range p.moves {
		if allowed[p.moves[i].kind] && (best < 0 || scores[i] > scores[best]) {
			best = i
		}
	}
	return best
}

// parserState is a parse under way: a stack of tokens whose dependents may be
// to come, and a buffer of tokens to be read, the next one first.
type parserState struct {
	n             int
	stack         []int
	returned      []int // tokens put back before the unread ones, the next one last
	unread        int   // first token that was never read
	heads         []int // -1 for none yet
	labels        []string
	leftChild     []int  // of each token: the child to its left attached last, -1 for none
	rightChild    []int  // of each token: the child to its right attached last, -1 for none
	olderChild    []int  // of each right child: the one attached before it
	mayNotShift   []bool // tokens that were put back and must not go round in circles
	sentenceStart []bool
	context       [parserFeatures]int
}

func (s *parserState) reset(n int) {
	s.n, s.unread = n, 0
	s.stack, s.returned = s.stack[:0], s.returned[:0]
	for _, numbers := range []*[]int{&s.heads, &s.leftChild, &s.rightChild, &s.olderChild} {
		*numbers = grown(numbers, n)
		for i := range *numbers {
			(*numbers)[i] = -1
		}
	}
	s.labels = zeroed(&s.labels, n)
	s.mayNotShift = zeroed(&s.mayNotShift, n)
	s.sentenceStart = zeroed(&s.sentenceStart, n)
}

func (s *parserState) bufferLength() int { return s.n - s.unread + len(s.returned) }

func (s *parserState) done() bool { return len(s.stack) == 0 && s.bufferLength() == 0 }

// stackAt returns the token at depth i of the stack, -1 for none.
func (s *parserState) stackAt(i int) int {
	if i >= len(s.stack) {
		return -1
	}
	return s.stack[len(s.stack)-1-i]
}

// bufferAt returns token i of the buffer, -1 for none.
func (s *parserState) bufferAt(i int) int {
	if i < len(s.returned) {
		return s.returned[len(s.returned)-1-i]
	}
	if token := s.unread + i - len(s.returned); token < s.n {
		return token
	}
	return -1
}

// features returns the tokens that the network looks at.
func (s *parserState) features() []int {
	next, top := s.bufferAt(0), s.stackAt(0)
	s.context = [parserFeatures]int{
		next, s.bufferAt(1), top, s.stackAt(1), s.stackAt(2),
		childOf(s.leftChild, next), childOf(s.leftChild, top), childOf(s.rightChild, top),
	}
	return s.context[:]
}

func childOf(children []int, head int) int {
	if head < 0 {
		return -1
	}
	return children[head]
}

// allow marks the kinds of moves that make sense now.
func (s *parserState) allow(allowed *[256]bool) {
	next, after := s.bufferAt(0), s.bufferAt(1)
	stacked := len(s.stack) > 0
	starts := next >= 0 && s.sentenceStart[next]
	allowed[moveShift] = !stacked || after >= 0 && !starts && !s.mayNotShift[next]
	allowed[moveReduce] = stacked
	allowed[moveLeftArc] = stacked && next >= 0 && !starts
	allowed[moveRightArc] = allowed[moveLeftArc]
	allowed[moveBreak] = after >= 0 && after == next+1 && !s.sentenceStart[after]
}

func (s *parserState) apply(m move) {
	switch m.kind {
	case moveShift:
		s.push()
	case moveReduce:
		s.reduce()
	case moveLeftArc:
		next := s.bufferAt(0)
		s.attach(next, s.stackAt(0), m.label)
		s.mayNotShift[next] = false // the stack shrank, so there is no circle
		s.pop()
	case moveRightArc:
		s.attach(s.stackAt(0), s.bufferAt(0), m.label)
		s.push()
	case moveBreak:
		s.sentenceStart[s.bufferAt(1)] = true
	}
}

func (s *parserState) push() {
	if last := len(s.returned) - 1; last >= 0 {
		s.stack = append(s.stack, s.returned[last])
		s.returned = s.returned[:last]
		return
	}
	s.stack = append(s.stack, s.unread)
	s.unread++
}

func (s *parserState) pop() { s.stack = s.stack[:len(s.stack)-1] }

// reduce drops a token that has its head, or is alone and so a root; another
// one goes back to the buffer.
func (s *parserState) reduce() {
	top := s.stackAt(0)
	if s.heads[top] < 0 && len(s.stack) > 1 {
		s.mayNotShift[top] = true
		s.returned = append(s.returned, top)
	}
	s.pop()
}

// attach gives child a head, in place of one that it may have. Only a token on
// top of the stack can have one, and then it is its head's latest right child.
func (s *parserState) attach(head, child int, label string) {
	if old := s.heads[child]; old >= 0 {
		s.rightChild[old] = s.olderChild[child]
	}
	if head > child {
		s.leftChild[head] = child
	} else {
		s.olderChild[child] = s.rightChild[head]
		s.rightChild[head] = child
	}
	s.heads[child], s.labels[child] = head, label
}
