package language

const rootLabel = "ROOT"

// tree is a parse of tokens: the head and label of each, and what follows from
// them. A root is its own head.
type tree struct {
	heads         []int
	labels        []string
	left, right   []int // first and last token of each token's subtree
	sentenceStart []bool
}

func (t *tree) reset(n int) {
	t.heads, t.labels = grown(&t.heads, n), grown(&t.labels, n)
	t.left, t.right = grown(&t.left, n), grown(&t.right, n)
	t.sentenceStart = zeroed(&t.sentenceStart, n)
}

// spread finds the subtrees' edges and the sentences' starts. As in spaCy the
// edges are spread to the heads in sweeps over all tokens: two suffice in a
// projective tree, and more are made, up to a bound, until every head is in its
// token's sentence.
func (t *tree) spread() {
	const maxSweeps = 12
	for i := range t.heads {
		t.left[i], t.right[i] = i, i
	}
	for range maxSweeps {
		for i := range t.heads {
			t.widen(i)
		}
		for i := len(t.heads) - 1; i >= 0; i-- {
			t.widen(i)
		}
		t.markStarts()
		if t.headsStayInSentences() {
			return
		}
	}
}

func (t *tree) widen(i int) {
	head := t.heads[i]
	t.left[head] = min(t.left[head], t.left[i])
	t.right[head] = max(t.right[head], t.right[i])
}

func (t *tree) markStarts() {
	clear(t.sentenceStart)
	for i, head := range t.heads {
		if head == i {
			t.sentenceStart[t.left[i]] = true
		}
	}
}

func (t *tree) headsStayInSentences() bool {
	start := 0
	for i := range t.heads {
		if (i == 0 || !t.sentenceStart[i]) && i != len(t.heads)-1 {
			continue
		}
		for j := start; j < i; j++ {
			if t.heads[j] < start || t.heads[j] > i {
				return false
			}
		}
		start = i
	}
	return true
}
