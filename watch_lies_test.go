package main

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"
)

// liar is a server with a feed of summaries that tells lies of every kind, each once.
type liar struct {
	mutex   sync.Mutex
	round   int
	visited map[string]int
}

const liarItems = 12

func (l *liar) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	l.mutex.Lock()
	defer l.mutex.Unlock()
	switch r.URL.Path {
	case "/robots.txt":
		http.NotFound(w, r)
	case "/feed.xml":
		l.round++
		l.feed(w, r)
	default:
		l.visited[r.URL.Path]++
		l.story(w, r)
	}
}

func (l *liar) feed(w http.ResponseWriter, r *http.Request) {
	items := liarItems - 2
	switch l.round {
	case 2: // a page that says sorry, as if it were the feed
		sorry(w)
		return
	case 3:
		http.Error(w, "later", http.StatusServiceUnavailable)
		return
	case 5: // two items are new, and the server says that nothing is
		w.WriteHeader(http.StatusNotModified)
		return
	}
	if l.round > 5 {
		items = liarItems
	}
	w.Header().Set("ETag", `"always the same"`)
	w.Header().Set("Content-Type", "application/rss+xml; charset=iso-8859-1") // it is UTF-8
	fmt.Fprint(w, `<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>Kellby Post</title>`)
	for n := range items {
		i, guid := n, fmt.Sprintf("g%d", n)
		if l.round > 3 {
			i = items - 1 - n // in another order
			guid = fmt.Sprintf("g%d", i)
			if i%4 == 1 {
				guid = fmt.Sprintf("http://%s/?p=%d", r.Host, i) // another ID
			}
		}
		item := fmt.Sprintf(`<item><title>Talks of boat %d</title><guid>%s</guid><link>http://%s/story/%d</link><pubDate>Mon, %02d Mar 2026 08:00:00 +0100</pubDate><description>Lindahl met Brek in Kellby – about boat %d.</description></item>`, i, guid, r.Host, i, i%27+1, i)
		fmt.Fprint(w, item)
		if l.round > 3 && i%3 == 0 {
			fmt.Fprint(w, item) // twice
		}
	}
	fmt.Fprint(w, `</channel></rss>`)
}

func sorry(w http.ResponseWriter) {
	w.Header().Set("Content-Type", "text/html")
	fmt.Fprint(w, `<html><head><title>Sorry</title></head><body><h1>Sorry</h1><p>Our engineers are working on the problem, and everything should be back to normal in a short while.</p><p>Please reload this site later.</p></body></html>`)
}

func (l *liar) story(w http.ResponseWriter, r *http.Request) {
	var i int
	fmt.Sscanf(r.URL.Path, "/story/%d", &i)
	text := fmt.Sprintf(`<html><head><title>Talks of boat %d</title></head><body><article><h1>Talks of boat %d</h1><p>Anna Lindahl met Piet Brek of boat %d in Kellby on Friday – her office said so in a note.</p>`+
		`<p>They spoke for an hour about the night boats, and they agreed to speak again within a month.</p></article></body></html>`, i, i, i)
	w.Header().Set("Content-Type", "text/html; charset=shift_jis")
	if l.visited[r.URL.Path] > 1 {
		fmt.Fprint(w, text)
		return
	}
	switch i {
	case 1:
		sorry(w)
	case 2: // it is not packed
		w.Header().Set("Content-Encoding", "gzip")
		fmt.Fprint(w, text)
	case 3: // it is cut off
		w.Header().Set("Content-Length", fmt.Sprint(len(text)))
		fmt.Fprint(w, text[:len(text)/2])
	case 4:
		w.Header().Set("Retry-After", time.Now().Add(time.Second).UTC().Format(http.TimeFormat))
		http.Error(w, "slow down", http.StatusTooManyRequests)
	default:
		fmt.Fprint(w, text)
	}
}

// Every item is loaded once and with its own text, whatever its server says.
func TestWatchLies(t *testing.T) {
	server := httptest.NewServer(&liar{visited: map[string]int{}})
	defer server.Close()
	folder := t.TempDir()
	store := "sqlite:" + filepath.Join(folder, "news.db")
	code, _, log := runApp(t, "watch", server.URL+"/feed.xml", "--rounds", "20", "--every", "20ms", "--pause", "1ms", "--private",
		"--store", store, "--state", filepath.Join(folder, "state.json"))
	if code != exitOK {
		t.Fatalf("exit code %d\n%s", code, log)
	}
	_, answer, _ := runApp(t, "query", "--compact", "--store", store, `{ articles(first: 100) { totalCount nodes { text } } }`)
	if !strings.Contains(answer, fmt.Sprintf(`"totalCount":%d`, liarItems)) {
		t.Errorf("there are not %d articles: %s", liarItems, answer)
	}
	for i := range liarItems {
		if words := fmt.Sprintf("Piet Brek of boat %d in Kellby on Friday – her", i); strings.Count(answer, words) != 1 {
			t.Errorf("%q is not there once", words)
		}
	}
	if strings.Contains(answer, "engineers") {
		t.Error("a page that says sorry is an article")
	}
	if t.Failed() {
		t.Log(answer, log)
	}
}
