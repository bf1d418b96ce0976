package language

// tagger gives each token the Penn Treebank tag that its vector points to most.
type tagger struct {
	tags   []string
	matrix matrix
	bias   []float32
}

func newTagger(r *tensorReader, tags []string) *tagger {
	order := paddedOrder(len(tags), panelWidth)
	return &tagger{
		tags:   tags,
		matrix: newMatrix(r.read("tagger.weight", len(tags), vectorWidth), vectorWidth, order),
		bias:   r.read("tagger.bias", len(tags)),
	}
}

// tag writes the index of each token's tag.
func (t *tagger) tag(buffer *[]float32, vectors []float32, out []int) {
	n, width := len(out), t.matrix.width
	scores := grown(buffer, paddedRows(n)*width)
	t.matrix.multiply(scores, vectors, n, vectorWidth)
	for i := range out {
		row := scores[i*width:][:len(t.tags)]
		best := 0
		for j := range row {
			row[j] += t.bias[j]
			if row[j] > row[best] {
				best = j
			}
		}
		out[i] = best
	}
}
