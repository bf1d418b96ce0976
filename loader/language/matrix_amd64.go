package language

import "golang.org/x/sys/cpu"

// useAssembly reports whether the processor has the instructions of
// matrix_amd64.s. The sums are the same as in Go but for the rounding: a fused
// multiply-add rounds once, not twice. GODEBUG=cpu.avx2=off turns it off.
var useAssembly = cpu.X86.HasAVX2 && cpu.X86.HasFMA

// multiplyTile multiplies tileRows rows of x, stride apart, with one panel. The
// caller has checked that x has 5·stride+inputs elements, y 5·width+16, panel
// 16·inputs, and inputs > 0.
//
//go:noescape
func multiplyTile(y, x, panel *float32, inputs, stride, width int)

// multiplyVector multiplies one row of x with rowWidth/panelWidth panels. The
// caller has checked that x has inputs elements, y 64, panels 64·inputs, and
// inputs > 0.
//
//go:noescape
func multiplyVector(y, x, panels *float32, inputs int)
