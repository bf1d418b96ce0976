package access

import (
	"context"
	"net/http"
	"net/http/httptest"
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

// TestRefusalsAreSlips: what a handler refuses is slowed down, and what it answers is not,
// nor a failure of its own.
func TestRefusalsAreSlips(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := NewSlips()
		status := http.StatusOK
		handler := As(Identity{ID: "clumsy"}, s.Watch(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(status) })))
		serve := func(as int) time.Duration {
			status = as
			began := time.Now()
			handler.ServeHTTP(httptest.NewRecorder(), httptest.NewRequest(http.MethodGet, "/", nil))
			return time.Since(began)
		}
		for range slipsAtOnce {
			serve(http.StatusRequestEntityTooLarge)
		}
		for status, want := range map[int]time.Duration{http.StatusBadRequest: slipPause, http.StatusOK: 0, http.StatusInternalServerError: 0} {
			if took := serve(status); took != want {
				t.Errorf("an answer of %d takes %v, want %v", status, took, want)
			}
		}
	})
}
