package graph

import (
	"fmt"
	"testing"
)

func TestAdviceFor(t *testing.T) {
	for _, row := range advice {
		got := AdviceFor(fmt.Errorf("sqlite: events: %w", row.err))
		if got.Code != row.Code || got.Hint == "" {
			t.Errorf("%v: %+v", row.err, got)
		}
	}
	if got := AdviceFor(fmt.Errorf("other")); got.Code != CodeInternal {
		t.Errorf("an unknown error has code %s", got.Code)
	}
}
