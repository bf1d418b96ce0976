package envelope

import (
	"context"
	"crypto/rand"
	"log/slog"
	"net/http"
	"strings"
)

// idHeader carries the ID of a request.
const idHeader = "X-Request-Id"

// maxID is the length of the longest ID that is taken over from a client.
const maxID = 64

type idKey struct{}

// RequestID returns the ID of the request that a context belongs to, "" if it has none.
func RequestID(ctx context.Context) string {
	id, _ := ctx.Value(idKey{}).(string)
	return id
}

// Identify gives each request an ID, which its answer and its lines in the log have: its
// own X-Request-Id, if that is well formed, so that it can be followed through several
// programs, or a new one.
func Identify(handler http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		id := r.Header.Get(idHeader)
		if !wellFormed(id) {
			id = rand.Text()[:16]
		}
		w.Header().Set(idHeader, id)
		handler.ServeHTTP(w, r.WithContext(context.WithValue(r.Context(), idKey{}, id)))
	})
}

// wellFormed reports whether an ID is short and has nothing that could mean anything in a
// log.
func wellFormed(id string) bool {
	strange := func(c rune) bool {
		return (c < '0' || c > '9') && (c < 'A' || c > 'Z') && (c < 'a' || c > 'z') && !strings.ContainsRune("-_.", c)
	}
	return id != "" && len(id) <= maxID && !strings.ContainsFunc(id, strange)
}

// Logged returns a handler that adds to each line the ID of the request that it is about.
func Logged(handler slog.Handler) slog.Handler { return logged{handler} }

type logged struct{ slog.Handler }

func (l logged) Handle(ctx context.Context, record slog.Record) error {
	if id := RequestID(ctx); id != "" {
		record.AddAttrs(slog.String("request", id))
	}
	return l.Handler.Handle(ctx, record)
}

func (l logged) WithAttrs(attrs []slog.Attr) slog.Handler { return logged{l.Handler.WithAttrs(attrs)} }

func (l logged) WithGroup(name string) slog.Handler { return logged{l.Handler.WithGroup(name)} }
