// Package graphtest holds every graph.Store to one contract: the one that the
// comments of package graph promise. A store that passes may be used wherever
// another was.
//
// # For the author of a store
//
// Give Run and Benchmark a function that opens a new and empty store, and
// nothing more. There is nothing to skip and nothing to configure:
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
// Benchmark fills the store with the sample Medium; BenchmarkSize takes others.
// The suite closes what it opens. A failing test names the promise that was
// broken; the file that it is in has the promises of that part of the contract
// one after the other. Start with Writes: the other tests need it.
//
// # What the suite stands on
//
// A Graph is a whole graph as a plain value, with its clusters made already: the
// suite tests stores and not merging. Canal is one by hand, small enough to know
// by heart. Sample gives random ones of any size, as a stream of Puts. Memory is
// the contract in its plainest form: random questions are put to it and to the
// store under test, and their answers have to be the same.
package graphtest
