package storekit_test

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"dateline/graph"
	"dateline/graph/storekit"
)

func TestTranslator(t *testing.T) {
	busy, other := errors.New("busy"), errors.New("other")
	translator := storekit.Translator{Store: "shelf", Meaning: func(err error) error {
		if errors.Is(err, busy) {
			return graph.ErrUnavailable
		}
		return nil
	}}
	if err := translator.Wrap(nil, "events"); err != nil {
		t.Errorf("no error becomes %v", err)
	}
	for _, c := range []struct {
		err  error
		want graph.Code
	}{
		{busy, graph.CodeUnavailable},
		{other, graph.CodeInternal},
		{context.Canceled, graph.CodeTimeout},
		{context.DeadlineExceeded, graph.CodeTimeout},
		{fmt.Errorf("%w: %w", graph.ErrCorrupt, busy), graph.CodeCorrupt},
	} {
		got := translator.Wrap(c.err, "events of %q", "per_a")
		if graph.AdviceFor(got).Code != c.want || !errors.Is(got, c.err) || !strings.HasPrefix(got.Error(), `shelf: events of "per_a": `) {
			t.Errorf("%v: %v, want %s", c.err, got, c.want)
		}
	}
}
