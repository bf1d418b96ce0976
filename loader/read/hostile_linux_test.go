package read

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/gzip"
	"context"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"dateline/loader/source"
)

// hostileInput is one that a bug or an enemy makes.
type hostileInput struct {
	name string
	// make writes the input into a folder.
	make func(folder string) error
	// want are the codes, each once; "" for an article. The good article is not among them.
	want string
}

// hostile are such inputs. Each becomes lines with codes, within 256 MiB and ten seconds of
// processors, and costs nothing of the good article beside it.
var hostile = []hostileInput{
	{"zip bomb", inFile("b.zip", func() []byte { return zippedTimes("a.txt", "a ", 100<<20) }), "TOO_LARGE"},
	{"many members of a bomb", inFile("b.zip", manyMembers), "TOO_LARGE"},
	{"gzip bomb", inFile("b.txt.gz", func() []byte { return gzippedTimes("", "a ", 100<<20) }), "TOO_LARGE"},
	{"gzip bomb of lines", inFile("b.csv.gz", func() []byte { return gzippedTimes("title,text\n", "a,\n", 50<<20) }), "DAMAGED NO_TEXT"},
	{"bomb in a bomb", inFile("b.gz.gz", func() []byte { return gzipped(gzippedTimes("", "a ", 100<<20)) }), "TOO_LARGE"},
	{"10 GB declared in tar", inFile("b.tar", func() []byte { return tarOf(10 << 30) }), "DAMAGED TOO_LARGE"},
	{"10 GB declared in zip", inFile("b.zip", func() []byte { return lyingZip(10 << 30) }), "TOO_LARGE"},
	{"nested archives", inFile("b.zip", func() []byte {
		data := []byte("Lindahl met Brek.")
		name := "a.txt"
		for range 40 {
			data, name = zipped(name, data), "a.zip"
		}
		return data
	}), "TOO_LARGE"},
	{"nested MIME", inFile("b.eml", nestedMIME), "TOO_LARGE"},
	{"nested messages", inFile("b.eml", nestedMessages), "TOO_LARGE"},
	{"many attachments", inFile("b.eml", manyParts), "TOO_LARGE"},
	{"nested HTML", inFile("b.html", func() []byte { return []byte(strings.Repeat("<div>", 1<<18)) }), "TOO_LARGE"},
	{"nested JSON", inFile("b.json", func() []byte { return []byte(`{"text":` + strings.Repeat("[", 1<<20)) }), "BAD_JSON"},
	{"nested JSON lines", inFile("b.jsonl", func() []byte {
		return []byte(`{"text":` + strings.Repeat("[", 1<<20) + "\n{\"text\": \"Ana met Jo.\"}\n")
	}), " BAD_JSON"},
	{"nested YAML", inFile("b.txt", func() []byte { return []byte("---\ntitle: " + strings.Repeat("[", 1<<17) + "\n---\nAna met Jo.") }), ""},
	{"YAML aliases", inFile("b.txt", yamlAliases), "BAD_METADATA"},
	{"nested XML", inFile("b.rss", func() []byte { return []byte("<rss><channel>" + strings.Repeat("<a>", 1<<20)) }), "DAMAGED"},
	{"nested OPML", inFile("b.opml", func() []byte { return []byte("<opml><body>" + strings.Repeat("<outline>", 1<<20)) }), "DAMAGED"},
	{"entities", inFile("b.rss", entityBomb), ""},
	{"entities of files", inFile("b.rss", func() []byte {
		return []byte(`<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss><channel><item><title>A</title><description>&x; met</description></item></channel></rss>`)
	}), ""},
	{"a feed of many items", inFile("b.rss", func() []byte {
		return []byte("<rss><channel>" + strings.Repeat("<item><title>a</title></item>", 600_000))
	}), "TOO_LARGE"},
	{"a line of 1 MB", inFile("b.txt", func() []byte { return bytes.Repeat([]byte("Ana met Jo. "), 1<<17) }), ""},
	{"a word of 1 MB", inFile("b.txt", func() []byte { return bytes.Repeat([]byte("a"), 1<<20) }), ""},
	{"a header line of 1 MB", inFile("b.eml", func() []byte { return []byte("Subject: " + strings.Repeat("a ", 1<<19) + "\n\nAna met Jo.\n") }), ""},
	{"a cell of 30 MB", inFile("b.csv", func() []byte { return []byte("title,text\na,\"" + strings.Repeat("a ", 15<<20)) }), "TOO_LARGE"},
	{"a mailbox without an end", inFile("b.mbox", func() []byte { return append([]byte("From a\nA: b\n\n"), bytes.Repeat([]byte("x"), 40<<20)...) }), "TOO_LARGE"},
	{"a spreadsheet bomb", inFile("b.xlsx", func() []byte { return zippedTimes("xl/worksheets/sheet1.xml", "<a>", 100<<20) }), "DAMAGED"},
	{"a link to itself", func(folder string) error { return os.Symlink(folder, filepath.Join(folder, "again")) }, ""},
	{"links to each other", func(folder string) error {
		return errors.Join(os.Symlink("y.txt", filepath.Join(folder, "x.txt")), os.Symlink("x.txt", filepath.Join(folder, "y.txt")))
	}, "UNREADABLE"},
	{"a pipe", func(folder string) error { return syscall.Mkfifo(filepath.Join(folder, "pipe.txt"), 0o600) }, ""},
	{"a device", func(folder string) error { return os.Symlink("/dev/zero", filepath.Join(folder, "zero.txt")) }, ""},
	{"a name that is not UTF-8", func(folder string) error {
		return os.WriteFile(filepath.Join(folder, "b\xff\x1b[31m.txt"), []byte("Ana met Jo in Oslo."), 0o600)
	}, ""},
	{"an endless feed", atAddress(func(w http.ResponseWriter, _ *http.Request) {
		fmt.Fprint(w, "<rss><channel>")
		for {
			if _, err := fmt.Fprint(w, strings.Repeat("<item><title>a</title></item>", 1000)); err != nil {
				return
			}
		}
	}), "TOO_LARGE"},
	{"an endless page", atAddress(func(w http.ResponseWriter, _ *http.Request) {
		for {
			if _, err := fmt.Fprint(w, strings.Repeat("<p>Ana met Jo.", 1000)); err != nil {
				return
			}
		}
	}), "TOO_LARGE"},
	{"a page packed as a bomb", func(folder string) error {
		bomb := gzippedTimes("", "a ", 10<<20)
		return atAddress(func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Encoding", "gzip")
			_, _ = w.Write(bomb)
		})(folder)
	}, "TOO_LARGE"},
	{"sitemaps that list each other", atAddress(func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprintf(w, "<sitemapindex>")
		for i := range 3 {
			fmt.Fprintf(w, "<sitemap><loc>http://%s/%d</loc></sitemap>", r.Host, i)
		}
		fmt.Fprint(w, "</sitemapindex>")
	}), "REFUSED"},
	{"headers that do not come", atAddress(func(_ http.ResponseWriter, r *http.Request) { <-r.Context().Done() }), "UNREACHABLE"},
	{"a body that does not end", atAddress(func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprint(w, "<p>Ana ")
		w.(http.Flusher).Flush()
		<-r.Context().Done()
	}), "UNREACHABLE"},
	{"headers without an end", atAddress(func(w http.ResponseWriter, _ *http.Request) {
		for i := range 20_000 {
			w.Header().Set(fmt.Sprint("X-", i), strings.Repeat("a", 100))
		}
	}), "UNREACHABLE"},
	{"huge robots.txt", atServer(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path != "/robots.txt" {
			fmt.Fprint(w, "<html><body><p>Ana Lindahl met Jo Falk in Oslo on Monday, her office said in a note.</p></body></html>")
			return
		}
		for range 200_000 {
			if _, err := fmt.Fprint(w, "User-agent: *\nDisallow: /*a*b*c*d*e*f*g*h$\n"); err != nil {
				return
			}
		}
	}), ""},
}

