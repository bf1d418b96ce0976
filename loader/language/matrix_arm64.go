package language

import "golang.org/x/sys/cpu"

// useAssembly reports whether the processor has the instructions of
// matrix_arm64.s, as all but a few do. GODEBUG=cpu.asimd=off turns it off.
var useAssembly = cpu.ARM64.HasASIMD

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
