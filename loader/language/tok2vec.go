package language

import (
	"fmt"
	"slices"
)

// vectorWidth is the number of values by which an encoder describes a token.
const vectorWidth = 96

type tokenVector [vectorWidth]float32

const encoderLayers = 4 // each looks one token further to both sides

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
	mix        matrix
	mixed      maxout
	layers     [encoderLayers]convolution
}

// hashEmbedding finds a value's vector as the sum of four rows of a table, so
// that a small table has a nearly unique sum for any value (Serrà and
// Karatzoglou 2017, "Getting deep recommenders fit").
type hashEmbedding struct {
	attribute int
	seed      uint32
	rows      []float32
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
	order := pieceOrder(vectorWidth, maxoutPieces)
	for len(order)%rowWidth != 0 { // multiplied row by row
		order = append(order, -1)
	}
	inputs := len(e.embeddings) * vectorWidth
	e.mix = newMatrix(r.read(name+".maxout0.weight", vectorWidth, maxoutPieces, inputs), inputs, order)
	e.mixed = newMaxout(r, name+".maxout0.bias", name+".norm0")
	for i := range e.layers {
		e.layers[i] = newConvolution(r, name, i+1)
	}
	return e
}

// embed sets the vector of a token by itself.
func (e *encoder) embed(vector *tokenVector, values attributeValues) {
	var joined [attributeCount * vectorWidth]float32
	for i, embedding := range e.embeddings {
		embedding.add(joined[i*vectorWidth:(i+1)*vectorWidth], values[embedding.attribute])
	}
	var sums [(sumWidth + rowWidth - 1) / rowWidth * rowWidth]float32
	e.mix.multiplyRow(sums[:], joined[:])
	var largest [vectorWidth]float32
	e.mixed.largest(&largest, sums[:])
	clear(vector[:])
	e.mixed.addNormalized(vector[:], &largest)
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

// contextPadding is how many empty tokens stand before, between and after the
// texts of a batch: as many as the layers look to a side.
const contextPadding = encoderLayers

// encode returns the vectors of the tokens of some texts, one after another, each
// text as if it stood alone. lengths are the texts' numbers of tokens; input
// gives the vector of each token by itself, counted through all the texts. The
// result lies in b and has paddedRows rows, of which the last ones mean nothing.
func (e *encoder) encode(b *encoderBuffers, lengths []int, input func(int) *tokenVector) []float32 {
	const width = vectorWidth
	tokens := 0
	for _, n := range lengths {
		tokens += n
	}
	pairs := (tokens + contextPadding*(len(lengths)+1) + 1) / 2
	x := zeroed(&b.rows, (2*pairs+1)*width)
	eachRow(lengths, func(row, token int) { copy(x[row*width:], input(token)[:]) })
	for i := range e.layers {
		e.layers[i].add(&b.convolution, x, pairs)
	}
	vectors := grown(&b.vectors, paddedRows(tokens)*width)
	eachRow(lengths, func(row, token int) { copy(vectors[token*width:(token+1)*width], x[row*width:]) })
	return vectors
}

// eachRow tells in which row each token of the texts stands.
func eachRow(lengths []int, tell func(row, token int)) {
	row, token := contextPadding, 0
	for _, n := range lengths {
		for range n {
			tell(row, token)
			row++
			token++
		}
		row += contextPadding
	}
}

// encoderBuffers is memory that encode uses again.
type encoderBuffers struct {
	rows        []float32 // of the texts and the padding
	vectors     []float32 // of the texts
	convolution convolutionBuffers
}

// grown returns n elements of the buffer, whatever they hold.
func grown[T any](buffer *[]T, n int) []T {
	if cap(*buffer) < n {
		*buffer = make([]T, n+n/4)
	}
	return (*buffer)[:n]
}

// zeroed returns n elements of the buffer, all zero.
func zeroed[T any](buffer *[]T, n int) []T {
	out := grown(buffer, n)
	clear(out)
	return out
}
