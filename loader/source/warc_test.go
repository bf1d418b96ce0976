package source

import (
	"bytes"
	"compress/gzip"
	"compress/zlib"
	"crypto/sha1"
	"encoding/base32"
	"fmt"
	"io"
	"runtime"
	"strings"
	"testing"

	"github.com/andybalholm/brotli"
	"github.com/klauspost/compress/zstd"
)

const pageText = "<html><body><p>Ida Moen met Per Aas in Kellby on Monday.</p></body></html>"

// record returns a record of a web archive.
func record(kind, address, block string, more ...string) string {
	header := "WARC/1.1\r\nWARC-Type: " + kind + "\r\nWARC-Target-URI: " + address + "\r\nWARC-Date: 2026-03-09T10:00:00Z\r\n" + strings.Join(more, "")
	return fmt.Sprintf("%sContent-Length: %d\r\n\r\n%s\r\n\r\n", header, len(block), block)
}

// answer returns what a server sends.
func answer(status, kind, content string, more ...string) string {
	return "HTTP/1.1 " + status + "\r\nContent-Type: " + kind + "\r\n" + strings.Join(more, "") + "\r\n" + content
}

func packedWith(t *testing.T, content string, writer func(io.Writer) io.WriteCloser) string {
	t.Helper()
	var b bytes.Buffer
	w := writer(&b)
	if _, err := io.WriteString(w, content); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func gzipped(t *testing.T, content string) string {
	return packedWith(t, content, func(w io.Writer) io.WriteCloser { return gzip.NewWriter(w) })
}

func warcOf(t *testing.T) string {
	t.Helper()
	gz := gzipped(t, pageText)
	br := packedWith(t, pageText, func(w io.Writer) io.WriteCloser { return brotli.NewWriter(w) })
	zl := packedWith(t, pageText, func(w io.Writer) io.WriteCloser { return zlib.NewWriter(w) })
	zs := packedWith(t, pageText, func(w io.Writer) io.WriteCloser {
		e, err := zstd.NewWriter(w)
		if err != nil {
			t.Fatal(err)
		}
		return e
	})
	html := "text/html; charset=utf-8"
	plain := answer("200 OK", html, pageText)
	sum := sha1.Sum([]byte(plain))
	digest := "WARC-Block-Digest: sha1:" + base32.StdEncoding.EncodeToString(sum[:]) + "\r\n"
	chunked := fmt.Sprintf("%x\r\n%s\r\n0\r\n\r\n", len(pageText), pageText)
	return record("warcinfo", "", "software: test\r\n") +
		record("request", "https://a.example/plain", "GET / HTTP/1.1\r\n\r\n") +
		record("response", "https://a.example/plain", plain, digest) +
		record("response", "<https://a.example/gzip>", answer("200 OK", html, gz, "Content-Encoding: gzip\r\n")) +
		record("response", "https://a.example/br", answer("200 OK", html, br, "Content-Encoding: br\r\n")) +
		record("response", "https://a.example/deflate", answer("200 OK", html, zl, "Content-Encoding: deflate\r\n")) +
		record("response", "https://a.example/zstd", answer("200 OK", html, zs, "Content-Encoding: zstd\r\n")) +
		record("response", "https://a.example/chunked", answer("200 OK", html, chunked, "Transfer-Encoding: chunked\r\n")) +
		record("response", "https://a.example/undone", answer("200 OK", html, pageText, "Transfer-Encoding: chunked\r\nContent-Encoding: br\r\n")) +
		record("response", "https://a.example/gone", answer("404 Not Found", html, pageText)) +
		record("response", "https://a.example/p.png", answer("200 OK", "image/png", "x")) +
		record("response", "https://a.example/robots.txt", answer("200 OK", "text/plain", "User-agent: *")) +
		record("response", "https://a.example/sitemap.xml", answer("200 OK", "text/xml", "<urlset><url><loc>https://a.example/b</loc></url></urlset>")) +
		record("response", "https://a.example/feed", answer("200 OK", "application/rss+xml", "<rss><channel><title>A</title><item><guid>1</guid><title>B</title><description>Moen met Aas.</description></item></channel></rss>")) +
		record("revisit", "https://a.example/plain", "HTTP/1.1 200 OK\r\n\r\n") +
		record("response", "https://a.example/changed", answer("200 OK", html, strings.Replace(pageText, "Aas", "Vik", 1)), digest) +
		record("response", "https://a.example/lies", answer("200 OK", html, "no gzip", "Content-Encoding: deflate\r\n")) +
		record("resource", "file:///a.html", pageText, "Content-Type: text/html\r\n")
}

var wantWARC = []string{
	"!https://a.example/plain: 74 bytes", "!https://a.example/gzip: 74 bytes", "!https://a.example/br: 74 bytes", "!https://a.example/deflate: 74 bytes",
	"!https://a.example/zstd: 74 bytes", "!https://a.example/chunked: 74 bytes", "!https://a.example/undone: 74 bytes", "!https://a.example/feed!1: 13 bytes",
	"!https://a.example/changed: 74 bytes", "!https://a.example/lies: DAMAGED", "!file:///a.html: 74 bytes",
}

func prefixed(prefix string, lines []string) []string {
	var out []string
	for _, line := range lines {
		out = append(out, prefix+line)
	}
	return out
}

func TestWARC(t *testing.T) {
	warc := warcOf(t)
	folder := t.TempDir()
	write(t, folder, "a.warc", []byte(warc))
	items, passed := opened(t, folder, Options{})
	expect(t, "items", items, prefixed("a.warc", wantWARC))
	expect(t, "passed over", passed, []string{
		"a.warc!https://a.example/gone: the server answered 404", "a.warc!https://a.example/plain: was not sent again, since it had not changed",
		"a.warc: 3 records are no pages",
	})
}

// Records are often packed one by one, and archives packed with their index.
func TestPackedWARC(t *testing.T) {
	var packed strings.Builder
	for _, r := range strings.SplitAfter(warcOf(t), "\r\n\r\nWARC/") {
		packed.WriteString(gzipped(t, r))
	}
	folder := t.TempDir()
	write(t, folder, "a.warc.gz", []byte(packed.String()))
	write(t, folder, "b.wacz", zipOf(t, entry{"archive/data.warc.gz", []byte(packed.String())}, entry{"pages/pages.jsonl", []byte("{}")}, entry{"indexes/index.cdx.gz", []byte("x")}))
	items, _ := opened(t, folder, Options{})
	expect(t, "items", items, append(prefixed("a.warc", wantWARC), prefixed("b.wacz!archive/data.warc", wantWARC)...))
}

// What is not whole costs itself.
func TestDamagedWARC(t *testing.T) {
	page := func(n int) string {
		return record("response", fmt.Sprintf("https://a.example/%d", n), answer("200 OK", "text/html", pageText))
	}
	for name, c := range map[string]struct {
		content string
		want    []string
	}{
		"cut off":      {page(1) + page(2)[:200], []string{"a.warc!https://a.example/1: 74 bytes", "a.warc!https://a.example/2: DAMAGED"}},
		"no length":    {strings.Replace(page(1), "Content-Length: ", "Content-Length: x", 1) + page(2), []string{"a.warc!https://a.example/1: DAMAGED", "a.warc!https://a.example/2: 74 bytes"}},
		"negative":     {strings.Replace(page(1), "Content-Length: ", "Content-Length: -", 1) + page(2), []string{"a.warc!https://a.example/1: DAMAGED", "a.warc!https://a.example/2: 74 bytes"}},
		"too long":     {page(1) + strings.Replace(page(2), "Content-Length: ", "Content-Length: 99999999999", 1), []string{"a.warc!https://a.example/1: 74 bytes", "a.warc!https://a.example/2: TOO_LARGE"}},
		"noise":        {"WARC/1.0\r\n\r\n" + strings.Repeat("noise ", 1000) + "\n" + page(2), []string{"a.warc: DAMAGED", "a.warc!https://a.example/2: 74 bytes"}},
		"long header":  {"WARC/1.0\r\nX: " + strings.Repeat("x", 1<<20) + "\r\n\r\n" + page(2), []string{"a.warc: DAMAGED", "a.warc!https://a.example/2: 74 bytes"}},
		"bomb":         {record("response", "https://a.example/b", answer("200 OK", "text/html", gzipped(t, strings.Repeat(" ", 80<<20)), "Content-Encoding: gzip\r\n")) + page(2), []string{"a.warc!https://a.example/b: TOO_LARGE", "a.warc!https://a.example/2: 74 bytes"}},
		"encodings":    {record("response", "https://a.example/b", answer("200 OK", "text/html", pageText, "Content-Encoding: "+strings.Repeat("br,", 1_000)+"\r\n")) + page(2), []string{"a.warc!https://a.example/b: DAMAGED", "a.warc!https://a.example/2: 74 bytes"}},
		"only a start": {"WARC/1.0\r\n", []string{"a.warc: DAMAGED", "a.warc: DAMAGED"}},
	} {
		folder := t.TempDir()
		write(t, folder, "a.warc", []byte(c.content))
		items, _ := opened(t, folder, Options{})
		expect(t, name, items, c.want)
	}
}

// An archive of any size takes the memory of a page.
func TestLongWARC(t *testing.T) {
	page := record("response", "https://a.example/1", answer("200 OK", "text/html", pageText+strings.Repeat("<!-- -->", 10_000)))
	const pages = 1500 // some 120 MB
	w := &walk{ctx: t.Context(), going: true}
	n, before, most := 0, heapNow(), int64(0)
	w.yield = func(item Item) bool {
		if item.Err != nil {
			t.Error(item.Err)
			return true
		}
		if n++; n%250 == 0 {
			most = max(most, heapNow())
		}
		_, err := io.Copy(io.Discard, item.Body)
		return err == nil
	}
	w.open(Item{Name: "a.warc", Body: io.MultiReader(repeated(page, pages)...)})
	if n != pages {
		t.Errorf("%d pages", n)
	}
	if grown := most - before; grown > 16<<20 {
		t.Errorf("the heap grew by %s", Size(grown))
	}
}

func heapNow() int64 {
	var now runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&now)
	return int64(now.HeapAlloc)
}

func repeated(text string, times int) []io.Reader {
	readers := make([]io.Reader, times)
	for i := range readers {
		readers[i] = strings.NewReader(text)
	}
	return readers
}
