package access

import (
	"context"
	"net/http"
	"time"
)

const (
	// slipsPerSecond is how many requests of a client may be refused a second, on average,
	// and slipsAtOnce how many at once, before it is slowed down (judgement: more than
	// anybody makes who types, or a page that somebody is writing).
	slipsPerSecond = 10
	slipsAtOnce    = 100
	// slipPause is how long a client then waits for each further refusal.
	slipPause = 500 * time.Millisecond
)

// Slips slows down clients that send much that is refused: to read a request costs too, and
// no budget covers what is not answered. The Owner may slip as often as it likes.
type Slips struct{ pace *Pace }

// NewSlips returns Slips in which nobody has slipped.
func NewSlips() *Slips { return &Slips{NewPace(slipsPerSecond, slipsAtOnce)} }

// Pause notes that a request of a client is refused. It returns at once, or after a pause
// if that has happened too often, or when ctx ends.
func (s *Slips) Pause(ctx context.Context, client Identity) {
	if client.Local() || s.pace.of(client).Allow() {
		return
	}
	select {
	case <-time.After(slipPause):
	case <-ctx.Done():
	}
}

// Watch counts what a handler refuses, which its status shows, as slips. The handler stands
// behind Door.Data.
func (s *Slips) Watch(handler http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		handler.ServeHTTP(&watchedWriter{ResponseWriter: w, refused: func() { s.Pause(r.Context(), Of(r.Context())) }}, r)
	})
}

// watchedWriter calls refused before it sends a status that says that the client is at fault.
type watchedWriter struct {
	http.ResponseWriter
	refused func()
	begun   bool
}

func (w *watchedWriter) WriteHeader(status int) {
	if !w.begun && status >= http.StatusBadRequest && status < http.StatusInternalServerError {
		w.refused()
	}
	w.begun = w.begun || status >= http.StatusOK
	w.ResponseWriter.WriteHeader(status)
}

func (w *watchedWriter) Write(data []byte) (int, error) {
	w.begun = true
	return w.ResponseWriter.Write(data)
}

// Unwrap lets http.ResponseController reach the writer.
func (w *watchedWriter) Unwrap() http.ResponseWriter { return w.ResponseWriter }
