package main

import (
	"context"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/json"
	"encoding/pem"
	"io"
	"math/big"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/coder/websocket"
)

// serving starts a server on a store with the samples, with further arguments, and
// returns its URL and what it prints.
func serving(t *testing.T, path string, args ...string) (base string, printed *output) {
	t.Helper()
	ctx, stop := context.WithCancel(context.Background())
	printed = &output{}
	app := &App{Stdin: strings.NewReader(""), Stdout: io.Discard, Stderr: printed, Now: time.Now}
	ended := make(chan int, 1)
	go func() {
		ended <- app.Run(ctx, append([]string{"serve", "--log-level", "debug", "--store", "sqlite:" + path, "--listen", "127.0.0.1:0"}, args...))
	}()
	t.Cleanup(func() {
		stop()
		<-ended
	})
	return listening(t, printed, ended), printed
}

// newKey makes a key for a store in a file.
func newKey(t *testing.T, path, role string) string {
	t.Helper()
	code, key, stderr := runApp(t, "key", "create", "--name", role, "--role", role, "--store", "sqlite:"+path)
	if code != exitOK {
		t.Fatal(stderr)
	}
	return strings.TrimSpace(key)
}

// asks sends a query with a key and returns the status and the body.
func asks(t *testing.T, client *http.Client, base, key, query string) (int, string) {
	t.Helper()
	request, err := http.NewRequestWithContext(t.Context(), "POST", base+"/graphql", strings.NewReader(`{"query":"`+query+`"}`))
	if err != nil {
		t.Fatal(err)
	}
	request.Header.Set("Content-Type", "application/json")
	if key != "" {
		request.Header.Set("Authorization", "Bearer "+key)
	}
	response, err := client.Do(request)
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	if err != nil {
		t.Fatal(err)
	}
	return response.StatusCode, string(body)
}

// TestKeysOfAServer asks a server with keys, while it runs: with a key, without, and
// after the key was revoked.
func TestKeysOfAServer(t *testing.T) {
	path := filepath.Join(t.TempDir(), "news.db")
	openStore(t, path).Close()
	key := newKey(t, path, "reader")
	base, _ := serving(t, path)
	const counted = "{contacts{totalCount}}"
	if status, body := asks(t, http.DefaultClient, base, key, counted); status != 200 || body != `{"data":{"contacts":{"totalCount":0}}}` {
		t.Errorf("with a key: %d %s", status, body)
	}
	if status, body := asks(t, http.DefaultClient, base, "", counted); status != 401 || !strings.Contains(body, "UNAUTHENTICATED") {
		t.Errorf("without a key: %d %s", status, body)
	}
	id := strings.Split(key, "_")[1]
	if code, _, stderr := runApp(t, "key", "revoke", id, "--store", "sqlite:"+path); code != exitOK {
		t.Fatal(stderr)
	}
	for deadline := time.Now().Add(time.Minute); ; time.Sleep(100 * time.Millisecond) {
		if status, _ := asks(t, http.DefaultClient, base, key, counted); status == 401 {
			return
		}
		if time.Now().After(deadline) {
			t.Fatal("a revoked key is still accepted")
		}
	}
}

// TestOpenServer lets anyone read.
func TestOpenServer(t *testing.T) {
	path := filepath.Join(t.TempDir(), "news.db")
	openStore(t, path).Close()
	base, _ := serving(t, path, "--open")
	if status, body := asks(t, http.DefaultClient, base, "", "{contacts{totalCount}}"); status != 200 {
		t.Errorf("%d %s", status, body)
	}
}

// TestEncryptedServer answers by HTTPS with the certificate that it is given.
func TestEncryptedServer(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, "news.db")
	openStore(t, path).Close()
	trusted := certificate(t, folder)
	base, printed := serving(t, path, "--tls-cert", filepath.Join(folder, "cert.pem"), "--tls-key", filepath.Join(folder, "key.pem"))
	if !strings.HasPrefix(base, "https://") {
		t.Errorf("it does not say that it encrypts:\n%s", printed.String())
	}
	client := &http.Client{Transport: &http.Transport{TLSClientConfig: &tls.Config{RootCAs: trusted}}}
	if status, body := asks(t, client, base, "", "{__typename}"); status != 200 {
		t.Errorf("%d %s", status, body)
	}
}

