// Package web serves the page that shows the graph: timeline, graph, evidence, reader
// and editor. The page is built with "make web" and committed in dist/, so that Go alone
// builds the binary. It asks the GraphQL API and nothing else: see web/README.md.
package web

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"errors"
	"io"
	"io/fs"
	"mime"
	"net/http"
	"path"
	"strconv"
	"strings"
	"sync"
)

//go:embed all:dist
var dist embed.FS

// policy allows what the page itself serves and nothing else; embedders says which
// other sites may show it in a frame.
func policy(embedders string) string {
	return "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; " +
		"worker-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors " + embedders
}

// forGood is for files that have their hash in their name.
const forGood = "public, max-age=31536000, immutable"

// Handler serves the page at /, its small form for frames at /embed, and their files.
// It answers 404 to every other path.
func Handler() http.Handler {
	files, err := fs.Sub(dist, "dist")
	if err != nil {
		panic(err) // dist is embedded under this name
	}
	p := &pages{files: files, kept: map[string]*file{}}
	mux := http.NewServeMux()
	mux.HandleFunc("GET /{$}", func(w http.ResponseWriter, r *http.Request) { p.serve(w, r, "index.html", "'none'", "no-cache") })
	mux.HandleFunc("GET /embed", func(w http.ResponseWriter, r *http.Request) { p.serve(w, r, "embed.html", "*", "no-cache") })
	mux.HandleFunc("GET /icon.svg", func(w http.ResponseWriter, r *http.Request) { p.serve(w, r, "icon.svg", "'none'", "max-age=86400") })
	mux.HandleFunc("GET /assets/{name}", func(w http.ResponseWriter, r *http.Request) {
		p.serve(w, r, "assets/"+r.PathValue("name"), "'none'", forGood)
	})
	return mux
}

// WantsPage reports whether a client asks for a page rather than for plain text: browsers
// accept text/html by name, command line clients accept anything.
func WantsPage(r *http.Request) bool {
	for part := range strings.SplitSeq(r.Header.Get("Accept"), ",") {
		if mediaType, _, err := mime.ParseMediaType(part); err == nil && mediaType == "text/html" {
			return true
		}
	}
	return false
}

// pages are the built files, each compressed when it is first asked for.
type pages struct {
	files fs.FS
	mu    sync.Mutex
	kept  map[string]*file
}

// file is a built file. It is kept compressed, as browsers get it; as it is, it stands in
// the binary.
type file struct {
	size      int64
	packed    []byte
	mediaType string
	tag       string
}

func (p *pages) serve(w http.ResponseWriter, r *http.Request, name, embedders, caching string) {
	f, err := p.file(name)
	if err != nil {
		http.NotFound(w, r)
		return
	}
	header := w.Header()
	header.Set("Content-Security-Policy", policy(embedders))
	header.Set("X-Content-Type-Options", "nosniff")
	header.Set("Referrer-Policy", "no-referrer")
	header.Set("Cross-Origin-Opener-Policy", "same-origin")
	header.Set("Permissions-Policy", "camera=(), geolocation=(), microphone=()")
	header.Set("Content-Type", f.mediaType)
	header.Set("Cache-Control", caching)
	header.Set("ETag", f.tag)
	header.Set("Vary", "Accept, Accept-Encoding")
	if r.Header.Get("If-None-Match") == f.tag {
		w.WriteHeader(http.StatusNotModified)
		return
	}
	if strings.Contains(r.Header.Get("Accept-Encoding"), "gzip") {
		header.Set("Content-Encoding", "gzip")
		header.Set("Content-Length", strconv.Itoa(len(f.packed)))
		if r.Method != http.MethodHead {
			_, _ = w.Write(f.packed) // a client that went away needs no answer
		}
		return
	}
	header.Set("Content-Length", strconv.FormatInt(f.size, 10))
	if r.Method != http.MethodHead {
		_ = p.copy(w, name)
	}
}

// copy writes a file as it is, without holding all of it.
func (p *pages) copy(w io.Writer, name string) error {
	plain, err := p.files.Open(name)
	if err != nil {
		return err
	}
	_, err = io.Copy(w, plain)
	return errors.Join(err, plain.Close())
}

func (p *pages) file(name string) (*file, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if f := p.kept[name]; f != nil {
		return f, nil
	}
	about, err := fs.Stat(p.files, name)
	if err != nil {
		return nil, err
	}
	var packed bytes.Buffer
	writer, err := gzip.NewWriterLevel(&packed, gzip.BestCompression)
	if err != nil {
		return nil, err
	}
	sum := sha256.New()
	if err := p.copy(io.MultiWriter(writer, sum), name); err != nil {
		return nil, err
	}
	if err := writer.Close(); err != nil {
		return nil, err
	}
	f := &file{size: about.Size(), packed: bytes.Clone(packed.Bytes()), mediaType: mediaTypes[path.Ext(name)], tag: `"` + hex.EncodeToString(sum.Sum(nil)[:12]) + `"`}
	p.kept[name] = f
	return f, nil
}

// mediaTypes are the types of the files that the build writes. Those that the machine
// knows may differ from one machine to the next.
var mediaTypes = map[string]string{
	".html": "text/html; charset=utf-8",
	".js":   "text/javascript; charset=utf-8",
	".css":  "text/css; charset=utf-8",
	".svg":  "image/svg+xml",
}