// good is the article beside each hostile input.
const good = "Transport Minister Jo Falk met union leader Sara Berg in Oslo on Monday, the ministry said."

func TestHostileInput(t *testing.T) {
	const most = 256 << 10 // KiB
	for i, c := range hostile {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			command := exec.Command(os.Args[0], "-test.run=^TestReadOneHostileInput$", "-test.timeout=5m")
			command.Env = append(os.Environ(), fmt.Sprintf("%s=%d", hostileCase, i), "GORACE=atexit_sleep_ms=0")
			start := time.Now()
			output, err := command.CombinedOutput()
			if err != nil {
				t.Fatalf("%v\n%.4000s", err, output)
			}
			used, err := peakOf(string(output))
			if err != nil {
				t.Fatal(err)
			}
			work := command.ProcessState.UserTime() + command.ProcessState.SystemTime()
			t.Logf("%s: %d MiB, %.1f s, %.1f s of processors", c.name, used>>10, time.Since(start).Seconds(), work.Seconds())
			if used > most {
				t.Errorf("takes %d MiB", used>>10)
			}
			if work > 10*time.Second {
				t.Errorf("takes %.1f s of processors", work.Seconds())
			}
		})
	}
}

// peakLine begins the line in which Linux tells the most memory that a process had at once,
// in KiB. What Wait returns is no less than the memory of the process that started it.
const peakLine = "VmHWM:"

