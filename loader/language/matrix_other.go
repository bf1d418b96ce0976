//go:build !amd64

package language

func multiplyTile(y, x, panel []float32, inputs, stride, width int) {
	multiplyTileGo(y, x, panel, inputs, stride, width)
}

func multiplyVector(y, x, panels []float32, inputs int) {
	multiplyVectorGo(y, x, panels, inputs)
}
