package language

import "math"

const (
	maxoutPieces = 3
	sumWidth     = maxoutPieces * vectorWidth
)

// maxout takes the largest of three candidates ("pieces") for each value of a
// vector, and normalizes the values: mean 0, variance 1, then gain and shift.
type maxout struct {
	bias  []float32 // by piece, then value
	gain  []float32
	shift []float32
}

func newMaxout(r *tensorReader, bias, norm string) maxout {
	return maxout{
		bias:  inOrder(r.read(bias, vectorWidth, maxoutPieces), pieceOrder(vectorWidth, maxoutPieces)),
		gain:  r.read(norm+".gain", vectorWidth),
		shift: r.read(norm+".bias", vectorWidth),
	}
}

// largest sets out to the largest pieces of sums, which hold the first pieces of
// all values, then the second, then the third.
func (l *maxout) largest(out *[vectorWidth]float32, sums []float32) {
	first, second, third := piecesOf(sums)
	bias0, bias1, bias2 := piecesOf(l.bias)
	for i := range out {
		out[i] = max(first[i]+bias0[i], second[i]+bias1[i], third[i]+bias2[i])
	}
}

func piecesOf(sums []float32) (first, second, third *[vectorWidth]float32) {
	return (*[vectorWidth]float32)(sums), (*[vectorWidth]float32)(sums[vectorWidth:]), (*[vectorWidth]float32)(sums[2*vectorWidth:])
}

// addNormalized adds the values to a vector, normalized.
func (l *maxout) addNormalized(vector []float32, values *[vectorWidth]float32) {
	const n = vectorWidth
	to, gain, shift := (*[n]float32)(vector), (*[n]float32)(l.gain), (*[n]float32)(l.shift)
	var total float64
	for _, v := range values {
		total += float64(v)
	}
	mean := total / n
	var squares float64
	for _, v := range values {
		d := float64(v) - mean
		squares += d * d
	}
	scale := float32(1 / math.Sqrt(squares/n+1e-8))
	mean32 := float32(mean)
	for i, v := range values {
		to[i] += (v-mean32)*scale*gain[i] + shift[i]
	}
}