func peakOf(status string) (kib int, err error) {
	_, rest, _ := strings.Cut(status, peakLine)
	_, err = fmt.Sscan(rest, &kib)
	return kib, err
}

// hostileCase says which input a process of its own reads, so that its memory is measured.
const hostileCase = "DATELINE_HOSTILE"

func TestReadOneHostileInput(t *testing.T) {
	var n int
	if _, err := fmt.Sscan(os.Getenv(hostileCase), &n); err != nil {
		return // not one of those processes
	}
	c := hostile[n]
	folder := t.TempDir()
	if err := errors.Join(c.make(folder), os.WriteFile(filepath.Join(folder, "zz.txt"), []byte(good), 0o600)); err != nil {
		t.Fatal(err)
	}
	web := &source.Web{Agent: "test", Private: true, Pause: time.Millisecond, Patience: time.Second}
	codes := map[string]bool{}
	isGood := false
	for item := range Sources(context.Background(), []string{folder}, Options{Web: web}) {
		var failed *Error
		switch {
		case item.Article.Text == good:
			isGood = true
		case errors.As(item.Err, &failed):
			codes[string(failed.Reason)] = true
		case item.Err != nil:
			t.Errorf("%s: no code: %v", item.Source, item.Err)
		default:
			codes[""] = true
		}
	}
	var got []string
	for code := range codes {
		got = append(got, code)
	}
	slices.Sort(got)
	if strings.Join(got, " ") != c.want || !isGood {
		t.Errorf("%s: codes %q, want %q; the good article is read: %t", c.name, got, c.want, isGood)
	}
	status, err := os.ReadFile("/proc/self/status")
	if err != nil {
		t.Fatal(err)
	}
	peak, err := peakOf(string(status))
	if err != nil {
		t.Fatal(err)
	}
	fmt.Println(peakLine, peak)
}

func inFile(name string, content func() []byte) func(string) error {
	return func(folder string) error { return os.WriteFile(filepath.Join(folder, name), content(), 0o600) }
}

// atServer writes a list with the address of a server.
func atServer(answer http.HandlerFunc) func(string) error {
	return func(folder string) error {
		address := httptest.NewServer(answer).URL
		return os.WriteFile(filepath.Join(folder, "list.txt"), fmt.Appendf(nil, "%s/start\n%s/next\n", address, address), 0o600)
	}
}

// atAddress writes a list with the address of a server that answers everything so, but
// robots.txt.
func atAddress(answer http.HandlerFunc) func(string) error {
	return atServer(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/robots.txt" {
			http.NotFound(w, r)
			return
		}
		answer(w, r)
	})
}

