package read

import (
	"strings"
	"testing"
)

func BenchmarkText(b *testing.B) {
	article := []byte(strings.Join(sourceLines, "\n") + strings.Repeat("\n\nLindahl said on Monday that Brek had called her from Port Sorrel, and that they would meet again in the spring if the strait is free of ice.", 20))
	b.SetBytes(int64(len(article)))
	for b.Loop() {
		readText("bench", article, metadata{})
	}
}

func BenchmarkTextOfShortLines(b *testing.B) {
	article := []byte(strings.Repeat(strings.Join(sourceLines, "\n")+"\n", 400))
	b.SetBytes(int64(len(article)))
	for b.Loop() {
		readText("bench", article, metadata{})
	}
}

func BenchmarkTextOfOneLine(b *testing.B) {
	article := []byte(strings.Repeat("Lindahl said [on](#) Monday\u200b that &amp; Brek had called her **from** Port Sorrel. ", 20_000))
	b.SetBytes(int64(len(article)))
	for b.Loop() {
		readText("bench", article, metadata{})
	}
}
