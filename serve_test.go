package main

import (
	"bytes"
	"context"
	"io"
	"net/http"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"
)

// output is a buffer that a running server writes and a test reads.
type output struct {
	mu     sync.Mutex
	buffer bytes.Buffer
}

func (o *output) Write(p []byte) (int, error) {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.buffer.Write(p)
}

func (o *output) String() string {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.buffer.String()
}

// TestServe starts the server, asks it, and stops it as a signal would.
func TestServe(t *testing.T) {
	path := filepath.Join(t.TempDir(), "news.db")
	openStore(t, path).Close()
	ctx, stop := context.WithCancel(context.Background())
	defer stop()
	var printed output
	app := &App{Stdin: strings.NewReader(""), Stdout: io.Discard, Stderr: &printed, Now: time.Now}
	ended := make(chan int, 1)
	go func() {
		ended <- app.Run(ctx, []string{"serve", "--store", "sqlite:" + path, "--listen", "127.0.0.1:0"})
	}()

	base := listening(t, &printed, ended)
	for request, want := range map[string]string{
		"/healthz": "ok",
		"/readyz":  "ready",
		"/":        "Dateline answers at",
		"/graphql?query=" + "%7Bcontacts%7BtotalCount%7D%7D": `{"data":{"contacts":{"totalCount":0}}}`,
	} {
		if got := get(t, base+request); !strings.Contains(got, want) {
			t.Errorf("%s: %q, want %q", request, got, want)
		}
	}
	stop()
	select {
	case code := <-ended:
		if code != exitOK {
			t.Errorf("exit code %d:\n%s", code, printed.String())
		}
	case <-time.After(15 * time.Second):
		t.Fatal("the server does not stop")
	}
}

// listening waits for the server's first words and gives its address.
func listening(t *testing.T, printed *output, ended <-chan int) string {
	t.Helper()
	address := regexp.MustCompile(`http://127\.0\.0\.1:\d+`)
	for deadline := time.Now().Add(15 * time.Second); time.Now().Before(deadline); time.Sleep(10 * time.Millisecond) {
		if found := address.FindString(printed.String()); found != "" {
			return found
		}
		select {
		case code := <-ended:
			t.Fatalf("the server ended with code %d:\n%s", code, printed.String())
		default:
		}
	}
	t.Fatal("the server does not start")
	return ""
}

func get(t *testing.T, url string) string {
	t.Helper()
	response, err := http.Get(url)
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	if err != nil {
		t.Fatal(err)
	}
	return string(body)
}
