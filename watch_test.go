package main

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"strings"
	"sync"
	"testing"
)

// newsroom is a server with a feed of summaries whose pages change, fail, redirect,
// throttle and lie about their charset.
type newsroom struct {
	mutex   sync.Mutex
	round   int
	visited map[string]int
}

const feedItems = 30

func (n *newsroom) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	n.mutex.Lock()
	defer n.mutex.Unlock()
	n.visited[r.URL.Path]++
	switch {
	case r.URL.Path == "/robots.txt":
		fmt.Fprint(w, "User-agent: *\nDisallow: /secret/\n")
	case r.URL.Path == "/feed.xml":
		n.round++
		n.feed(w, r)
	case strings.HasPrefix(r.URL.Path, "/old/"):
		http.Redirect(w, r, "/story/"+strings.TrimPrefix(r.URL.Path, "/old/"), http.StatusMovedPermanently)
	default:
		n.story(w, r)
	}
}

// feed has ten items more in each round.
func (n *newsroom) feed(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "text/html") // which is a lie
	fmt.Fprint(w, `<?xml version="1.0"?><rss version="2.0"><channel><title>Kellby Post</title>`)
	for i := range min(feedItems, n.round*10) {
		path := "story"
		if i%7 == 3 {
			path = "old"
		}
		fmt.Fprintf(w, `<item><title>Talks %d</title><guid>g%d</guid><link>http://%s/%s/%d</link><pubDate>Mon, %02d Mar 2026 08:00:00 +0100</pubDate><description>A summary.</description></item>`,
			i, i, r.Host, path, i, i%27+1)
	}
	fmt.Fprint(w, `</channel></rss>`)
}

func (n *newsroom) story(w http.ResponseWriter, r *http.Request) {
	var i int
	fmt.Sscanf(r.URL.Path, "/story/%d", &i)
	switch visits := n.visited[r.URL.Path]; {
	case i%10 == 4 && visits <= 3: // as often as one round asks
		http.Error(w, "down", http.StatusServiceUnavailable)
		return
	case i%10 == 5 && visits == 1:
		w.Header().Set("Retry-After", "0")
		http.Error(w, "slow down", http.StatusTooManyRequests)
		return
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-16")
	fmt.Fprintf(w, `<html><head><title>Talks %d</title></head><body><article><h1>Talks %d</h1><p>Anna Lindahl met Piet Brek of boat %d in Kellby on Friday, her office said in a note.</p>`+
		`<p>They spoke for an hour about the night boats, and they agreed to speak again within a month.</p></article></body></html>`, i, i, i)
}

// Every item of a feed is loaded once, whatever its server does.
func TestWatch(t *testing.T) {
	server := httptest.NewServer(&newsroom{visited: map[string]int{}})
	defer server.Close()
	folder := t.TempDir()
	store := "sqlite:" + filepath.Join(folder, "news.db")
	code, _, log := runApp(t, "watch", server.URL+"/feed.xml", "--rounds", "4", "--every", "1ms", "--pause", "1ms", "--private",
		"--store", store, "--state", filepath.Join(folder, "state.json"))
	if code != exitOK {
		t.Fatalf("exit code %d\n%s", code, log)
	}
	for _, want := range []string{": 9 new, 0 changed, 0 known, 1 failed;", ": 10 new, 0 changed, 9 known, 1 failed;", ": 10 new, 0 changed, 19 known, 1 failed;", ": 1 new, 0 changed, 29 known, 0 failed;"} {
		if !strings.Contains(log, want) {
			t.Errorf("no round says %q", want)
		}
	}
	_, answer, _ := runApp(t, "query", "--compact", "--store", store, `{ articles(first: 100) { totalCount nodes { title published publisher text } } }`)
	if !strings.Contains(answer, `"totalCount":30`) || strings.Count(answer, "Anna Lindahl met Piet Brek") != feedItems {
		t.Errorf("%.2000s", answer)
	}
	if !strings.Contains(answer, `"title":"Talks 0","published":"2026-03-01","publisher":"Kellby Post"`) {
		t.Errorf("the feed's metadata is not the article's: %.1000s", answer)
	}
	if t.Failed() {
		t.Log(log)
	}
}
