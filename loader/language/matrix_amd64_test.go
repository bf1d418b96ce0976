package language

import (
	"testing"

	"pgregory.net/rapid"
)

// The assembly and the Go code compute the same sums and write nothing else.
func TestAssemblyEqualsGo(t *testing.T) {
	if !useAVX {
		t.Skip("this processor has no AVX2 and FMA")
	}
	rapid.Check(t, func(t *rapid.T) {
		inputs := rapid.IntRange(1, 600).Draw(t, "inputs")
		stride := rapid.IntRange(1, 100).Draw(t, "stride")
		width := rapid.IntRange(panelWidth, 100).Draw(t, "width")
		x := drawFloats(t, (tileRows-1)*stride+inputs, "x")
		panels := drawFloats(t, rowWidth*inputs, "panels")

		fast := drawFloats(t, (tileRows-1)*width+panelWidth, "y")
		slow := append([]float32(nil), fast...)
		multiplyTileAVX(&fast[0], &x[0], &panels[0], inputs, stride, width)
		multiplyTileGo(slow, x, panels[:panelWidth*inputs], inputs, stride, width)
		for i := range fast {
			expectClose(t, fast[i], float64(slow[i]), inputs)
		}

		fast = drawFloats(t, rowWidth+1, "row")
		slow = append([]float32(nil), fast...)
		multiplyVectorAVX(&fast[0], &x[0], &panels[0], inputs)
		multiplyVectorGo(slow, x, panels, inputs)
		for i := range fast {
			expectClose(t, fast[i], float64(slow[i]), inputs)
		}
	})
}

// Without the assembly the answers are still those of spaCy.
func TestGoldenWithoutAssembly(t *testing.T) {
	if !useAVX {
		t.Skip("TestGolden has run without assembly")
	}
	if testing.Short() {
		t.Skip("takes two seconds")
	}
	useAVX = false // no test runs in parallel with this one
	defer func() { useAVX = true }()
	pipeline, err := New() // with no vector of the other code in its cache
	if err != nil {
		t.Fatal(err)
	}
	checkGolden(t, pipeline)
}
