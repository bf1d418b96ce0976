package language

import "fmt"

// convolution maps each row and its two neighbours to the row's maxout sums. It
// takes rows in pairs and needs four products for the two of them, where the
// definition has six: Winograd's minimal filtering F(2,3) (Lavin and Gray 2016,
// "Fast algorithms for convolutional neural networks"), here with vectors for
// numbers and matrices for filter weights.
type convolution struct {
	filters [winogradProducts]matrix
	maxout
}

const (
	winogradProducts = 4
	blockPairs       = 48 // pairs that are worked on at once: their sums stay in the cache
)

func newConvolution(r *tensorReader, name string, i int) convolution {
	layer := fmt.Sprintf("%s.maxout%d", name, i)
	weights := r.read(layer+".weight", vectorWidth, maxoutPieces, 3*vectorWidth)
	c := convolution{maxout: newMaxout(r, layer+".bias", fmt.Sprintf("%s.norm%d", name, i))}
	order := pieceOrder(vectorWidth, maxoutPieces)
	for product := range c.filters {
		c.filters[product] = newMatrix(winogradFilter(weights, product), vectorWidth, order)
	}
	return c
}

// winogradFilter returns the weights, sumWidth × vectorWidth, of one of the four
// products. A row of the given weights is for the row before, the row itself and
// the row after.
func winogradFilter(weights []float32, product int) []float32 {
	filter := make([]float32, sumWidth*vectorWidth)
	for i := range filter {
		row := weights[i/vectorWidth*3*vectorWidth:]
		column := i % vectorWidth
		before, self, after := row[column], row[vectorWidth+column], row[2*vectorWidth+column]
		switch product {
		case 0:
			filter[i] = before
		case 1:
			filter[i] = (before + self + after) / 2
		case 2:
			filter[i] = (before - self + after) / 2
		case 3:
			filter[i] = after
		}
	}
	return filter
}

// convolutionBuffers is memory for one block.
type convolutionBuffers struct {
	inputs [winogradProducts][blockPairs * vectorWidth]float32
	sums   [winogradProducts][blockPairs * sumWidth]float32
	before [vectorWidth]float32 // the row before the block, as it was
}

// add adds to each row of x the layer's answer to it and its neighbours. There
// are 2·pairs rows and a row of zeros after them.
func (c *convolution) add(b *convolutionBuffers, x []float32, pairs int) {
	clear(b.before[:])
	for pairs > 0 {
		n := min(pairs, blockPairs)
		b.gather(x, n)
		for product := range c.filters {
			c.filters[product].multiply(b.sums[product][:], b.inputs[product][:], n, vectorWidth)
		}
		for pair := range n {
			c.addPair(b, x[2*pair*vectorWidth:], pair)
		}
		x = x[2*n*vectorWidth:]
		pairs -= n
	}
}

// gather makes the inputs of the products from the rows of n pairs, the row
// before and the row after.
func (b *convolutionBuffers) gather(x []float32, n int) {
	const width = vectorWidth
	before := &b.before
	for pair := range n {
		rows := x[2*pair*width:]
		first, second, after := (*[width]float32)(rows), (*[width]float32)(rows[width:]), (*[width]float32)(rows[2*width:])
		at := pair * width
		in0, in1 := (*[width]float32)(b.inputs[0][at:]), (*[width]float32)(b.inputs[1][at:])
		in2, in3 := (*[width]float32)(b.inputs[2][at:]), (*[width]float32)(b.inputs[3][at:])
		for i := range width {
			f, s := first[i], second[i]
			in0[i] = before[i] - s
			in1[i] = f + s
			in2[i] = s - f
			in3[i] = f - after[i]
		}
		before = second
	}
	b.before = *before
}

// addPair adds the layer's answers to the two rows of a pair.
func (c *convolution) addPair(b *convolutionBuffers, rows []float32, pair int) {
	var first, second [vectorWidth]float32
	at := pair * sumWidth
	p0, p1, p2, p3 := b.sums[0][at:][:sumWidth], b.sums[1][at:][:sumWidth], b.sums[2][at:][:sumWidth], b.sums[3][at:][:sumWidth]
	for i := range p0 {
		one, two := p1[i], p2[i]
		p0[i] += one + two
		p3[i] = one - two - p3[i]
	}
	c.largest(&first, p0)
	c.largest(&second, p3)
	c.addNormalized(rows, &first)
	c.addNormalized(rows[vectorWidth:], &second)
}
