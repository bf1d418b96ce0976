package language

// A matrix holds weights in panels of 16 outputs: the 16 weights of the first
// input, the 16 of the second, and so on. So one load fetches the weights of 16
// outputs, and a tile of rows shares it.
type matrix struct {
	panels []float32 // (width/16) × inputs × 16
	inputs int
	width  int // outputs, padded; a padding output is 0
}

const (
	panelWidth = 16 // outputs of a panel: two AVX registers
	tileRows   = 6  // rows of a tile: its 12 sums fill the AVX registers that are left
	rowWidth   = 64 // outputs that a single row is multiplied by at once
)

// newMatrix packs weights, outputs × inputs in row-major order, for the given
// order of outputs: output o of the matrix is row order[o] of the weights, or 0
// for -1. len(order) is a multiple of panelWidth.
func newMatrix(weights []float32, inputs int, order []int) matrix {
	m := matrix{panels: make([]float32, len(order)*inputs), inputs: inputs, width: len(order)}
	for output, row := range order {
		if row < 0 {
			continue
		}
		panel := m.panels[output/panelWidth*panelWidth*inputs:]
		for input := range inputs {
			panel[input*panelWidth+output%panelWidth] = weights[row*inputs+input]
		}
	}
	return m
}

// paddedOrder is the order 0 … outputs-1, padded to a multiple of unit.
func paddedOrder(outputs, unit int) []int {
	order := make([]int, (outputs+unit-1)/unit*unit)
	for i := range order {
		order[i] = i
		if i >= outputs {
			order[i] = -1
		}
	}
	return order
}

// pieceOrder is the order of a maxout layer's outputs by piece: the model
// stores the pieces of an output together, but the maximum is quicker over
// whole rows of first pieces, second pieces and so on.
func pieceOrder(outputs, pieces int) []int {
	order := make([]int, 0, outputs*pieces)
	for piece := range pieces {
		for output := range outputs {
			order = append(order, output*pieces+piece)
		}
	}
	return order
}

// inOrder gives the values in another order.
func inOrder(values []float32, order []int) []float32 {
	out := make([]float32, len(order))
	for i, row := range order {
		if row >= 0 {
			out[i] = values[row]
		}
	}
	return out
}

// paddedRows is the number of rows that multiply reads and writes for n rows.
func paddedRows(n int) int {
	return (n + tileRows - 1) / tileRows * tileRows
}

// multiply sets each of n rows of y, m.width wide, to the matrix times the row
// of x that starts at row·stride; rows of x may overlap. Both x and y must have
// paddedRows(n) rows; what the padding of y holds afterwards means nothing.
func (m *matrix) multiply(y, x []float32, n, stride int) {
	if n == 0 {
		return
	}
	rows := paddedRows(n)
	_ = x[(rows-1)*stride+m.inputs-1]
	_ = y[rows*m.width-1]
	for column := 0; column < m.width; column += panelWidth {
		panel := m.panels[column*m.inputs : (column+panelWidth)*m.inputs]
		for row := 0; row < rows; row += tileRows {
			multiplyTile(y[row*m.width+column:], x[row*stride:], panel, m.inputs, stride, m.width)
		}
	}
}

// multiplyRow sets y, m.width wide, to the matrix times one row of x. The
// width must be a multiple of rowWidth.
func (m *matrix) multiplyRow(y, x []float32) {
	_ = x[m.inputs-1]
	_ = y[m.width-1]
	for column := 0; column < m.width; column += rowWidth {
		multiplyVector(y[column:], x, m.panels[column*m.inputs:(column+rowWidth)*m.inputs], m.inputs)
	}
}

// multiplyTileGo multiplies tileRows rows of x with one panel, three rows and
// two outputs at a time: more sums do not stay in registers.
func multiplyTileGo(y, x, panel []float32, inputs, stride, width int) {
	for row := 0; row < tileRows; row += 3 {
		x0 := x[row*stride:][:inputs]
		x1 := x[(row+1)*stride:][:len(x0)]
		x2 := x[(row+2)*stride:][:len(x0)]
		for column := 0; column < panelWidth; column += 2 {
			var a0, a1, b0, b1, c0, c1 float32
			w := panel[column:]
			for i, v0 := range x0 {
				v1, v2 := x1[i], x2[i]
				pair := w[i*panelWidth : i*panelWidth+2 : i*panelWidth+2]
				a0 += v0 * pair[0]
				a1 += v0 * pair[1]
				b0 += v1 * pair[0]
				b1 += v1 * pair[1]
				c0 += v2 * pair[0]
				c1 += v2 * pair[1]
			}
			at := row*width + column
			y[at], y[at+1] = a0, a1
			y[at+width], y[at+width+1] = b0, b1
			y[at+2*width], y[at+2*width+1] = c0, c1
		}
	}
}

// multiplyVectorGo multiplies one row of x with rowWidth/panelWidth panels.
func multiplyVectorGo(y, x, panels []float32, inputs int) {
	x = x[:inputs]
	for column := 0; column < rowWidth; column += 4 {
		w := panels[column/panelWidth*panelWidth*inputs+column%panelWidth:]
		var a0, a1, a2, a3 float32
		for i, v := range x {
			w4 := w[i*panelWidth : i*panelWidth+4 : i*panelWidth+4]
			a0 += v * w4[0]
			a1 += v * w4[1]
			a2 += v * w4[2]
			a3 += v * w4[3]
		}
		y4 := y[column:][:4]
		y4[0], y4[1], y4[2], y4[3] = a0, a1, a2, a3
	}
}
