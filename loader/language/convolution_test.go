package language

import (
	"math"
	"testing"

	"pgregory.net/rapid"
)

// The layer's answers are those of the definition: the maxout, normalized, of
// the matrix times a row and its two neighbours.
func TestConvolution(t *testing.T) { eachKernel(t, checkConvolution) }

func checkConvolution(t *testing.T) {
	m, err := loadModel()
	if err != nil {
		t.Fatal(err)
	}
	r := &tensorReader{model: m}
	layer := newConvolution(r, "shared", 1)
	weights := r.read("shared.maxout1.weight", vectorWidth, maxoutPieces, 3*vectorWidth)
	if r.err != nil {
		t.Fatal(r.err)
	}
	rapid.Check(t, func(t *rapid.T) {
		pairs := rapid.IntRange(1, 2*blockPairs+3).Draw(t, "pairs")
		x := drawFloats(t, (2*pairs+1)*vectorWidth, "rows")
		clear(x[2*pairs*vectorWidth:])
		padded := append(make([]float32, vectorWidth), x...)
		layer.add(&convolutionBuffers{}, x, pairs)
		for _, row := range rapid.SliceOfN(rapid.IntRange(0, 2*pairs-1), 1, 4).Draw(t, "rows to check") {
			want := plainLayer(&layer.maxout, weights, padded[row*vectorWidth:][:3*vectorWidth])
			for i, v := range want {
				if got := float64(x[row*vectorWidth+i]); math.Abs(got-v) > 1e-4 {
					t.Fatalf("value %d of row %d is %v, want %v", i, row, got, v)
				}
			}
		}
	})
}

// plainLayer is the definition in float64; inputs are three rows.
func plainLayer(l *maxout, weights, inputs []float32) (out [vectorWidth]float64) {
	var mean, variance float64
	for i := range out {
		out[i] = math.Inf(-1)
		for piece := range maxoutPieces {
			sum := float64(l.bias[piece*vectorWidth+i])
			for j, v := range inputs {
				sum += float64(v) * float64(weights[(i*maxoutPieces+piece)*len(inputs)+j])
			}
			out[i] = max(out[i], sum)
		}
		mean += out[i] / vectorWidth
	}
	for _, v := range out {
		variance += (v - mean) * (v - mean) / vectorWidth
	}
	for i, v := range out {
		out[i] = float64(inputs[vectorWidth+i]) + (v-mean)/math.Sqrt(variance+1e-8)*float64(l.gain[i]) + float64(l.shift[i])
	}
	return out
}
