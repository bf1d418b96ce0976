package access

import (
	"crypto/rand"
	"crypto/rsa"
	"encoding/json"
	"log/slog"
	"maps"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/go-jose/go-jose/v4"
)

// issuer is a provider of OpenID Connect with one key.
type issuer struct {
	*httptest.Server
	key *rsa.PrivateKey
}

func newIssuer(t *testing.T) *issuer {
	t.Helper()
	key, err := rsa.GenerateKey(rand.Reader, 2048)
	if err != nil {
		t.Fatal(err)
	}
	i := &issuer{key: key}
	mux := http.NewServeMux()
	mux.HandleFunc("/.well-known/openid-configuration", func(w http.ResponseWriter, _ *http.Request) {
		_ = json.NewEncoder(w).Encode(map[string]any{
			"issuer": i.URL, "jwks_uri": i.URL + "/keys", "authorization_endpoint": i.URL + "/authorize", "token_endpoint": i.URL + "/token",
			"id_token_signing_alg_values_supported": []string{"RS256", "HS256", "none"},
		})
	})
	mux.HandleFunc("/keys", func(w http.ResponseWriter, _ *http.Request) {
		_ = json.NewEncoder(w).Encode(jose.JSONWebKeySet{Keys: []jose.JSONWebKey{{Key: key.Public(), KeyID: "one", Algorithm: "RS256", Use: "sig"}}})
	})
	i.Server = httptest.NewServer(mux)
	t.Cleanup(i.Close)
	return i
}

// token signs claims with a key, under the ID of the issuer's own.
func token(t *testing.T, algorithm jose.SignatureAlgorithm, key any, claims map[string]any) string {
	t.Helper()
	signer, err := jose.NewSigner(jose.SigningKey{Algorithm: algorithm, Key: jose.JSONWebKey{Key: key, KeyID: "one"}}, nil)
	if err != nil {
		t.Fatal(err)
	}
	payload, err := json.Marshal(claims)
	if err != nil {
		t.Fatal(err)
	}
	signed, err := signer.Sign(payload)
	if err != nil {
		t.Fatal(err)
	}
	text, err := signed.CompactSerialize()
	if err != nil {
		t.Fatal(err)
	}
	return text
}

func TestTokens(t *testing.T) {
	i := newIssuer(t)
	tokens, err := NewTokens(t.Context(), TokenOptions{
		Issuer: i.URL, Audience: "dateline", RoleClaim: "realm_access.roles", Roles: map[string]Role{"desk": Editor}, Everyone: Reader,
	})
	if err != nil {
		t.Fatal(err)
	}
	guard := &Guard{Tokens: tokens, Log: slog.New(slog.DiscardHandler)}
	strange, err := rsa.GenerateKey(rand.Reader, 2048)
	if err != nil {
		t.Fatal(err)
	}
	claims := func(change map[string]any) map[string]any {
		all := map[string]any{
			"iss": i.URL, "aud": "dateline", "sub": "ana", "name": "Ana Lim", "exp": time.Now().Add(time.Hour).Unix(),
			"realm_access": map[string]any{"roles": []string{"desk", "staff"}},
		}
		maps.Copy(all, change)
		return all
	}
	good := token(t, jose.RS256, i.key, claims(nil))
	header, payload, _ := strings.Cut(good, ".")
	payload, signature, _ := strings.Cut(payload, ".")

	accepted := map[string]struct {
		token string
		want  Identity
	}{
		"a mapped role":       {good, Identity{Role: Editor, ID: "oidc:" + i.URL + "#ana", Name: "Ana Lim"}},
		"a role by its name":  {token(t, jose.RS256, i.key, claims(map[string]any{"realm_access": map[string]any{"roles": "staff admin"}})), Identity{Role: Admin, ID: "oidc:" + i.URL + "#ana", Name: "Ana Lim"}},
		"a role of everybody": {token(t, jose.RS256, i.key, claims(map[string]any{"realm_access": 1, "name": ""})), Identity{Role: Reader, ID: "oidc:" + i.URL + "#ana", Name: "ana"}},
		"several audiences":   {token(t, jose.RS256, i.key, claims(map[string]any{"aud": []string{"other", "dateline"}})), Identity{Role: Editor, ID: "oidc:" + i.URL + "#ana", Name: "Ana Lim"}},
	}
	for name, test := range accepted {
		got, err := guard.Identify(t.Context(), "Bearer "+test.token, "192.0.2.1")
		test.want.Until = got.Until
		if err != nil || got != test.want || time.Until(got.Until) < 50*time.Minute {
			t.Errorf("%s: %+v, %v", name, got, err)
		}
	}
	for name, text := range map[string]string{
		"another key":        token(t, jose.RS256, strange, claims(nil)),
		"a shared secret":    token(t, jose.HS256, []byte(strings.Repeat("k", 32)), claims(nil)),
		"no signature":       "eyJhbGciOiJub25lIn0." + payload + ".",
		"expired":            token(t, jose.RS256, i.key, claims(map[string]any{"exp": time.Now().Add(-time.Minute).Unix()})),
		"not valid yet":      token(t, jose.RS256, i.key, claims(map[string]any{"nbf": time.Now().Add(time.Hour).Unix()})),
		"another audience":   token(t, jose.RS256, i.key, claims(map[string]any{"aud": "other"})),
		"another issuer":     token(t, jose.RS256, i.key, claims(map[string]any{"iss": "https://other.example.org"})),
		"claims exchanged":   header + "." + payload[:len(payload)-4] + "AAAA." + signature,
		"nothing of a token": "x", "dots": "..",
		"a huge one": strings.Repeat("a", maxToken+1),
	} {
		got, err := guard.Identify(t.Context(), "Bearer "+text, "192.0.2.1")
		refusal, ok := err.(*Refusal)
		if !ok || got != (Identity{}) || refusal.Code != CodeUnauthenticated || refusal.Status != 401 {
			t.Errorf("%s: %+v, %v", name, got, err)
		}
	}
}

// TestRoleClaim reads the forms that providers give roles in.
func TestRoleClaim(t *testing.T) {
	claims := map[string]any{
		"https://example.org/roles": []any{"editor", 7, nil},
		"resource_access":           map[string]any{"dateline": map[string]any{"roles": []any{"admin"}}},
		"scope":                     "openid reader",
	}
	for path, want := range map[string]Role{
		"https://example.org/roles": Editor, "resource_access.dateline.roles": Admin, "scope": Reader,
		"resource_access.other.roles": Anonymous, "scope.roles": Anonymous, "": Anonymous,
	} {
		if got := (&Tokens{options: TokenOptions{RoleClaim: path}}).role(claims); got != want {
			t.Errorf("%s: %s, want %s", path, got, want)
		}
	}
}
