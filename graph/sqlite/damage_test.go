package sqlite_test

import (
	"math/rand/v2"
	"os"
	"testing"

	"dateline/graph"
	"dateline/graph/graphtest"
	"dateline/graph/sqlite"
)

// A damaged file gives an error that says so, or right answers from what is whole;
// it never makes the program panic.
func TestDamagedFile(t *testing.T) {
	path, _ := filled(t)
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	const page = 4096
	damages := map[string]func(dice *rand.Rand, data []byte) []byte{
		"pages of noise": func(dice *rand.Rand, data []byte) []byte {
			for range 8 {
				at := page * (1 + dice.IntN(len(data)/page-1))
				for i := range page {
					data[at+i] = byte(dice.Uint32())
				}
			}
			return data
		},
		"single bytes": func(dice *rand.Rand, data []byte) []byte {
			for range 2000 {
				data[page+dice.IntN(len(data)-page)] = byte(dice.Uint32())
			}
			return data
		},
		"cut short": func(dice *rand.Rand, data []byte) []byte { return data[:page+dice.IntN(len(data)-page)] },
	}
	for name, damage := range damages {
		t.Run(name, func(t *testing.T) {
			noticed := 0
			for seed := range uint64(6) {
				dice := rand.New(rand.NewPCG(seed, 1))
				if err := os.WriteFile(path, damage(dice, append([]byte(nil), whole...)), 0o600); err != nil {
					t.Fatal(err)
				}
				for _, err := range readAll(t, path) {
					noticed++
					switch code := graph.AdviceFor(err).Code; code {
					case graph.CodeCorrupt, graph.CodeSchema, graph.CodeNotFound:
					default:
						t.Errorf("seed %d: an error that does not tell of damage: %s: %v", seed, code, err)
					}
				}
			}
			if noticed == 0 {
				t.Error("no damage was noticed")
			}
		})
	}
}

// readAll asks a store all kinds of questions and gives the errors.
func readAll(t *testing.T, path string) []error {
	ctx := t.Context()
	store, err := sqlite.Open(ctx, path)
	if err != nil {
		return []error{err}
	}
	defer store.Close()
	var errs []error
	note := func(err error) {
		if err != nil {
			errs = append(errs, err)
		}
	}
	ids := graphtest.Canal().IDs("varga", "okonedo", "call", "envoy", "tolls")
	_, err = graph.Digest(ctx, store)
	note(err)
	_, err = store.Events(ctx, graph.EventQuery{EventFilter: graph.EventFilter{Who: &graph.EntityRef{ID: ids[0]}}, Reports: 5})
	note(err)
	_, err = store.Events(ctx, graph.EventQuery{EventFilter: graph.EventFilter{Text: "tolls"}, Order: graph.OrderTimeDescending})
	note(err)
	_, err = store.Search(ctx, "canal", graph.PageRequest{})
	note(err)
	_, err = store.Nodes(ctx, ids)
	note(err)
	_, err = store.MentionsOf(ctx, ids[:2], graph.PageRequest{})
	note(err)
	_, err = store.Network(ctx, graph.NetworkQuery{Center: graph.EntityRef{ID: ids[0]}, Hops: 2})
	note(err)
	note(store.Update(ctx, func(tx graph.Tx) error {
		for put := range graphtest.Canal().Puts() {
			if err := put.Apply(tx); err != nil {
				return err
			}
		}
		return nil
	}))
	return errs
}
