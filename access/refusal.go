package access

import (
	"context"
	"net/http"
	"time"
)

// The codes of refusals.
const (
	CodeUnauthenticated = "UNAUTHENTICATED"
	CodeForbidden       = "FORBIDDEN"
)

// Refusal is why a request is not answered, for whoever sent it.
type Refusal struct {
	// Status is the HTTP status that fits.
	Status int
	// Code is short and stable.
	Code string
	// Message is one sentence, and Hint another on what to do.
	Message, Hint string
	// Wait is how long to wait before another try; 0 if that would not help.
	Wait time.Duration
}

// Error returns the message.
func (r *Refusal) Error() string { return r.Message }

// pause is how long a client that asks too often waits for its refusal: who asks again at
// once would otherwise keep the server busy with refusals.
const pause = 250 * time.Millisecond

// Pause waits before the refusal of a client that asks too often is sent, until ctx ends.
func (r *Refusal) Pause(ctx context.Context) {
	if r.Status != http.StatusTooManyRequests {
		return
	}
	select {
	case <-time.After(min(pause, r.Wait)):
	case <-ctx.Done():
	}
}
