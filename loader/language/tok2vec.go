package language

import (
	"fmt"
	"math"
	"slices"
)

// vectorWidth is the number of values by which an encoder describes a token.
const vectorWidth = 96

const (
	encoderLayers = 4 // each looks one token further to both sides
	maxoutPieces  = 3
	sumWidth      = maxoutPieces * vectorWidth
)

// The attributes that a token can be embedded by.
const (
	attributeNorm = iota
	attributePrefix
	attributeSuffix
	attributeShape
	attributeSpacy // 1 when a space follows
	attributeIsSpace
	attributeCount
)

var attributeNames = []string{"NORM", "PREFIX", "SUFFIX", "SHAPE", "SPACY", "IS_SPACE"}

// attributeValues is a token's hash of each attribute.
type attributeValues [attributeCount]uint64

type encoderTable struct {
	Attributes []string `json:"attributes"`
	Seeds      []uint32 `json:"seeds"`
}

// encoder turns tokens into vectors, spaCy's tok2vec: a hash embedding of each
// attribute, a maxout layer that mixes them, and four convolutions, each over a
// token and its two neighbours and added to what it was given.
type encoder struct {
	embeddings []hashEmbedding
	mix        maxoutLayer
	layers     [encoderLayers]maxoutLayer
}

// hashEmbedding finds a value's vector as the sum of four rows of a table, so
// that a small table has a nearly unique sum for any value (Serrà and
// Karatzoglou 2017, "Getting deep recommenders fit").
type hashEmbedding struct {
	attribute int
	seed      uint32
	rows      []float32
}

// maxoutLayer is a linear map to three candidates ("pieces") a value, of which
// the largest counts, and the normalization of the values.
type maxoutLayer struct {
	matrix matrix
	bias   []float32 // by piece, then value
	gain   []float32
	shift  []float32
}

func newEncoder(r *tensorReader, name string, table encoderTable) *encoder {
	e := &encoder{}
	for i, attribute := range table.Attributes {
		e.embeddings = append(e.embeddings, hashEmbedding{
			attribute: slices.Index(attributeNames, attribute),
			seed:      table.Seeds[i],
			rows:      r.read(fmt.Sprintf("%s.embed%d", name, i), -1, vectorWidth),
		})
	}
	e.mix = newMaxoutLayer(r, name, 0, len(e.embeddings)*vectorWidth)
	for i := range e.layers {
		e.layers[i] = newMaxoutLayer(r, name, i+1, 3*vectorWidth)
	}
	return e
}

func newMaxoutLayer(r *tensorReader, name string, i, inputs int) maxoutLayer {
	maxout, norm := fmt.Sprintf("%s.maxout%d", name, i), fmt.Sprintf("%s.norm%d", name, i)
	order := pieceOrder(vectorWidth, maxoutPieces)
	if i == 0 { // multiplied row by row
		for len(order)%rowWidth != 0 {
			order = append(order, -1)
		}
	}
	return maxoutLayer{
		matrix: newMatrix(r.read(maxout+".weight", vectorWidth, maxoutPieces, inputs), inputs, order),
		bias:   inOrder(r.read(maxout+".bias", vectorWidth, maxoutPieces), order),
		gain:   r.read(norm+".gain", vectorWidth),
		shift:  r.read(norm+".bias", vectorWidth),
	}
}

// embed gives the vector of a token by itself.
func (e *encoder) embed(values attributeValues) []float32 {
	joined := make([]float32, len(e.embeddings)*vectorWidth)
	for i, embedding := range e.embeddings {
		embedding.add(joined[i*vectorWidth:(i+1)*vectorWidth], values[embedding.attribute])
	}
	sums := make([]float32, e.mix.matrix.width)
	e.mix.matrix.multiplyRow(sums, joined)
	vector := make([]float32, vectorWidth)
	e.mix.activate(vector, sums)
	return vector
}

func (h *hashEmbedding) add(vector []float32, value uint64) {
	count := uint32(len(h.rows) / vectorWidth)
	for _, hash := range rowHashes(value, h.seed) {
		row := h.rows[int(hash%count)*vectorWidth:][:vectorWidth]
		for i, v := range row {
			vector[i] += v
		}
	}
}

// activate takes the maximum of the pieces and normalizes: mean 0, variance 1,
// then gain and shift.
func (l *maxoutLayer) activate(out, sums []float32) {
	const n = vectorWidth
	first, second, third := sums[:n], sums[n:2*n], sums[2*n:3*n]
	firstBias, secondBias, thirdBias := l.bias[:n], l.bias[n:2*n], l.bias[2*n:3*n]
	out, gain, shift := out[:n], l.gain[:n], l.shift[:n]
	var total float64
	for i := range n {
		v := max(first[i]+firstBias[i], second[i]+secondBias[i], third[i]+thirdBias[i])
		out[i] = v
		total += float64(v)
	}
	mean := total / n
	var squares float64
	for _, v := range out {
		d := float64(v) - mean
		squares += d * d
	}
	scale := float32(1 / math.Sqrt(squares/n+1e-8))
	mean32 := float32(mean)
	for i, v := range out {
		out[i] = (v-mean32)*scale*gain[i] + shift[i]
	}
}

// contextPadding is how many empty tokens stand before and after a text: as
// many as the layers look to a side.
const contextPadding = encoderLayers

// encode gives the vectors of n tokens in their context, one after another.
// input gives the vector of each by itself. The result lies in b and has
// paddedRows(n) rows, of which the last ones mean nothing.
func (e *encoder) encode(b *encoderBuffers, n int, input func(int) []float32) []float32 {
	const width = vectorWidth
	count := n + 2*contextPadding
	rows := paddedRows(count)
	// A zero row before and after: the neighbours of the first and last.
	x := zeroed(&b.vectors, (rows+2)*width)
	sums := grown(&b.sums, rows*sumWidth)
	var out [width]float32
	for i := range n {
		copy(x[(1+contextPadding+i)*width:], input(i))
	}
	for i := range e.layers {
		layer := &e.layers[i]
		// Row r of the input is tokens r-1, r and r+1, which lie in a row in x.
		layer.matrix.multiply(sums, x, count, width)
		for row := range count {
			layer.activate(out[:], sums[row*sumWidth:(row+1)*sumWidth])
			vector := x[(1+row)*width:][:width]
			for j, v := range out {
				vector[j] += v
			}
		}
	}
	return x[(1+contextPadding)*width:]
}

// encoderBuffers is memory that encode uses again.
type encoderBuffers struct {
	vectors []float32
	sums    []float32
}

// grown gives n elements of the buffer, whatever they hold.
func grown[T any](buffer *[]T, n int) []T {
	if cap(*buffer) < n {
		*buffer = make([]T, n+n/4)
	}
	return (*buffer)[:n]
}

// zeroed gives n elements of the buffer, all zero.
func zeroed[T any](buffer *[]T, n int) []T {
	out := grown(buffer, n)
	clear(out)
	return out
}
