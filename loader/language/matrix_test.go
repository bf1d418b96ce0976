package language

import (
	"math"
	"testing"

	"pgregory.net/rapid"
)

// drawFloats returns n values of the size that weights and vectors have.
func drawFloats(t *rapid.T, n int, label string) []float32 {
	seed := rapid.Uint64().Draw(t, label)
	values := make([]float32, n)
	for i := range values {
		seed = seed*6364136223846793005 + 1442695040888963407
		values[i] = float32(int32(seed>>32)) / (1 << 30)
	}
	return values
}

// expectClose compares with sums in float64, allowing for rounding.
func expectClose(t *rapid.T, got float32, want float64, inputs int) {
	if math.Abs(float64(got)-want) > 1e-6*float64(inputs) {
		t.Fatalf("got %v, want %v", got, want)
	}
}

// eachKernel runs a test with the kernel in Go and, where the processor has its
// instructions, with the one in assembly. No test runs in parallel with it.
func eachKernel(t *testing.T, test func(t *testing.T)) {
	assembly := useAssembly
	defer func() { useAssembly = assembly }()
	useAssembly = false
	t.Run("Go", test)
	if useAssembly = assembly; assembly {
		t.Run("assembly", test)
	}
}

// A matrix times rows that overlap is, row by row, what the definition says.
func TestMatrixMultiply(t *testing.T) { eachKernel(t, checkMultiply) }

func checkMultiply(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		outputs := rapid.IntRange(1, 70).Draw(t, "outputs")
		inputs := rapid.IntRange(1, 40).Draw(t, "inputs")
		n := rapid.IntRange(0, 20).Draw(t, "rows")
		stride := rapid.IntRange(1, 50).Draw(t, "stride")
		weights := drawFloats(t, outputs*inputs, "weights")
		x := drawFloats(t, paddedRows(n)*stride+inputs, "x")
		m := newMatrix(weights, inputs, paddedOrder(outputs, panelWidth))
		y := make([]float32, paddedRows(n)*m.width)
		m.multiply(y, x, n, stride)
		for row := range n {
			for output := range outputs {
				var want float64
				for i := range inputs {
					want += float64(x[row*stride+i]) * float64(weights[output*inputs+i])
				}
				expectClose(t, y[row*m.width+output], want, inputs)
			}
		}
	})
}

func TestMatrixMultiplyRow(t *testing.T) { eachKernel(t, checkMultiplyRow) }

func checkMultiplyRow(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		outputs := rapid.IntRange(1, 150).Draw(t, "outputs")
		inputs := rapid.IntRange(1, 40).Draw(t, "inputs")
		weights, x := drawFloats(t, outputs*inputs, "weights"), drawFloats(t, inputs, "x")
		m := newMatrix(weights, inputs, paddedOrder(outputs, rowWidth))
		y := make([]float32, m.width)
		m.multiplyRow(y, x)
		for output := range outputs {
			var want float64
			for i := range inputs {
				want += float64(x[i]) * float64(weights[output*inputs+i])
			}
			expectClose(t, y[output], want, inputs)
		}
	})
}

// The order of outputs can be changed, and pieces of an output taken apart.
func TestPieceOrder(t *testing.T) {
	weights := []float32{10, 11, 12, 20, 21, 22} // two outputs of three pieces, one input
	order := pieceOrder(2, 3)
	got := inOrder(weights, order)
	want := []float32{10, 20, 11, 21, 12, 22}
	for i := range want {
		if got[i] != want[i] {
			t.Fatalf("got %v, want %v", got, want)
		}
	}
}

func BenchmarkMultiply(b *testing.B) {
	const rows, inputs, outputs, stride = 60, vectorWidth, sumWidth, vectorWidth
	m := newMatrix(make([]float32, inputs*outputs), inputs, paddedOrder(outputs, panelWidth))
	x, y := make([]float32, rows*stride+inputs), make([]float32, rows*outputs)
	for b.Loop() {
		m.multiply(y, x, rows, stride)
	}
	b.ReportMetric(float64(b.N)*rows*inputs*outputs/b.Elapsed().Seconds(), "products/s")
}

// Without the assembly the answers are still those of spaCy.
func TestGoldenWithoutAssembly(t *testing.T) {
	if !useAssembly {
		t.Skip("TestGolden has run without assembly")
	}
	if testing.Short() {
		t.Skip("takes a second")
	}
	useAssembly = false // no test runs in parallel with this one
	defer func() { useAssembly = true }()
	pipeline, err := New()
	if err != nil {
		t.Fatal(err)
	}
	checkGolden(t, pipeline)
}
