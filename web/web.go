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

type file struct {
	plain, packed []byte
	mediaType     string
	tag           string
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
	body := f.plain
	if strings.Contains(r.Header.Get("Accept-Encoding"), "gzip") {
		header.Set("Content-Encoding", "gzip")
		body = f.packed
	}
	header.Set("Content-Length", strconv.Itoa(len(body)))
	if r.Method != http.MethodHead {
		_, _ = w.Write(body) // a client that went away needs no answer
	}
}

func (p *pages) file(name string) (*file, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if f := p.kept[name]; f != nil {
		return f, nil
	}
	plain, err := fs.ReadFile(p.files, name)
	if err != nil {
		return nil, err
	}
	sum := sha256.Sum256(plain)
	f := &file{plain: plain, packed: pack(plain), mediaType: mediaTypes[path.Ext(name)], tag: `"` + hex.EncodeToString(sum[:12]) + `"`}
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

func pack(plain []byte) []byte {
	var packed bytes.Buffer
	writer, err := gzip.NewWriterLevel(&packed, gzip.BestCompression)
	if err != nil {
		panic(err) // the level exists
	}
	_, _ = writer.Write(plain) // a buffer takes everything
	_ = writer.Close()
	return packed.Bytes()
}
