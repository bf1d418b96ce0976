package language

// The kernel in Go, for processors that the assembly is not for. Its tile is two
// rows by three outputs, and two inputs a turn: what the compiler keeps in
// registers together with their products.

// packStrips puts the three weights of the first input one after another, then
// those of the second, and so on. The last strip ends with the last output, so
// that it may share outputs with the one before.
func packStrips(weights []float32, inputs int, order []int) [][3]float32 {
	strips := make([][3]float32, (len(order)+2)/3*inputs)
	for first := range strips {
		strip, input := first/inputs, first%inputs
		for i := range min(3, len(order)) {
			strips[first][i] = weights[order[stripColumn(strip, len(order))+i]*inputs+input]
		}
	}
	return strips
}

// stripColumn is the first output of a strip.
func stripColumn(strip, outputs int) int {
	return min(3*strip, max(0, outputs-3))
}

func (m *matrix) multiplyStrips(y, x []float32, n, stride int) {
	for strip := range len(m.strips) / m.inputs {
		weights := m.strips[strip*m.inputs:][:m.inputs]
		column := stripColumn(strip, m.outputs)
		for row := 0; row < n; row += 2 {
			multiplyStrip(y[row*m.width+column:], x[row*stride:], weights, stride, m.width)
		}
	}
}

// multiplyStrip multiplies two rows of x with one strip. Each sum adds up in the
// order of the inputs.
func multiplyStrip(y, x []float32, strip [][3]float32, stride, width int) {
	n := len(strip)
	x0, x1 := x[:n], x[stride:][:n]
	var a0, a1, a2, b0, b1, b2 float32
	i := 0
	for ; i+1 < n; i += 2 {
		q := &strip[i]
		v0, v1 := x0[i], x1[i]
		w := q[0]
		a0 += v0 * w
		b0 += v1 * w
		w = q[1]
		a1 += v0 * w
		b1 += v1 * w
		w = q[2]
		a2 += v0 * w
		b2 += v1 * w
		q = &strip[i+1]
		v0, v1 = x0[i+1], x1[i+1]
		w = q[0]
		a0 += v0 * w
		b0 += v1 * w
		w = q[1]
		a1 += v0 * w
		b1 += v1 * w
		w = q[2]
		a2 += v0 * w
		b2 += v1 * w
	}
	if i < n {
		q, v0, v1 := &strip[i], x0[i], x1[i]
		a0 += v0 * q[0]
		b0 += v1 * q[0]
		a1 += v0 * q[1]
		b1 += v1 * q[1]
		a2 += v0 * q[2]
		b2 += v1 * q[2]
	}
	y0, y1 := y[:3], y[width:][:3]
	y0[0], y0[1], y0[2] = a0, a1, a2
	y1[0], y1[1], y1[2] = b0, b1, b2
}

// multiplyRowStrips is multiplyRow: one row, two strips at a time.
func (m *matrix) multiplyRowStrips(y, x []float32) {
	x = x[:m.inputs]
	count := len(m.strips) / m.inputs
	for strip := 0; strip < count; strip += 2 {
		other := min(strip+1, count-1)
		s := m.strips[strip*m.inputs:][:len(x)]
		t := m.strips[other*m.inputs:][:len(x)]
		var a0, a1, a2, b0, b1, b2 float32
		for i, v := range x {
			p, q := &s[i], &t[i]
			a0 += v * p[0]
			a1 += v * p[1]
			a2 += v * p[2]
			b0 += v * q[0]
			b1 += v * q[1]
			b2 += v * q[2]
		}
		out := y[stripColumn(strip, m.outputs):][:3]
		out[0], out[1], out[2] = a0, a1, a2
		out = y[stripColumn(other, m.outputs):][:3]
		out[0], out[1], out[2] = b0, b1, b2
	}
}
