package access

import "time"

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
