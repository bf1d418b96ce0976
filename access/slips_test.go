package access

import (
	"context"
	"testing"
	"testing/synctest"
	"time"
)

// TestSlipsSlowDown: who has slipped too often waits, and nobody else does.
func TestSlipsSlowDown(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := NewSlips()
		pause := func(ctx context.Context, client Identity) time.Duration {
			began := time.Now()
			s.Pause(ctx, client)
			return time.Since(began)
		}
		clumsy, other := Identity{ID: "clumsy"}, Identity{ID: "other"}
		for range slipsAtOnce {
			if took := pause(t.Context(), clumsy); took != 0 {
				t.Fatalf("one of the first slips takes %v", took)
			}
		}
		if took := pause(t.Context(), clumsy); took != slipPause {
			t.Errorf("a further slip takes %v, want %v", took, slipPause)
		}
		gone, leave := context.WithCancel(t.Context())
		leave()
		for name, took := range map[string]time.Duration{
			"a client that is gone": pause(gone, clumsy),
			"another client":        pause(t.Context(), other),
			"the owner":             pause(t.Context(), Owner()),
		} {
			if took != 0 {
				t.Errorf("%s waits %v", name, took)
			}
		}
	})
}
