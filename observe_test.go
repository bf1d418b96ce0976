package main

import (
	"context"
	"io"
	"net/http"
	"net/url"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"
)

// TestServeIsObserved asks a server for a name: metrics and the access log count the
// requests, and neither has the name, a quote or a key.
func TestServeIsObserved(t *testing.T) {
	path := filepath.Join(t.TempDir(), "news.db")
	loadProcess(t, "samples", path, 0)
	ctx, stop := context.WithCancel(context.Background())
	defer stop()
	var printed output
	app := &App{Stdin: strings.NewReader(""), Stdout: io.Discard, Stderr: &printed, Now: time.Now}
	ended := make(chan int, 1)
	go func() {
		ended <- app.Run(ctx, []string{"serve", "--store", "sqlite:" + path, "--listen", "127.0.0.1:0", "--metrics", "127.0.0.1:0", "--access-log", "plain"})
	}()
	addresses := regexp.MustCompile(`http://127\.0\.0\.1:\d+/(metrics|graphql)`)
	var found []string
	for len(found) < 2 {
		select {
		case code := <-ended:
			t.Fatalf("the server ended with code %d:\n%s", code, printed.String())
		case <-time.After(10 * time.Millisecond):
			found = addresses.FindAllString(printed.String(), 2)
		}
	}
	base := strings.TrimSuffix(found[1], "/graphql")
	query := `{contacts(who:{name:"Solheim"}){nodes{reports{nodes{quote}}}}}`
	for _, address := range []string{"/graphql?query=" + url.QueryEscape(query), "/export?format=csv&who=Solheim", "/Solheim"} {
		request, err := http.NewRequest(http.MethodGet, base+address, nil)
		must(t, err)
		request.Header.Set("Referer", "http://127.0.0.1/Solheim")
		response, err := http.DefaultClient.Do(request)
		must(t, err)
		_, err = io.Copy(io.Discard, response.Body)
		must(t, err)
		response.Body.Close()
	}
	metrics := get(t, found[0])
	stop()
	if code := <-ended; code != exitOK {
		t.Errorf("exit code %d:\n%s", code, printed.String())
	}
	log := printed.String()
	for _, want := range []string{`route="/graphql",status="200"} 1`, `route="/export",status="200"} 1`, `dateline_store_call_duration_seconds_count{call="Events"} 2`} {
		if !strings.Contains(metrics, want) {
			t.Errorf("the metrics lack %s:\n%s", want, metrics)
		}
	}
	if strings.Count(log, `"msg":"request"`) != 3 || !strings.Contains(log, `"request":"`) {
		t.Errorf("the log is\n%s", log)
	}
	for _, secret := range []string{"Solheim", "Jonsson", "Torshavn"} {
		if strings.Contains(metrics, secret) || strings.Contains(log, secret) {
			t.Errorf("%s got out:\n%s\n%s", secret, log, metrics)
		}
	}
}