// certificate writes cert.pem and key.pem for 127.0.0.1, and returns who trusts them.
func certificate(t *testing.T, folder string) *x509.CertPool {
	t.Helper()
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	template := &x509.Certificate{
		SerialNumber: big.NewInt(1), Subject: pkix.Name{CommonName: "test"}, NotAfter: time.Now().Add(time.Hour),
		IPAddresses: []net.IP{net.IPv4(127, 0, 0, 1)}, IsCA: true, BasicConstraintsValid: true,
	}
	der, err := x509.CreateCertificate(rand.Reader, template, template, key.Public(), key)
	if err != nil {
		t.Fatal(err)
	}
	private, err := x509.MarshalPKCS8PrivateKey(key)
	if err != nil {
		t.Fatal(err)
	}
	cert := pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: der})
	for name, content := range map[string][]byte{"cert.pem": cert, "key.pem": pem.EncodeToMemory(&pem.Block{Type: "PRIVATE KEY", Bytes: private})} {
		if err := os.WriteFile(filepath.Join(folder, name), content, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	pool := x509.NewCertPool()
	pool.AppendCertsFromPEM(cert)
	return pool
}

// TestWrongKeysAndDoors: what is wrong on the command line is said, with what to do. A
// server that others can reach needs keys, or says how it is opened.
func TestWrongKeysAndDoors(t *testing.T) {
	path := filepath.Join(t.TempDir(), "news.db")
	openStore(t, path).Close()
	for line, want := range map[string][]string{
		"key create":                                               {"missing flags: --name"},
		"key create --name x --role root":                          {"use anonymous, reader, editor or admin"},
		"key create --name x --role anonymous":                     {"anonymous needs no key"},
		"key create --name=":                                       {"the name is empty"},
		"key create --name x --days=-1":                            {"it must be from 0"},
		"key revoke nothing":                                       {`has no key with the ID "nothing"`},
		"key revoke x --store postgres:y":                          {"use sqlite:FILE"},
		"serve --listen 0.0.0.0:0":                                 {"--listen 0.0.0.0:0 can be reached from other machines", "dateline key create", "--open", "--tls-cert"},
		"serve --listen :0":                                        {"can be reached from other machines"},
		"serve --listen [::]:0":                                    {"can be reached from other machines"},
		"serve --listen nonsense":                                  {"an address is such as 127.0.0.1:8080"},
		"serve --tls-cert a.pem":                                   {"give --tls-cert and --tls-key together"},
		"serve --documents-only":                                   {"--documents-only needs --documents"},
		"serve --documents nowhere":                                {"--documents: stat nowhere"},
		"serve --cors desk.example.org":                            {"is not an origin"},
		"serve --proxy 10.0.0.0":                                   {"is not a network"},
		"serve --oidc-issuer http://127.0.0.1:1":                   {"give --oidc-issuer and --oidc-audience together"},
		"serve --oidc-issuer http://127.0.0.1:1 --oidc-audience d": {"--oidc-issuer: tokens of http://127.0.0.1:1"},
		"serve --oidc-issuer http://127.0.0.1:1 --oidc-audience d --oidc-roles desk=boss": {"is not a role"},
	} {
		args := strings.Fields(line)
		if !strings.Contains(line, "--store") {
			args = append(args, "--store", "sqlite:"+path)
		}
		code, _, stderr := runApp(t, args...)
		for _, text := range want {
			if code == exitOK || !strings.Contains(stderr, text) {
				t.Errorf("%s: exit code %d, %q; want %q", line, code, stderr, text)
			}
		}
	}
}

// TestSocketsAndStreamsNeedARole: over a websocket and as an event stream, a server with
// keys answers whom it would answer by POST. Everything passes the whole server, with
// compression and the log of requests.
func TestSocketsAndStreamsNeedARole(t *testing.T) {
	path := filepath.Join(t.TempDir(), "news.db")
	openStore(t, path).Close()
	key := newKey(t, path, "reader")
	base, _ := serving(t, path)
	for name, test := range map[string]struct{ authorization, want string }{
		"no key":      {"", "UNAUTHENTICATED"},
		"a key":       {"Bearer " + key, `"totalCount":0`},
		"a wrong key": {"Bearer dateline_a_b", "Forbidden"},
	} {
		if got := overSocket(t, base, test.authorization); !strings.Contains(got, test.want) {
			t.Errorf("websocket with %s: %s, want %s", name, got, test.want)
		}
	}
	for name, test := range map[string]struct{ authorization, want string }{
		"no key": {"", "UNAUTHENTICATED"}, "a key": {"Bearer " + key, `"totalCount":0`}, "a wrong key": {"Bearer dateline_a_b", "UNAUTHENTICATED"},
	} {
		request, err := http.NewRequestWithContext(t.Context(), "POST", base+"/graphql", strings.NewReader(`{"query":"{contacts{totalCount}}"}`))
		if err != nil {
			t.Fatal(err)
		}
		request.Header.Set("Content-Type", "application/json")
		request.Header.Set("Accept", "text/event-stream")
		if test.authorization != "" {
			request.Header.Set("Authorization", test.authorization)
		}
		response, err := http.DefaultClient.Do(request)
		if err != nil {
			t.Fatal(err)
		}
		body, err := io.ReadAll(response.Body)
		response.Body.Close()
		if err != nil || !strings.Contains(string(body), test.want) {
			t.Errorf("event stream with %s: %s, %v; want %s", name, body, err, test.want)
		}
	}
}

// overSocket asks for the number of contacts over a websocket, and returns what it is told.
func overSocket(t *testing.T, base, authorization string) string {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	conn, _, err := websocket.Dial(ctx, base+"/graphql", &websocket.DialOptions{Subprotocols: []string{"graphql-transport-ws"}})
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = conn.CloseNow() }()
	payload, err := json.Marshal(map[string]string{"Authorization": authorization})
	if err != nil {
		t.Fatal(err)
	}
	for _, message := range []string{
		`{"type":"connection_init","payload":` + string(payload) + `}`,
		`{"type":"subscribe","id":"1","payload":{"query":"{contacts{totalCount}}"}}`,
	} {
		if err := conn.Write(ctx, websocket.MessageText, []byte(message)); err != nil {
			break // closed; the reason is read below
		}
	}
	for {
		_, data, err := conn.Read(ctx)
		if err != nil {
			return err.Error()
		}
		if text := string(data); !strings.Contains(text, "connection_ack") {
			return text
		}
	}
}

