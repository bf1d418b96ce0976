package source

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

const text = "Lindahl met Brek in Kellby on Monday."

func write(t *testing.T, folder, name string, content []byte) {
	t.Helper()
	path := filepath.Join(folder, name)
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, content, 0o644); err != nil {
		t.Fatal(err)
	}
}

// opened returns each item as "name: N bytes" or "name: REASON", and what was passed over.
func opened(t *testing.T, folder string, o Options) (items, passed []string) {
	t.Helper()
	short := func(name string) string { return strings.TrimPrefix(name, folder+"/") }
	o.PassedOver = func(p Passed) { passed = append(passed, short(p.Name)+": "+p.Why) }
	if o.Reads == nil {
		o.Reads = func(name string) bool { return slices.Contains([]string{".txt", ".html"}, filepath.Ext(name)) }
	}
	for item := range Items(context.Background(), []string{folder}, o) {
		outcome := ""
		if item.Err == nil {
			data, err := io.ReadAll(io.LimitReader(item.Body, 1<<30))
			outcome, item.Err = fmt.Sprintf("%d bytes", len(data)), err
		}
		var failed *Error
		if errors.As(item.Err, &failed) {
			outcome = string(failed.Reason)
		} else if item.Err != nil {
			outcome = item.Err.Error()
		}
		items = append(items, short(item.Name)+": "+outcome)
	}
	return items, passed
}

func expect(t *testing.T, what string, got, want []string) {
	t.Helper()
	if !slices.Equal(got, want) {
		t.Errorf("%s: got\n  %s\nwant\n  %s", what, strings.Join(got, "\n  "), strings.Join(want, "\n  "))
	}
}

type entry struct {
	name    string
	content []byte
}