// gzippedTimes packs a text so many times, without holding all of it.
func gzippedTimes(head, text string, times int) []byte {
	var out bytes.Buffer
	w := gzip.NewWriter(&out)
	_, _ = w.Write([]byte(head))
	writeTimes(w, text, times)
	_ = w.Close()
	return out.Bytes()
}

func zippedTimes(name, text string, times int) []byte {
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	member, _ := w.Create(name)
	writeTimes(member, text, times)
	_ = w.Close()
	return out.Bytes()
}

func writeTimes(w io.Writer, text string, times int) {
	const atOnce = 1 << 12
	block := bytes.Repeat([]byte(text), atOnce)
	for range times / atOnce {
		_, _ = w.Write(block)
	}
}

func zipped(name string, data []byte) []byte {
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	member, _ := w.Create(name)
	_, _ = member.Write(data)
	_ = w.Close()
	return out.Bytes()
}

// manyMembers is a ZIP archive with 25 members of 12 MiB.
func manyMembers() []byte {
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for i := range 25 {
		member, _ := w.Create(fmt.Sprint(i, ".txt"))
		writeTimes(member, "a ", 6<<20)
	}
	_ = w.Close()
	return out.Bytes()
}

func gzipped(data []byte) []byte {
	var out bytes.Buffer
	w := gzip.NewWriter(&out)
	_, _ = w.Write(data)
	_ = w.Close()
	return out.Bytes()
}

// tarOf is an archive whose only member is said to have so many bytes.
func tarOf(size int64) []byte {
	var out bytes.Buffer
	w := tar.NewWriter(&out)
	_ = w.WriteHeader(&tar.Header{Name: "a.txt", Mode: 0o600, Size: size})
	_, _ = w.Write([]byte("Ana met Jo."))
	return out.Bytes()
}

// lyingZip is an archive whose member is said to have so many bytes.
func lyingZip(size uint64) []byte {
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	member, _ := w.CreateRaw(&zip.FileHeader{Name: "a.txt", Method: zip.Store, UncompressedSize64: size, CompressedSize64: 11})
	_, _ = member.Write([]byte("Ana met Jo."))
	_ = w.Close()
	return out.Bytes()
}

func nestedMIME() []byte {
	var out strings.Builder
	for i := range 20_000 {
		fmt.Fprintf(&out, "Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n", i, i)
	}
	return []byte("Subject: a\nMIME-Version: 1.0\n" + out.String())
}

func nestedMessages() []byte {
	return []byte("Subject: a\nMIME-Version: 1.0\n" + strings.Repeat("Content-Type: message/rfc822\n\n", 100_000))
}

func manyParts() []byte {
	var out strings.Builder
	out.WriteString("Subject: a\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\nAna met Jo.\n")
	body := base64.StdEncoding.EncodeToString([]byte("Jo met Ana."))
	for i := range 20_000 {
		fmt.Fprintf(&out, "--b\nContent-Type: text/plain; name=%d.txt\nContent-Disposition: attachment; filename=%d.txt\nContent-Transfer-Encoding: base64\n\n%s\n", i, i, body)
	}
	return []byte(out.String() + "--b--\n")
}

func yamlAliases() []byte {
	var out strings.Builder
	out.WriteString("---\na0: &a0 [x, x, x, x, x, x, x, x, x, x]\n")
	for i := 1; i < 12; i++ {
		fmt.Fprintf(&out, "a%d: &a%d [%s]\n", i, i, strings.TrimSuffix(strings.Repeat(fmt.Sprintf("*a%d, ", i-1), 10), ", "))
	}
	return []byte(out.String() + "---\nAna met Jo.")
}

func entityBomb() []byte {
	var out strings.Builder
	out.WriteString("<?xml version=\"1.0\"?><!DOCTYPE rss [<!ENTITY a0 \"ha\">")
	for i := 1; i < 12; i++ {
		fmt.Fprintf(&out, "<!ENTITY a%d \"%s\">", i, strings.Repeat(fmt.Sprintf("&a%d;", i-1), 10))
	}
	return []byte(out.String() + "]><rss><channel><item><title>A</title><description>Ana met &a11; Jo.</description></item></channel></rss>")
}
