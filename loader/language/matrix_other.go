//go:build !amd64 && !arm64

package language

// useAssembly is false: there is none for this processor.
var useAssembly = false

func multiplyTile(y, x, panel *float32, inputs, stride, width int) { panic("no assembly") }

func multiplyVector(y, x, panels *float32, inputs int) { panic("no assembly") }