func zipOf(t *testing.T, entries ...entry) []byte {
	t.Helper()
	var out bytes.Buffer
	archive := zip.NewWriter(&out)
	for _, e := range entries {
		w, err := archive.Create(e.name)
		if err == nil {
			_, err = w.Write(e.content)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := archive.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func tarOf(t *testing.T, entries ...entry) []byte {
	t.Helper()
	var out bytes.Buffer
	archive := tar.NewWriter(&out)
	for _, e := range entries {
		err := archive.WriteHeader(&tar.Header{Name: e.name, Size: int64(len(e.content)), Mode: 0o644})
		if err == nil {
			_, err = archive.Write(e.content)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := archive.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func gzipOf(t *testing.T, content []byte) []byte {
	t.Helper()
	var out bytes.Buffer
	stream := gzip.NewWriter(&out)
	if _, err := stream.Write(content); err != nil {
		t.Fatal(err)
	}
	if err := stream.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func TestArchives(t *testing.T) {
	folder := t.TempDir()
	one := entry{"news/one.txt", []byte(text)}
	write(t, folder, "a.zip", zipOf(t, one, entry{"news/", nil}, entry{"photo.jpg", []byte("x")}, entry{".hidden.txt", []byte(text)}))
	write(t, folder, "b.tar", tarOf(t, one, entry{"inner.zip", zipOf(t, one)}))
	write(t, folder, "c.tar.gz", gzipOf(t, tarOf(t, one)))
	write(t, folder, "d.tgz", gzipOf(t, tarOf(t, one)))
	write(t, folder, "e.txt.gz", gzipOf(t, []byte(text)))
	write(t, folder, "f.zip", []byte("PK\x03\x04 not a whole archive"))
	write(t, folder, "g.zip", zipOf(t))
	write(t, folder, "h.tar.gz", gzipOf(t, tarOf(t, one))[:60])
	write(t, folder, "picture.png", []byte("x"))
	items, passed := opened(t, folder, Options{})
	expect(t, "items", items, []string{
		"a.zip!news/one.txt: 37 bytes", "b.tar!news/one.txt: 37 bytes", "b.tar!inner.zip!news/one.txt: 37 bytes",
		"c.tar!news/one.txt: 37 bytes", "d.tar!news/one.txt: 37 bytes", "e.txt: 37 bytes", "f.zip: DAMAGED", "g.zip: NO_TEXT", "h.tar: DAMAGED",
	})
	expect(t, "passed over", passed, []string{
		"a.zip!photo.jpg: files that end in .jpg are not read", "a.zip!.hidden.txt: hidden", "picture.png: files that end in .png are not read",
	})
}

// A bomb gives an error, and costs neither memory nor the archive's other members.
func TestBombs(t *testing.T) {
	folder := t.TempDir()
	zeros := make([]byte, 200<<20)
	one := entry{"one.txt", []byte(text)}
	write(t, folder, "bomb.gz", gzipOf(t, zeros))
	write(t, folder, "bomb.zip", zipOf(t, entry{"zeros.txt", zeros}, one))
	deep := zipOf(t, one)
	for range maxDepth {
		deep = zipOf(t, entry{"in.zip", deep})
	}
	write(t, folder, "deep.zip", deep)
	lying := zipOf(t, one)
	at := bytes.LastIndex(lying, []byte("PK\x05\x06"))
	lying[at+10], lying[at+11] = 0xFF, 0xFF
	write(t, folder, "lying.zip", lying)
	items, _ := opened(t, folder, Options{})
	expect(t, "items", items, []string{
		"bomb: TOO_LARGE", "bomb.zip!zeros.txt: TOO_LARGE", "bomb.zip!one.txt: 37 bytes",
		"deep.zip!in.zip!in.zip!in.zip!in.zip: TOO_LARGE", "lying.zip: DAMAGED",
	})
}

func TestMbox(t *testing.T) {
	message := "From a@b.example Mon Mar  2 08:00:00 2026\nFrom: a@b.example\nSubject: S%d\n\n%s\n\n"
	var box strings.Builder
	for i := range 300 {
		fmt.Fprintf(&box, message, i, text)
	}
	fmt.Fprintf(&box, message, 300, strings.Repeat("x", 1<<20))
	fmt.Fprintf(&box, message, 301, text)
	folder := t.TempDir()
	write(t, folder, "box", []byte(box.String()))
	items, _ := opened(t, folder, Options{MaxBytes: 10_000})
	if len(items) != 302 || items[0] != "box!1: 37 bytes" || items[300] != "box!301: TOO_LARGE" || items[301] != "box!302: 37 bytes" {
		t.Errorf("%d items: %s … %v", len(items), items[0], items[len(items)-2:])
	}
}

func TestMailAttachments(t *testing.T) {
	const mail = "From: a@b.example\nSubject: S\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n" +
		"--b\nContent-Type: text/plain\n\nSee below.\n" +
		"--b\nContent-Type: text/plain; name=note.txt\nContent-Disposition: attachment; filename=note.txt\n\n" + text + "\n" +
		"--b\nContent-Type: image/png; name=p.png\nContent-Disposition: attachment; filename=p.png\n\nx\n--b--\n"
	folder := t.TempDir()
	write(t, folder, "m.eml", []byte(mail))
	items, passed := opened(t, folder, Options{})
	expect(t, "items", items, []string{"m.eml: 10 bytes", "m.eml!note.txt: 37 bytes"})
	expect(t, "passed over", passed, []string{"m.eml!p.png: files that end in .png are not read"})
}

func FuzzItems(f *testing.F) {
	for _, seed := range []string{
		"From a\nFrom: b\n\nx", "<rss><channel><item><title>a</title><description>b</description></item></channel></rss>",
		`{"version":"https://jsonfeed.org/version/1","items":[{"content_text":"x"}]}`, "From: a\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\nx\n--b--",
		"\x1f\x8b\x08\x00", "PK\x03\x04", text,
	} {
		for _, name := range []string{"stdin", "a.zip", "a.eml", "a.mbox"} {
			f.Add(name, []byte(seed))
		}
	}
	f.Fuzz(func(t *testing.T, name string, data []byte) {
		w := &walk{ctx: t.Context(), going: true, Options: Options{MaxBytes: 1 << 20}}
		w.yield = func(item Item) bool {
			if item.Err != nil {
				var own *Error
				if !errors.As(item.Err, &own) {
					t.Errorf("%v is not an *Error", item.Err)
				}
				return true
			}
			_, _ = io.Copy(io.Discard, item.Body)
			return true
		}
		w.open(Item{Name: name, Body: bytes.NewReader(data)})
	})
}
