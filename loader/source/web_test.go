package source

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"strings"
	"testing"
	"time"
)

func fetched(t *testing.T, web *Web, address string) Item {
	t.Helper()
	for item := range Items(context.Background(), []string{address}, Options{Web: web}) {
		return item
	}
	t.Fatalf("%s gives nothing", address)
	return Item{}
}

func reasonOf(item Item) Reason {
	var failed *Error
	if errors.As(item.Err, &failed) {
		return failed.Reason
	}
	return ""
}

// What servers do wrong has a reason, and a private address is refused wherever it is met.
func TestWeb(t *testing.T) {
	mux := http.NewServeMux()
	server := httptest.NewServer(mux)
	defer server.Close()
	mux.HandleFunc("/robots.txt", func(w http.ResponseWriter, _ *http.Request) { fmt.Fprint(w, "User-agent: *\nDisallow: /no/") })
	mux.HandleFunc("/page", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=windows-1251")
		fmt.Fprint(w, "<html><body>page</body></html>")
	})
	mux.HandleFunc("/loop", func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, "/loop", http.StatusFound) })
	mux.HandleFunc("/file", func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, "file:///etc/passwd", http.StatusFound)
	})
	mux.HandleFunc("/gone", func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusGone) })
	mux.HandleFunc("/private", func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusForbidden) })
	mux.HandleFunc("/slow", func(_ http.ResponseWriter, r *http.Request) {
		select {
		case <-r.Context().Done():
		case <-time.After(3 * time.Second):
		}
	})
	web := &Web{Agent: "test", Private: true, Pause: time.Millisecond, Patience: 300 * time.Millisecond}
	for path, want := range map[string]Reason{
		"/page": "", "/no/x": Refused, "/loop": Refused, "/file": Refused, "/gone": NotFound, "/private": Refused, "/none": NotFound, "/slow": Unreachable,
	} {
		item := fetched(t, web, server.URL+path)
		if got := reasonOf(item); got != want {
			t.Errorf("%s: %q, want %q (%v)", path, got, want, item.Err)
		}
		if path == "/page" && (item.Format != "html" || item.Charset != "windows-1251") {
			t.Errorf("format %q, charset %q", item.Format, item.Charset)
		}
	}
	if item := fetched(t, &Web{Agent: "test"}, server.URL+"/page"); reasonOf(item) != Refused || !strings.Contains(item.Err.Error(), "private address") {
		t.Errorf("a private address: %v", item.Err)
	}
}

// A list of addresses, a sitemap and a list of feeds lead to what they list.
func TestLists(t *testing.T) {
	mux := http.NewServeMux()
	server := httptest.NewServer(mux)
	defer server.Close()
	page := func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/html")
		fmt.Fprint(w, "<p>"+r.URL.Path)
	}
	mux.HandleFunc("/a", page)
	mux.HandleFunc("/b", page)
	mux.HandleFunc("/feed", func(w http.ResponseWriter, _ *http.Request) {
		fmt.Fprint(w, `<rss><channel><title>T</title><item><title>I</title><guid>g</guid><description>`+strings.Repeat("word ", 300)+`</description></item></channel></rss>`)
	})
	folder := t.TempDir()
	write(t, folder, "list.txt", []byte("# pages\n"+server.URL+"/a\n"+server.URL+"/b\n"))
	write(t, folder, "map.xml", []byte(`<?xml version="1.0"?><urlset xmlns:news="n"><url><loc>`+server.URL+`/a</loc><news:news><news:publication><news:name>Post</news:name></news:publication>`+
		`<news:publication_date>2026-03-02T23:00:00-05:00</news:publication_date><news:title>A title</news:title></news:news></url></urlset>`))
	write(t, folder, "feeds.opml", []byte(`<opml><body><outline text="x"><outline xmlUrl="`+server.URL+`/feed"/></outline></body></opml>`))
	write(t, folder, "entities.xml", []byte(`<!DOCTYPE urlset [<!ENTITY x SYSTEM "file:///etc/passwd">]><urlset><url><loc>&x;</loc></url></urlset>`))
	var got []string
	for item := range Items(context.Background(), []string{folder}, Options{Web: &Web{Agent: "test", Private: true, Pause: time.Millisecond}}) {
		line := strings.ReplaceAll(item.Name, server.URL, "") + " " + string(reasonOf(item))
		if !item.Known.Published.IsZero() {
			line += item.Known.Published.String() + " " + item.Known.Title + " " + item.Known.Publisher
		}
		got = append(got, line)
	}
	expect(t, "items", got, []string{"&x; NOT_FOUND", "/feed!g ", "/a ", "/b ", "/a 2026-03-02 A title Post"})
}

// Private addresses are refused in every form that leads to them.
func TestIsPublic(t *testing.T) {
	for text, want := range map[string]bool{
		"93.184.216.34": true, "2606:4700::1111": true, "1.1.1.1": true,
		"127.0.0.1": false, "10.1.2.3": false, "172.16.0.1": false, "192.168.1.1": false, "169.254.169.254": false, "100.64.0.1": false, "0.0.0.0": false,
		"0.1.2.3": false, "240.0.0.1": false, "255.255.255.255": false, "198.18.0.1": false, "224.0.0.1": false,
		"::1": false, "::": false, "::ffff:127.0.0.1": false, "::ffff:10.0.0.1": false, "::127.0.0.1": false, "64:ff9b::7f00:1": false, "2002:7f00:1::": false,
		"fe80::1%eth0": false, "fc00::1": false, "fec0::1": false, "ff02::1": false, "2001:0:7f00:1::": false,
	} {
		if got := isPublic(netip.MustParseAddr(text)); got != want {
			t.Errorf("%s is public: %t", text, got)
		}
	}
}

// A host that answers nothing is not asked for ever, and does not stop what others answer.
func TestSilentHost(t *testing.T) {
	asked := 0
	silent := httptest.NewServer(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) {
		asked++
		<-r.Context().Done()
	}))
	defer silent.Close()
	web := &Web{Agent: "test", Private: true, Pause: time.Millisecond, Patience: 50 * time.Millisecond}
	for i := range 10 {
		if got := reasonOf(fetched(t, web, fmt.Sprintf("%s/%d", silent.URL, i))); got != Unreachable {
			t.Errorf("page %d: %q", i, got)
		}
	}
	if asked > maxStrikes {
		t.Errorf("asked %d times", asked)
	}
}
