//go:build amd64 || arm64

package language

import (
	"testing"

	"pgregory.net/rapid"
)

// The assembly sums up rightly and writes nothing beside its tile.
func TestAssemblyKeepsToItsTile(t *testing.T) {
	if !useAssembly {
		t.Skip("this processor has not the instructions")
	}
	rapid.Check(t, func(t *rapid.T) {
		inputs := rapid.IntRange(1, 600).Draw(t, "inputs")
		stride := rapid.IntRange(1, 100).Draw(t, "stride")
		width := rapid.IntRange(panelWidth, 100).Draw(t, "width")
		x := drawFloats(t, (tileRows-1)*stride+inputs, "x")
		panels := drawFloats(t, rowWidth*inputs, "panels")

		y := drawFloats(t, (tileRows-1)*width+panelWidth+1, "y")
		want := append([]float32(nil), y...)
		for row := range tileRows {
			for column := range panelWidth {
				want[row*width+column] = dot(x[row*stride:], panels[column:], inputs)
			}
		}
		multiplyTile(&y[0], &x[0], &panels[0], inputs, stride, width)
		for i := range y {
			expectClose(t, y[i], float64(want[i]), inputs)
		}

		y = drawFloats(t, rowWidth+1, "row")
		want = append(want[:0], y...)
		for column := range rowWidth {
			want[column] = dot(x, panels[column/panelWidth*panelWidth*inputs+column%panelWidth:], inputs)
		}
		multiplyVector(&y[0], &x[0], &panels[0], inputs)
		for i := range y {
			expectClose(t, y[i], float64(want[i]), inputs)
		}
	})
}

// dot multiplies a row with one output of a panel.
func dot(x, panel []float32, inputs int) float32 {
	var sum float64
	for i := range inputs {
		sum += float64(x[i]) * float64(panel[i*panelWidth])
	}
	return float32(sum)
}
