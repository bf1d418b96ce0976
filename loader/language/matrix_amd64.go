package language

import "golang.org/x/sys/cpu"

// useAVX tells whether the processor has the instructions of matrix_amd64.s.
// The sums are the same as in Go but for the rounding: a fused multiply-add
// rounds once, not twice.
var useAVX = cpu.X86.HasAVX2 && cpu.X86.HasFMA

func multiplyTile(y, x, panel []float32, inputs, stride, width int) {
	if useAVX {
		multiplyTileAVX(&y[0], &x[0], &panel[0], inputs, stride, width)
		return
	}
	multiplyTileGo(y, x, panel, inputs, stride, width)
}

func multiplyVector(y, x, panels []float32, inputs int) {
	if useAVX {
		multiplyVectorAVX(&y[0], &x[0], &panels[0], inputs)
		return
	}
	multiplyVectorGo(y, x, panels, inputs)
}

// multiplyTileAVX is multiplyTileGo. The caller has checked that x has
// 5·stride+inputs elements, y 5·width+16, panel 16·inputs, and inputs > 0.
//
//go:noescape
func multiplyTileAVX(y, x, panel *float32, inputs, stride, width int)

// multiplyVectorAVX is multiplyVectorGo. The caller has checked that x has
// inputs elements, y 64, panels 64·inputs, and inputs > 0.
//
//go:noescape
func multiplyVectorAVX(y, x, panels *float32, inputs int)
