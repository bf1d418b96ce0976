package resolvers

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"sync"
	"testing"
	"testing/synctest"

	"github.com/99designs/gqlgen/graphql"
	"github.com/google/go-cmp/cmp"
)

// listed is the context of a field below a list.
func listed(ctx context.Context) context.Context {
	index := 0
	return graphql.WithFieldContext(ctx, &graphql.FieldContext{Index: &index})
}

// TestLoaderCollectsALevel: it fetches each ID once, and everybody gets their own values.
func TestLoaderCollectsALevel(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var calls [][]string
		loader := newLoader(func(_ context.Context, ids []string, suffix string) ([]string, error) {
			calls = append(calls, slices.Sorted(slices.Values(ids)))
			values := make([]string, len(ids))
			for i, id := range ids {
				values[i] = id + suffix
			}
			return values, nil
		})
		var level sync.WaitGroup
		for i := range 100 {
			level.Go(func() {
				ids := []string{fmt.Sprint(i % 3), fmt.Sprint(i % 2)}
				got, err := loader.loadAll(listed(t.Context()), ids, "!")
				if want := []string{ids[0] + "!", ids[1] + "!"}; err != nil || !slices.Equal(got, want) {
					t.Errorf("%v: %v, %v", ids, got, err)
				}
			})
		}
		level.Wait()
		if _, err := loader.load(listed(t.Context()), "next", "!"); err != nil {
			t.Error(err)
		}
		if diff := cmp.Diff([][]string{{"0", "1", "2"}, {"next"}}, calls); diff != "" {
			t.Errorf("calls (-want +got):\n%s", diff)
		}
	})
}

// TestLoaderPassesFaultsOn: everybody who waits gets the error, also of a defect in a store.
func TestLoaderPassesFaultsOn(t *testing.T) {
	broken := errors.New("broken")
	for name, test := range map[string]struct {
		fetch func(ctx context.Context, ids []string, _ nothing) ([]string, error)
		is    func(error) bool
	}{
		"error": {
			func(context.Context, []string, nothing) ([]string, error) { return nil, broken },
			func(err error) bool { return errors.Is(err, broken) },
		},
		"panic": {
			func(context.Context, []string, nothing) ([]string, error) { panic(broken) },
			func(err error) bool { var p *panicError; return errors.As(err, &p) && p.cause == broken },
		},
		"too few values": {
			func(context.Context, []string, nothing) ([]string, error) { return nil, nil },
			func(err error) bool { return err != nil },
		},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				loader := newLoader(test.fetch)
				if _, err := loader.load(t.Context(), "alone", nothing{}); !test.is(err) {
					t.Errorf("alone: %v", err)
				}
				var level sync.WaitGroup
				for i := range 3 {
					level.Go(func() {
						if _, err := loader.load(listed(t.Context()), fmt.Sprint(i), nothing{}); !test.is(err) {
							t.Errorf("of three: %v", err)
						}
					})
				}
				level.Wait()
			})
		})
	}
}
