package main

import (
	"encoding/base64"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"path/filepath"
	"strings"
	"testing"
)

// canary is part of every secret of the tests below.
const canary = "canary7q2v"

// TestNoSecretIsToldByAServer sends secrets in every place that a request has for them, to
// a server that logs all it can: no answer and no line of the log has them.
func TestNoSecretIsToldByAServer(t *testing.T) {
	path := filepath.Join(t.TempDir(), "news.db")
	openStore(t, path).Close()
	key := newKey(t, path, "reader")
	secret := key[strings.LastIndex(key, "_")+1:]
	base, printed := serving(t, path, "--oidc-issuer", fakeIssuer(t), "--oidc-audience", "dateline")
	token := base64.RawURLEncoding.EncodeToString([]byte(`{"alg":"RS256"}`)) + "." + base64.RawURLEncoding.EncodeToString([]byte(`{"iss":"`+canary+`"}`)) + "." + canary
	var answers strings.Builder
	send := func(method, path string, headers ...string) {
		request, err := http.NewRequestWithContext(t.Context(), method, base+path, strings.NewReader(`{"query":"{ nothing }"}`))
		if err != nil {
			t.Fatal(err)
		}
		for i := 0; i < len(headers); i += 2 {
			request.Header.Set(headers[i], headers[i+1])
		}
		response, err := http.DefaultClient.Do(request)
		if err != nil {
			t.Fatal(err)
		}
		defer response.Body.Close()
		body, err := io.ReadAll(response.Body)
		if err != nil {
			t.Fatal(err)
		}
		answers.Write(body)
		_ = response.Header.Write(&answers)
	}
	for _, authorization := range []string{
		"Bearer " + key, "Bearer dateline_" + canary + "_" + canary, "Bearer " + key + canary, "Bearer " + token, "Bearer " + canary,
		"Basic " + base64.StdEncoding.EncodeToString([]byte("ana:"+canary)), canary,
	} {
		for _, path := range []string{"/graphql", "/export", "/nowhere"} {
			send("POST", path, "Authorization", authorization, "Content-Type", "application/json")
			send("GET", path+"?query="+url.QueryEscape("{contacts{totalCount}}"), "Authorization", authorization)
		}
	}
	for _, path := range []string{"/graphql", "/export", "/", "/nowhere", "/readyz"} {
		send("GET", path+"?access_token="+canary+"&key="+key+"&query=%7B", "Cookie", "session="+canary)
		send("GET", path+"?query=%7B__typename%7D", "Host", canary, "Origin", "https://ana:"+canary+"@example.org")
	}
	for what, text := range map[string]string{"an answer": answers.String(), "the log": printed.String()} {
		for _, hidden := range []string{canary, base64.RawURLEncoding.EncodeToString([]byte(canary))[:12], secret} {
			if at := strings.Index(text, hidden); at >= 0 {
				t.Errorf("%s has %q: …%s…", what, hidden, text[max(0, at-200):min(len(text), at+100)])
			}
		}
	}
}

// TestNoSecretIsToldByACommand gives passwords on the command line and in URLs that are
// wrong: no message has them.
func TestNoSecretIsToldByACommand(t *testing.T) {
	for _, line := range []string{
		"digest --store neo4j://ana:" + canary + "@127.0.0.1:1",
		"digest --store neo4j://127.0.0.1:1?password=" + canary,
		"serve --store postgres://ana:" + canary + "@db.example.org/news",
		"serve --store bolt://127.0.0.1:1 --password " + canary + " --listen 0.0.0.0:0",
		"copy --from sqlite:absent.db --to bolt://ana:" + canary + "@127.0.0.1:1",
		"digest --store bolt://127.0.0.1:1 --password " + canary, // gives up after some seconds
		"key list --store neo4j://ana:" + canary + "@127.0.0.1:1",
		"serve --oidc-issuer http://ana:" + canary + "@127.0.0.1:1 --oidc-audience d",
	} {
		t.Run(line, func(t *testing.T) {
			if testing.Short() && strings.HasPrefix(line, "digest --store bolt") {
				t.Skip("waits for a server that does not exist")
			}
			code, stdout, stderr := runApp(t, append([]string{"--log-level", "debug"}, strings.Fields(line)...)...)
			if code == exitOK || strings.Contains(stdout+stderr, canary) {
				t.Errorf("exit code %d, printed %s%s", code, stdout, stderr)
			}
		})
	}
}

// fakeIssuer is a provider of tokens without keys.
func fakeIssuer(t *testing.T) string {
	t.Helper()
	mux := http.NewServeMux()
	started := httptest.NewServer(mux)
	t.Cleanup(started.Close)
	server := started.URL
	mux.HandleFunc("/.well-known/openid-configuration", func(w http.ResponseWriter, _ *http.Request) {
		io.WriteString(w, `{"issuer":"`+server+`","jwks_uri":"`+server+`/keys","id_token_signing_alg_values_supported":["RS256"]}`)
	})
	mux.HandleFunc("/keys", func(w http.ResponseWriter, _ *http.Request) { io.WriteString(w, `{"keys":[]}`) })
	return server
}