// TestRevokedKeyOfAnOpenSocket: a websocket that was opened with a key can do nothing more
// once the key is revoked.
func TestRevokedKeyOfAnOpenSocket(t *testing.T) {
	path := filepath.Join(t.TempDir(), "news.db")
	openStore(t, path).Close()
	key := newKey(t, path, "reader")
	base, _ := serving(t, path)
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	conn, _, err := websocket.Dial(ctx, base+"/graphql", &websocket.DialOptions{Subprotocols: []string{"graphql-transport-ws"}})
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = conn.CloseNow() }()
	ask := func(message string) string {
		if err := conn.Write(ctx, websocket.MessageText, []byte(message)); err != nil {
			t.Fatal(err)
		}
		for {
			_, data, err := conn.Read(ctx)
			if err != nil {
				t.Fatal(err)
			}
			if !strings.Contains(string(data), `"complete"`) {
				return string(data)
			}
		}
	}
	const counts = `{"type":"subscribe","id":"1","payload":{"query":"{contacts{totalCount}}"}}`
	ask(`{"type":"connection_init","payload":{"Authorization":"Bearer ` + key + `"}}`)
	if got := ask(counts); !strings.Contains(got, `"totalCount":0`) {
		t.Fatal(got)
	}
	if code, _, stderr := runApp(t, "key", "revoke", strings.Split(key, "_")[1], "--store", "sqlite:"+path); code != exitOK {
		t.Fatal(stderr)
	}
	for !strings.Contains(ask(counts), "UNAUTHENTICATED") { // within a second, or the context ends
		time.Sleep(100 * time.Millisecond)
	}
}
