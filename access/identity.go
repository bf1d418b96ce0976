package access

import (
	"context"
	"net/http"
	"time"
)

// Identity is who sends a request. The zero Identity is nobody, who may do nothing.
type Identity struct {
	// Role is what the identity may do.
	Role Role
	// ID is stable, and no secret: "key:k3f9…", "oidc:ISSUER#SUBJECT",
	// "address:192.0.2.1" for those without credentials, or "local".
	ID string
	// Name is what people know it by, and what edits show as their author.
	Name string
	// Until is when its key or token expires; zero if it does not.
	Until time.Time
}

// Owner is whoever runs the program on the store's own machine.
func Owner() Identity { return Identity{Role: Admin, ID: "local", Name: "local"} }

// Local reports whether the identity is the Owner.
func (i Identity) Local() bool { return i.ID == "local" }

type identityKey struct{}

// With returns a context in which requests are made by the identity.
func With(ctx context.Context, identity Identity) context.Context {
	return context.WithValue(ctx, identityKey{}, identity)
}

// Of returns who makes the requests of a context: nobody, if With never said.
func Of(ctx context.Context) Identity {
	identity, _ := ctx.Value(identityKey{}).(Identity)
	return identity
}

// As serves every request as one made by the identity, for tests and programs that
// have decided by other means who may reach the handler.
func As(identity Identity, handler http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		handler.ServeHTTP(w, r.WithContext(With(r.Context(), identity)))
	})
}
