package access

import (
	"context"
	"errors"
	"log/slog"
	"net/http"
	"strings"
	"time"
)

// Guard tells who sends a request. It is safe for concurrent use; its fields must not be
// changed once it is used.
type Guard struct {
	// Keys and Tokens say which credentials there are; either may be nil.
	Keys   *KeyFile
	Tokens *Tokens
	// Anyone is what those without credentials may do.
	Anyone Role
	// Local makes those without credentials the Owner: the server can be reached only
	// from its own machine.
	Local bool
	// Log receives what goes wrong with keys and tokens; slog.Default() if nil. It never
	// gets a credential.
	Log *slog.Logger
}

// refused is the answer to every wrong credential. It does not say what is wrong.
var refused = &Refusal{
	Status: http.StatusUnauthorized, Code: CodeUnauthenticated,
	Message: "The key or token is not valid: it is unknown, expired or revoked.",
	Hint:    "Check it, or ask an administrator of this server for a new one; without any, you may do what anyone may.",
}

// Identify returns who gave this authorization: the value of the header Authorization, or
// what a websocket's first message has in its place, "Bearer …". The address is that of the
// client, without its port. The error is a *Refusal.
//
// A wrong credential is refused even where anyone may ask, so that a typing error in a
// key does not pass unnoticed.
func (g *Guard) Identify(ctx context.Context, authorization, address string) (Identity, error) {
	credential, wrong := bearer(authorization)
	switch {
	case wrong != nil:
		return Identity{}, wrong
	case credential != "":
		return g.login(ctx, credential)
	case g.Local:
		return Owner(), nil
	}
	return Identity{Role: g.Anyone, ID: "address:" + address, Name: "anonymous"}, nil
}

// bearer returns the credential of an authorization, "" if there is none.
func bearer(authorization string) (string, error) {
	authorization = strings.TrimSpace(authorization)
	if authorization == "" {
		return "", nil
	}
	scheme, credential, _ := strings.Cut(authorization, " ")
	credential = strings.TrimSpace(credential)
	if !strings.EqualFold(scheme, "Bearer") || credential == "" {
		return "", &Refusal{
			Status: http.StatusUnauthorized, Code: CodeUnauthenticated,
			Message: "The header Authorization has a form that this server does not know.",
			Hint:    "Send Authorization: Bearer, a blank, and a key or token.",
		}
	}
	return credential, nil
}

func (g *Guard) login(ctx context.Context, credential string) (Identity, error) {
	switch {
	case isKey(credential) && g.Keys != nil:
		key, err := g.Keys.find(credential)
		if err == nil {
			return key.identity(), nil
		}
		if !errors.Is(err, errNoKey) {
			g.log().ErrorContext(ctx, "keys cannot be read", "error", err)
		}
	case !isKey(credential) && g.Tokens != nil:
		identity, err := g.Tokens.verify(ctx, credential)
		if err == nil {
			return identity, nil
		}
		g.log().InfoContext(ctx, "token refused", "reason", err)
	}
	return Identity{}, refused
}

func (g *Guard) log() *slog.Logger {
	if g.Log != nil {
		return g.Log
	}
	return slog.Default()
}

// session is what a request's context has of the guard that let it in.
type session struct {
	guard   *Guard
	address string
}

type sessionKey struct{}

func withSession(ctx context.Context, in session) context.Context {
	return context.WithValue(ctx, sessionKey{}, in)
}

// errNoGuard: a request came in without passing a guard.
var errNoGuard = &Refusal{
	Status: http.StatusUnauthorized, Code: CodeUnauthenticated,
	Message: "This server takes no credentials.", Hint: "Ask without any.",
}

// Login returns the context of a connection whose client sends its credentials later than
// in a header, as websockets do in connection_init: the same context, in which requests
// are made by whoever gave the authorization. Without one, nothing changes. The context
// must come from a request that the guard let in. The error is a *Refusal.
func Login(ctx context.Context, authorization string) (context.Context, error) {
	if strings.TrimSpace(authorization) == "" {
		return ctx, nil
	}
	in, ok := ctx.Value(sessionKey{}).(session)
	if !ok {
		return ctx, errNoGuard
	}
	identity, err := in.guard.Identify(ctx, authorization, in.address)
	if err != nil {
		return ctx, err
	}
	return With(ctx, identity), nil
}

// Recheck returns a *Refusal if whoever makes the requests of a context may no longer do
// so, because a key was revoked, or a key or token has expired since. Connections that
// stay open ask it before they send something new.
func Recheck(ctx context.Context) error {
	who := Of(ctx)
	if !who.Until.IsZero() && time.Now().After(who.Until) {
		return refused
	}
	in, ok := ctx.Value(sessionKey{}).(session)
	if id, isKey := strings.CutPrefix(who.ID, keyIdentity); ok && isKey && (in.guard.Keys == nil || !in.guard.Keys.valid(id)) {
		return refused
	}
	return nil
}
