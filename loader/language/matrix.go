package language

// A matrix holds weights in the order in which its kernel reads them: in panels
// for the one in assembly, in strips for the one in Go.
type matrix struct {
	panels  []float32    // width/panelWidth panels of inputs × panelWidth; nil for the kernel in Go
	strips  [][3]float32 // one strip of inputs × 3 for each three outputs; nil for the one in assembly
	inputs  int
	outputs int
	width   int // outputs, padded; what a padding output holds means nothing
}

const (
	panelWidth = 16 // outputs of a panel: two AVX registers, four of NEON
	tileRows   = 6  // rows of a tile: its sums fill the registers that are left
	rowWidth   = 64 // outputs that a single row is multiplied by at once
)

// newMatrix packs weights, outputs × inputs in row-major order, for the given
// order of outputs: output o of the matrix is row order[o] of the weights. The
// order may end in padding, -1; its length is a multiple of panelWidth.
func newMatrix(weights []float32, inputs int, order []int) matrix {
	m := matrix{inputs: inputs, outputs: len(order), width: len(order)}
	for m.outputs > 0 && order[m.outputs-1] < 0 {
		m.outputs--
	}
	if useAssembly {
		m.panels = packPanels(weights, inputs, order)
	} else {
		m.strips = packStrips(weights, inputs, order[:m.outputs])
	}
	return m
}

// packPanels puts the 16 weights of the first input one after another, then the
// 16 of the second, and so on: one load fetches those of many outputs.
func packPanels(weights []float32, inputs int, order []int) []float32 {
	panels := make([]float32, len(order)*inputs)
	for output, row := range order {
		if row < 0 {
			break
		}
		panel := panels[output/panelWidth*panelWidth*inputs:]
		for input := range inputs {
			panel[input*panelWidth+output%panelWidth] = weights[row*inputs+input]
		}
	}
	return panels
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

// inOrder returns the values in another order.
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
	if m.panels == nil {
		m.multiplyStrips(y, x, n, stride)
		return
	}
	for column := 0; column < m.outputs; column += panelWidth {
		panel := &m.panels[column*m.inputs]
		for row := 0; row < rows; row += tileRows {
			multiplyTile(&y[row*m.width+column], &x[row*stride], panel, m.inputs, stride, m.width)
		}
	}
}

// multiplyRow sets y, m.width wide, to the matrix times one row of x. The
// width must be a multiple of rowWidth.
func (m *matrix) multiplyRow(y, x []float32) {
	_ = x[m.inputs-1]
	_ = y[m.width-1]
	if m.panels == nil {
		m.multiplyRowStrips(y, x)
		return
	}
	for column := 0; column < m.outputs; column += rowWidth {
		multiplyVector(&y[column], &x[0], &m.panels[column*m.inputs], m.inputs)
	}
}
