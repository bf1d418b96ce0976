package access

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"time"

	"github.com/coreos/go-oidc/v3/oidc"
)

// TokenOptions say which tokens of an OpenID Connect provider are accepted.
type TokenOptions struct {
	// Issuer is the provider's URL, as its tokens have it.
	Issuer string
	// Audience is whom tokens must be for.
	Audience string
	// RoleClaim names the claim with the role: a string or a list of strings. A dot leads
	// into an object, as in realm_access.roles.
	RoleClaim string
	// Roles says which values of the claim stand for which role; values that are the name
	// of a role need no entry. The highest one counts.
	Roles map[string]Role
	// Everyone is the role of those whose token has none.
	Everyone Role
}

// Tokens verifies the tokens (JWT) of an OpenID Connect provider.
type Tokens struct {
	options  TokenOptions
	verifier *oidc.IDTokenVerifier
}

// signatures are the accepted algorithms: none that uses a shared secret, and never "none".
var signatures = []string{oidc.RS256, oidc.RS384, oidc.RS512, oidc.PS256, oidc.PS384, oidc.PS512, oidc.ES256, oidc.ES384, oidc.ES512, oidc.EdDSA}

// NewTokens reads what the provider publishes of itself. Its keys are fetched when they are
// needed, and again when it changes them, until ctx ends.
func NewTokens(ctx context.Context, options TokenOptions) (*Tokens, error) {
	issuer, err := url.Parse(options.Issuer)
	if err != nil || issuer.Host == "" || issuer.User != nil || issuer.RawQuery != "" {
		return nil, errors.New("the issuer of tokens must be a URL without user, password and parameters, such as https://login.example.org/realms/news")
	}
	ctx = oidc.ClientContext(ctx, &http.Client{Timeout: verifyTime})
	provider, err := oidc.NewProvider(ctx, options.Issuer)
	if err != nil {
		return nil, fmt.Errorf("tokens of %s: %w", options.Issuer, err)
	}
	config := &oidc.Config{ClientID: options.Audience, SupportedSigningAlgs: signatures}
	return &Tokens{options: options, verifier: provider.VerifierContext(ctx, config)}, nil
}

// maxToken is the size of the largest token that is looked at, in bytes.
const maxToken = 16 << 10

// verifyTime bounds a verification, for which keys may have to be fetched, and each fetch.
const verifyTime = 5 * time.Second

func (t *Tokens) verify(ctx context.Context, token string) (Identity, error) {
	if len(token) > maxToken {
		return Identity{}, errors.New("the token is too large")
	}
	ctx, cancel := context.WithTimeout(ctx, verifyTime)
	defer cancel()
	verified, err := t.verifier.Verify(ctx, token)
	if err != nil {
		return Identity{}, reason(err)
	}
	var claims map[string]any
	if err := verified.Claims(&claims); err != nil {
		return Identity{}, errors.New("the claims cannot be read")
	}
	if notBefore, ok := claims["nbf"].(float64); ok && time.Unix(int64(notBefore), 0).After(time.Now().Add(time.Minute)) {
		return Identity{}, errors.New("the token is not valid yet")
	}
	return Identity{Role: t.role(claims), ID: "oidc:" + verified.Issuer + "#" + verified.Subject, Name: nameIn(claims, verified.Subject), Until: verified.Expiry}, nil
}

// reason says why a token was refused, in words that hold nothing of it.
func reason(err error) error {
	var expired *oidc.TokenExpiredError
	switch {
	case errors.As(err, &expired):
		return errors.New("the token has expired")
	case strings.Contains(err.Error(), "fetching keys"):
		return errors.New("the provider's keys cannot be fetched")
	case strings.Contains(err.Error(), "expected audience"):
		return errors.New("the token is for another audience")
	case strings.Contains(err.Error(), "different provider"):
		return errors.New("the token is of another issuer")
	}
	return errors.New("the token is malformed, or its signature is wrong")
}

// role returns the highest role that the claim has.
func (t *Tokens) role(claims map[string]any) Role {
	highest := t.options.Everyone
	for _, value := range valuesAt(claims, t.options.RoleClaim) {
		role, ok := t.options.Roles[value]
		if !ok {
			role, _ = ParseRole(value) // Anonymous if it is none
		}
		highest = max(highest, role)
	}
	return highest
}

// valuesAt returns the strings at a path of a claim. A claim whose whole name has dots, as
// in https://example.org/roles, comes before a path.
func valuesAt(claims map[string]any, path string) []string {
	value, ok := claims[path]
	for !ok {
		name, rest, more := strings.Cut(path, ".")
		inner, isObject := claims[name].(map[string]any)
		if !more || !isObject {
			return nil
		}
		claims, path = inner, rest
		value, ok = claims[path]
	}
	switch value := value.(type) {
	case string:
		return strings.Fields(value)
	case []any:
		var texts []string
		for _, item := range value {
			if text, ok := item.(string); ok {
				texts = append(texts, text)
			}
		}
		return texts
	}
	return nil
}

// nameIn returns the name under which edits show a user.
func nameIn(claims map[string]any, subject string) string {
	for _, claim := range []string{"name", "preferred_username", "email"} {
		if name, ok := claims[claim].(string); ok && checkName(name) == nil {
			return name
		}
	}
	return subject
}
