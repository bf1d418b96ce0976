package graphtest

import (
	"testing"

	"dateline/graph"
)

func TestMemory(t *testing.T) { Run(t, openMemory) }

func BenchmarkMemory(b *testing.B) {
	Benchmark(b, func(*testing.B) graph.Store { return NewMemory() })
}
