// Package graphtest tests that a graph.Store keeps the promises of package graph. Stores
// that pass can replace each other.
//
// # For the author of a store
//
// Pass a function that opens a new, empty store to Run and Benchmark. There is nothing to
// skip and nothing to configure:
//
//	func TestStore(t *testing.T) {
//		graphtest.Run(t, func(t *testing.T) graph.Store {
//			store, err := mystore.Open(t.Context(), t.TempDir())
//			if err != nil {
//				t.Fatal(err)
//			}
//			return store
//		})
//	}
//
//	func BenchmarkStore(b *testing.B) {
//		graphtest.Benchmark(b, func(b *testing.B) graph.Store { … })
//	}
//
// Benchmark fills the store with the sample Medium; BenchmarkSize takes another size. The
// suite closes what it opens. The name of a failing test is the promise that was broken,
// and its file has all promises of that part of the contract. Start with Writes, which
// the other tests need.
//
// # What the suite is made of
//
// A Graph is a whole graph as a plain value, already clustered, since the suite tests
// stores and not merging. Canal is a handwritten one, small enough to know by heart.
// Sample returns random graphs of any size, as a stream of Puts. Memory is a simple
// reference store: it and the store under test are asked random questions, and must
// return the same answers.
package graphtest
