package access

import (
	"context"
	"testing"
	"testing/synctest"
	"time"
)

// TestPace: who does something too often waits, and nobody else does.
func TestPace(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		p := NewPace(10, 5)
		wait := func(client Identity, times int) time.Duration {
			began := time.Now()
			if err := p.Wait(t.Context(), client, times); err != nil {
				t.Error(err)
			}
			return time.Since(began)
		}
		hasty := Identity{ID: "hasty"}
		for _, step := range []struct {
			client Identity
			times  int
			want   time.Duration
		}{
			{hasty, 5, 0},
			{hasty, 1, 100 * time.Millisecond},
			{hasty, 3, 300 * time.Millisecond},
			{Identity{ID: "other"}, 5, 0},
			{Owner(), 500, 0},
		} {
			if took := wait(step.client, step.times); took != step.want {
				t.Errorf("%d times of %q take %v, want %v", step.times, step.client.ID, took, step.want)
			}
		}
		gone, leave := context.WithCancel(t.Context())
		leave()
		if err := p.Wait(gone, hasty, 1); err == nil {
			t.Error("a client that is gone goes on")
		}
	})
}
