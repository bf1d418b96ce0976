package source

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"io"
	"testing"
)

// fuzzed reads bytes as a source of this format: each item has bytes or an error with a
// code, and nothing panics or goes on for ever.
func fuzzed(f *testing.F, format string, seeds ...string) {
	for _, seed := range seeds {
		f.Add([]byte(seed))
	}
	container := containerNamed(format)
	f.Fuzz(func(t *testing.T, data []byte) {
		w := &walk{ctx: context.Background(), going: true, Options: Options{MaxBytes: 1 << 16}}
		w.yield = func(item Item) bool {
			var failed *Error
			switch {
			case item.Err != nil && !errors.As(item.Err, &failed):
				t.Errorf("%s: an error without a code: %v", item.Name, item.Err)
			case item.Err == nil:
				_, _ = io.Copy(io.Discard, io.LimitReader(item.Body, 1<<20))
			}
			return true
		}
		container.open(w, Item{Name: "x." + format, Body: bytes.NewReader(data)}, bufio.NewReaderSize(bytes.NewReader(data), headBytes))
	})
}

func FuzzFeed(f *testing.F) {
	fuzzed(f, "feed", `<rss><channel><title>T</title><item><title>I</title><pubDate>Mon, 02 Mar 2026 08:00:00 +0100</pubDate><description>D</description></item></channel></rss>`,
		`<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>a</id><title type="xhtml"><div>x</div></title><updated>2026-03-02T08:00:00Z</updated></entry></feed>`,
		`{"version":"https://jsonfeed.org/version/1.1","title":"T","items":[{"id":1,"content_text":"x"}]}`)
}

func FuzzMail(f *testing.F) {
	fuzzed(f, "mail", "Subject: =?utf-8?q?a?=\nFrom: A <a@b.example>\nDate: Mon, 2 Mar 2026 08:00:00 +0100\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\nx\n--b--\n")
}

func FuzzMbox(f *testing.F) { fuzzed(f, "mbox", "From a\nA: b\n\nx\n\nFrom b\nA: b\n\n>From y\n") }

func FuzzOPML(f *testing.F) {
	fuzzed(f, "opml", `<opml><body><outline text="x"><outline xmlUrl="https://a.example/feed"/></outline></body></opml>`)
}

func FuzzSitemap(f *testing.F) {
	fuzzed(f, "sitemap", `<urlset xmlns:news="n"><url><loc>https://a.example/a</loc><news:news><news:publication_date>2026-03-02</news:publication_date></news:news></url></urlset>`,
		`<sitemapindex><sitemap><loc>x</loc></sitemap></sitemapindex>`)
}

func FuzzURLs(f *testing.F) { fuzzed(f, "urls", "https://a.example/a\n# b\nhttp://b.example\n") }

func FuzzTar(f *testing.F) { fuzzed(f, "tar", "", string(make([]byte, 1024))) }

func FuzzZip(f *testing.F) { fuzzed(f, "zip", "PK\x05\x06"+string(make([]byte, 18))) }

func FuzzGzip(f *testing.F) { fuzzed(f, "gzip", "\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03") }

func FuzzRobots(f *testing.F) {
	f.Add([]byte("User-agent: *\nDisallow: /a*b$\nCrawl-delay: 1e9\n"))
	f.Fuzz(func(_ *testing.T, data []byte) {
		if rules, err := parseRobots(data); err == nil {
			_ = rules.FindGroup("Dateline").Test("/a/b?c")
		}
	})
}

func FuzzWARC(f *testing.F) {
	page := "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>x</p>"
	fuzzed(f, "warc", record("response", "http://a.example/", page), record("resource", "http://a.example/", "x", "Content-Type: text/html\r\n")+record("warcinfo", "", "a: b"),
		record("response", "http://a.example/", "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\nContent-Encoding: deflate, br\r\n\r\n3\r\nabc\r\n0\r\n\r\n"))
}

func FuzzARC(f *testing.F) {
	fuzzed(f, "arc", "filedesc://a.arc 0.0.0.0 20260309100000 text/plain 10\n1 0 Kellby\n\nhttp://a.example/ 1.2.3.4 20260309100000 text/html 54\nHTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>x</p>\n")
}

func FuzzZstd(f *testing.F) { fuzzed(f, "zstd", zstdMagic, dictionaryMagic+"\x00\x00\x00\x00") }

func FuzzEPUB(f *testing.F) { fuzzed(f, "epub", "PK\x05\x06"+string(make([]byte, 18))) }
