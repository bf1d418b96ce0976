package read

import (
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/iotest"
)

const sentence = "Lindahl met Brek in Kellby on Monday, and they agreed to meet again."

func write(t *testing.T, folder, name, content string) string {
	t.Helper()
	path := filepath.Join(folder, name)
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

// read returns each item as "name: OK" or "name: REASON".
func read(t *testing.T, o Options, folder string, paths ...string) []string {
	t.Helper()
	var got []string
	for item := range Sources(context.Background(), paths, o) {
		checkItem(t, item)
		outcome := "OK"
		var failed *Error
		if errors.As(item.Err, &failed) {
			outcome = string(failed.Reason)
			if failed.Source != "" && !strings.HasPrefix(failed.Error(), failed.Source+": ") {
				t.Errorf("the message does not name its source: %v", failed)
			}
		}
		got = append(got, strings.TrimPrefix(strings.TrimPrefix(item.Source, folder), "/")+": "+outcome)
	}
	return got
}

func TestSources(t *testing.T) {
	folder := t.TempDir()
	write(t, folder, "b/two.txt", sentence)
	write(t, folder, "b/.hidden.txt", sentence)
	write(t, folder, "b/.git/x.txt", sentence)
	write(t, folder, "b/picture.png", "\x89PNG\r\n\x1a\n")
	write(t, folder, "a.md", sentence)
	write(t, folder, "c.pdf", "%PDF-1.7 words")
	write(t, folder, "d.txt", "%PDF-1.7 words")
	write(t, folder, "e.txt", "words\x00and more")
	write(t, folder, "f.txt", " \n ")
	write(t, folder, "g.jsonl", `{"text": "`+sentence+`"}`+"\n\n"+`{"text": 3`+"\n"+`{"text": "`+strings.Repeat("x", 3000)+`"}`+"\n"+`{"text": "`+sentence+`"}`)
	write(t, folder, "h.txt", strings.Repeat(sentence+"\n", 100))
	write(t, folder, "i.json", `[]`)
	write(t, folder, "j.json", `{"text": "`+strings.Repeat("x", 3000)+`"}`)
	write(t, folder, "k.json", `not json`)
	write(t, folder, "m", `{"text": "`+sentence+`"}`)
	write(t, folder, "page.html", "<title>Page</title><p>"+sentence+"</p>")
	write(t, folder, "page_files/frame.html", "<p>Frame</p>")
	write(t, folder, "z.docx", "PK\x03\x04")
	got := read(t, Options{MaxBytes: 2000}, folder, folder)
	want := []string{
		"a.md: OK", "b/two.txt: OK", "c.pdf: DAMAGED", "d.txt: DAMAGED", "e.txt: NOT_TEXT", "f.txt: EMPTY",
		"g.jsonl:1: OK", "g.jsonl:3: BAD_JSON", "g.jsonl:4: TOO_LARGE", "g.jsonl:5: OK", "h.txt: TOO_LARGE", "i.json: NO_TEXT",
		"j.json: TOO_LARGE", "k.json: BAD_JSON", "m: OK", "page.html: OK", "z.docx: DAMAGED",
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func TestSourcesNotThere(t *testing.T) {
	folder := t.TempDir()
	write(t, folder, "a1.txt", sentence)
	write(t, folder, "a2.txt", sentence)
	empty := filepath.Join(folder, "empty")
	if err := os.Mkdir(empty, 0o755); err != nil {
		t.Fatal(err)
	}
	for path, want := range map[string]string{
		"a*.txt":   "a1.txt: OK a2.txt: OK",
		"b*.txt":   "b*.txt: NOT_FOUND",
		"none.txt": "none.txt: NOT_FOUND",
		"empty":    "empty: NO_TEXT",
		"[":        "[: NOT_FOUND",
	} {
		if got := strings.Join(read(t, Options{}, folder, filepath.Join(folder, path)), " "); got != want {
			t.Errorf("%s: %q, want %q", path, got, want)
		}
	}
}

func TestStdin(t *testing.T) {
	object := `{"text": "` + sentence + `"}`
	for _, c := range []struct{ format, in, want string }{
		{"", sentence, "stdin: OK"},
		{"", object, "stdin: OK"},
		{"", object + "\n" + object, "stdin:1: OK stdin:2: OK"},
		{"", "[" + object + "," + object + "]", "stdin[0]: OK stdin[1]: OK"},
		{"", "<html><body><p>" + sentence + "</p></body></html>", "stdin: OK"},
		{"jsonl", object, "stdin:1: OK"},
		{"text", object, "stdin: OK"},
		{"json", sentence, "stdin: BAD_JSON"},
		{"json", "", "stdin: EMPTY"},
		{"", "", "stdin: EMPTY"},
		{"xml", sentence, "stdin: UNKNOWN_FORMAT"},
		{"", strings.Repeat("x", 5000), "stdin: TOO_LARGE"},
	} {
		got := strings.Join(read(t, Options{Stdin: strings.NewReader(c.in), Format: c.format, MaxBytes: 2000}, "", "-"), " ")
		if got != c.want {
			t.Errorf("format %q, %.30q: %q, want %q", c.format, c.in, got, c.want)
		}
	}
	broken := iotest.ErrReader(errors.New("cable pulled"))
	if got := read(t, Options{Stdin: broken}, "", "-"); got[0] != "stdin: UNREADABLE" {
		t.Error(got)
	}
	if got := read(t, Options{}, "", "-"); got[0] != "stdin: UNREADABLE" {
		t.Error(got)
	}
}

// A file that is too large for an article is refused without being read.
func TestTooLargeIsNotRead(t *testing.T) {
	path := filepath.Join(t.TempDir(), "large.txt")
	file, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	// A sparse file: reading it would take long, asking for its size does not.
	if err := file.Truncate(1 << 40); err != nil {
		t.Skipf("needs a file system with sparse files: %v", err)
	}
	if _, err := file.WriteString(sentence); err != nil {
		t.Fatal(err)
	}
	file.Close()
	if got := read(t, Options{}, filepath.Dir(path), path); len(got) != 1 || got[0] != "large.txt: NOT_TEXT" && got[0] != "large.txt: TOO_LARGE" {
		t.Error(got)
	}
}

// The limit is for one article, not for a file with many.
func TestLongFilesOfManyArticles(t *testing.T) {
	object := `{"text": "` + sentence + `"}`
	const count = 3000
	for name, content := range map[string]string{
		"a.jsonl": strings.Repeat(object+"\n", count),
		"a.json":  "[" + strings.TrimSuffix(strings.Repeat(object+",", count), ",") + "]",
	} {
		folder := t.TempDir()
		got := read(t, Options{MaxBytes: 500}, folder, write(t, folder, name, content))
		if len(got) != count || !strings.HasSuffix(got[count-1], ": OK") {
			t.Errorf("%s: %d items, the last %s", name, len(got), got[len(got)-1])
		}
	}
}

func TestSourcesEnd(t *testing.T) {
	folder := t.TempDir()
	for _, name := range []string{"a.txt", "b.txt", "c.txt"} {
		write(t, folder, name, sentence)
	}
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	seen := 0
	for range Sources(ctx, []string{folder, folder}, Options{}) {
		seen++
		cancel()
	}
	if seen != 1 {
		t.Errorf("%d items after the context was cancelled", seen)
	}
	for range Sources(context.Background(), []string{folder, filepath.Join(folder, "*.txt")}, Options{}) {
		break
	}
}

func TestMeter(t *testing.T) {
	m := &meter{from: strings.NewReader(strings.Repeat("x", 1<<20)), most: 100}
	n, err := io.Copy(io.Discard, m)
	if !errors.Is(err, errTooLarge) || n > 100+2*readAhead {
		t.Errorf("%d bytes, %v", n, err)
	}
}
