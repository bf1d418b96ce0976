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

// output is a buffer that a server writes to while a test reads it.
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

// TestServe starts the server, sends it requests and stops it as a signal would.
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
	if code := <-ended; code != exitOK {
		t.Errorf("exit code %d:\n%s", code, printed.String())
	}
}

// listening waits until the server prints its address, and returns it.
func listening(t *testing.T, printed *output, ended <-chan int) string {
	t.Helper()
	address := regexp.MustCompile(`https?://127\.0\.0\.1:\d+`)
	for ; ; time.Sleep(10 * time.Millisecond) {
		if found := address.FindString(printed.String()); found != "" {
			return found
		}
		select {
		case code := <-ended:
			t.Fatalf("the server ended with code %d:\n%s", code, printed.String())
		default:
		}
	}
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
