package source

import (
	"bufio"
	"bytes"
	"compress/flate"
	"compress/gzip"
	"compress/zlib"
	"crypto/md5"
	"crypto/sha1"
	"crypto/sha256"
	"encoding/base32"
	"encoding/hex"
	"errors"
	"fmt"
	"hash"
	"io"
	"net/http/httputil"
	"path"
	"regexp"
	"strconv"
	"strings"

	"github.com/andybalholm/brotli"
	"github.com/klauspost/compress/zstd"

	"dateline/graph"
)

// The limits of web archives. Records are read one by one, so that an archive can be of any
// size.
const (
	maxRecordHeader = 256 << 10
	// pageFactor is how many times larger than an article a page or PDF can be as it was sent.
	pageFactor = 4
	// maxEncodings is how often a content can be packed, each within the one before.
	maxEncodings = 5
	// maxSkipped is how far the next record is looked for after one that is not whole.
	maxSkipped = 64 << 20
)

// openWARC opens the pages, documents and feeds of a web archive. When a page was captured is
// not when it was published.
func openWARC(w *walk, item Item, body *bufio.Reader) {
	r := &warcReader{walk: w, name: item.Name, from: bufio.NewReaderSize(body, 64<<10)}
	for w.more() && r.next() {
	}
	if r.others > 0 {
		w.pass(item.Name, fmt.Sprintf("%d records are no pages", r.others))
	}
	if r.records == 0 && w.more() {
		w.fail(Failure(Damaged, item.Name, nil, "has no record of a web archive"))
	}
}

type warcReader struct {
	*walk
	name string
	from *bufio.Reader
	// records counts records, others those that are pictures, scripts and the like.
	records, others int
	// told is true if an error of the current record has been told.
	told bool
}

// fields are the lines of a header, by their names in lower case.
type fields map[string]string

var errHeaderTooLong = errors.New("a header is too long")

// readHeader reads a first line and the fields below it.
func readHeader(from *bufio.Reader) (first string, header fields, err error) {
	header = fields{}
	size, last := 0, ""
	for {
		part, err := from.ReadSlice('\n')
		if size += len(part); size > maxRecordHeader || errors.Is(err, bufio.ErrBufferFull) {
			return first, header, errHeaderTooLong
		}
		if err != nil {
			return first, header, err
		}
		line := strings.TrimRight(string(part), "\r\n")
		switch name, value, ok := strings.Cut(line, ":"); {
		case first == "":
			first = line
		case line == "":
			return first, header, nil
		case (line[0] == ' ' || line[0] == '\t') && last != "":
			header[last] += " " + strings.TrimSpace(line)
		case ok:
			last = strings.ToLower(strings.TrimSpace(name))
			if _, taken := header[last]; !taken {
				header[last] = strings.TrimSpace(value)
			}
		}
	}
}

// next opens the next record. It returns false at the end.
func (r *warcReader) next() bool {
	if !r.toRecord() {
		return false
	}
	r.told = false
	_, header, err := readHeader(r.from)
	if err != nil {
		return r.damaged(header, err, "has a record that is not whole")
	}
	length, err := strconv.ParseInt(header["content-length"], 10, 64)
	if err != nil || length < 0 {
		return r.damaged(header, nil, "has a record of no known length")
	}
	r.records++
	record := &io.LimitedReader{R: r.from, N: length}
	r.record(header, record)
	if !r.more() {
		return false
	}
	if _, err := io.Copy(io.Discard, record); err != nil || record.N > 0 {
		return r.damaged(header, err, "has a record that is cut off")
	}
	return true
}

// damaged tells of a record, and looks for the next one.
func (r *warcReader) damaged(header fields, err error, why string) bool {
	name := r.name
	if address := addressOf(header); address != "" {
		name = member(r.name, address)
	}
	if errors.Is(err, io.EOF) {
		err = nil // which the words say better
	}
	if !r.told {
		r.walk.fail(failureOf(name, err, Damaged, "%s", why))
	}
	return r.more()
}

// toRecord goes to the beginning of the next record.
func (r *warcReader) toRecord() bool {
	atStart := true
	for skipped := 0; skipped < maxSkipped; {
		head, err := r.from.Peek(5)
		if atStart && string(head) == "WARC/" {
			return true
		}
		if err != nil {
			return false
		}
		part, err := r.from.ReadSlice('\n')
		skipped += len(part)
		atStart = err == nil
		if err != nil && !errors.Is(err, bufio.ErrBufferFull) {
			if !errors.Is(err, io.EOF) {
				r.walk.fail(failureOf(r.name, err, Damaged, "is not a whole web archive"))
			}
			return false
		}
	}
	return false
}

func addressOf(header fields) string { return strings.Trim(header["warc-target-uri"], "<>") }

// failed tells why a record cannot be read.
func (r *warcReader) failed(err *Error) {
	r.told = true
	r.walk.fail(err)
}

// record opens a record if it is an answer of a server, or a file, that can have articles.
func (r *warcReader) record(header fields, body *io.LimitedReader) {
	address := addressOf(header)
	c := capture{name: member(r.name, address), address: address, length: body.N, digest: header["warc-block-digest"]}
	switch header["warc-type"] {
	case "response":
		if strings.HasPrefix(address, "http") {
			r.answer(c, body)
		}
	case "resource", "conversion":
		if !strings.HasPrefix(address, "http") && !strings.HasPrefix(address, "file:") {
			return // what a program says of itself
		}
		c.sent = fields{"content-type": header["content-type"]}
		r.capture(c, body)
	case "revisit":
		r.pass(c.name, "was not sent again, since it had not changed")
	}
}

// capture is what was captured at an address.
type capture struct {
	name, address string
	// length is the number of bytes of the record, digest what they should come to.
	length int64
	digest string
	// sent are the fields of the server's answer, and head its bytes up to the content.
	sent fields
	head []byte
}

// answer opens what a server answered.
func (r *warcReader) answer(c capture, body *io.LimitedReader) {
	var head bytes.Buffer
	from := bufio.NewReader(io.TeeReader(body, &head)) // reads ahead, into head
	status, sent, err := readHeader(from)
	if err != nil {
		r.failed(Failure(Damaged, c.name, nil, "is no whole answer of a server"))
		return
	}
	if code := statusOf(status); code < 200 || code > 299 {
		r.pass(c.name, fmt.Sprintf("the server answered %d", code))
		return
	}
	ahead, _ := from.Peek(from.Buffered())
	c.sent, c.head = sent, head.Bytes()[:head.Len()-len(ahead)]
	r.capture(c, io.MultiReader(bytes.NewReader(bytes.Clone(ahead)), body))
}

// statusOf returns the code of a status line; 0 if it has none.
func statusOf(line string) int {
	parts := strings.Fields(line)
	if len(parts) < 2 || !strings.HasPrefix(parts[0], "HTTP/") {
		return 0
	}
	code, err := strconv.Atoi(parts[1])
	if err != nil {
		return 0
	}
	return code
}

// formatsInArchives are the formats of media types that are opened, besides those of pages
// that are fetched.
var formatsInArchives = map[string]string{
	"text/plain": "text", "application/rss+xml": "feed", "application/atom+xml": "feed", "application/rdf+xml": "feed", "application/feed+json": "feed",
	"text/xml": "feed", "application/xml": "feed",
}

// capture opens what was captured, if it can have articles and is as it was captured.
func (r *warcReader) capture(c capture, body io.Reader) {
	kind, charset := mediaType(c.sent["content-type"])
	format := first(formatsOfKinds[kind], formatsInArchives[kind])
	if format == "" || format == "text" && path.Base(c.address) == "robots.txt" {
		r.others++
		return
	}
	most := pageFactor * r.maxBytes()
	if c.length > most {
		r.failed(Failure(TooLarge, c.name, nil, "is larger than %s, the limit for one page", Size(most)))
		return
	}
	data, err := io.ReadAll(body)
	if err != nil || int64(len(c.head)+len(data)) < c.length {
		r.failed(failureOf(c.name, err, Damaged, "is cut off"))
		return
	}
	var warnings []string
	if !isDigest(c.digest, c.head, data) {
		warnings = append(warnings, "the archive has another digest for this page: one of them was changed")
	}
	content, err := decoded(c.sent, data)
	if err != nil {
		r.failed(Failure(Damaged, c.name, err, "cannot be unpacked"))
		return
	}
	u := &unpacking{name: c.name, free: freeMember, packed: func() int64 { return int64(len(data)) }}
	unpacked := bufio.NewReaderSize(u.reader(&whole{c.name, content}), headBytes)
	if head, _ := unpacked.Peek(headBytes); format == "feed" && !looksLikeFeed(head) {
		r.others++ // a sitemap, for example, whose pages are in the archive or not wanted
		return
	}
	r.open(Item{Name: c.name, Format: format, Charset: charset, Body: unpacked, Known: Known{URL: webAddress(c.address)}, Kind: graph.SourceNews, Warnings: warnings})
}

// whole tells what is wrong with a content that cannot be unpacked.
type whole struct {
	name string
	from io.Reader
}

func (r *whole) Read(p []byte) (int, error) {
	n, err := r.from.Read(p)
	if err != nil && !errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		err = Failure(Damaged, r.name, err, "cannot be unpacked")
	}
	return n, err
}

func webAddress(address string) string {
	if isAddress(address) {
		return address
	}
	return ""
}

// mediaType returns the kind of a content in lower case, and the charset that is named with it.
func mediaType(text string) (kind, charset string) {
	kind, parameters, _ := strings.Cut(text, ";")
	for parameter := range strings.SplitSeq(parameters, ";") {
		if name, value, ok := strings.Cut(strings.TrimSpace(parameter), "="); ok && strings.EqualFold(name, "charset") {
			charset = strings.Trim(value, `"' `)
		}
	}
	return strings.ToLower(strings.TrimSpace(kind)), charset
}

// isDigest reports whether the parts of a block come to a digest such as "sha1:…", in base 32
// or 16. One of another kind is not checked.
func isDigest(digest string, parts ...[]byte) bool {
	kind, want, _ := strings.Cut(digest, ":")
	var sum hash.Hash
	switch strings.ToLower(strings.ReplaceAll(kind, "-", "")) {
	case "sha1":
		sum = sha1.New()
	case "sha256":
		sum = sha256.New()
	case "md5":
		sum = md5.New()
	default:
		return true
	}
	for _, part := range parts {
		sum.Write(part)
	}
	got := sum.Sum(nil)
	return strings.EqualFold(want, hex.EncodeToString(got)) || strings.EqualFold(strings.TrimRight(want, "="), base32.StdEncoding.WithPadding(base32.NoPadding).EncodeToString(got))
}

// chunkStart matches the length of a first chunk.
var chunkStart = regexp.MustCompile(`^[0-9A-Fa-f]{1,8}[ \t]*(?:;[^\r\n]*)?\r?\n`)

// decoded returns a content without the encodings in which it was sent. Programs that capture
// pages often undo them and leave the fields, so that the content's own beginning counts.
func decoded(sent fields, data []byte) (io.Reader, error) {
	var content io.Reader = bytes.NewReader(data)
	if strings.Contains(strings.ToLower(sent["transfer-encoding"]), "chunked") && chunkStart.Match(data) {
		content = httputil.NewChunkedReader(content)
	}
	encodings := strings.Split(strings.ToLower(sent["content-encoding"]), ",")
	if len(encodings) > maxEncodings {
		return nil, fmt.Errorf("%d encodings within each other, and the limit is %d", len(encodings), maxEncodings)
	}
	for _, encoding := range encodings {
		buffered := bufio.NewReader(content)
		head, _ := buffered.Peek(4)
		content = buffered
		var err error
		switch strings.TrimSpace(encoding) {
		case "gzip", "x-gzip":
			if bytes.HasPrefix(head, []byte("\x1f\x8b")) {
				content, err = gzip.NewReader(buffered)
			}
		case "deflate":
			content, err = inflated(buffered, head)
		case "br":
			if !looksSent(head) {
				content = brotli.NewReader(buffered)
			}
		case "zstd":
			if bytes.HasPrefix(head, []byte("\x28\xb5\x2f\xfd")) {
				content, err = zstdReader(buffered)
			}
		}
		if err != nil {
			return nil, err
		}
	}
	return content, nil
}

// looksSent reports whether a content is no longer packed: it begins as pages and documents
// do.
func looksSent(head []byte) bool {
	head = bytes.TrimSpace(bytes.TrimPrefix(head, []byte("\xef\xbb\xbf")))
	return bytes.HasPrefix(head, []byte("<")) || bytes.HasPrefix(head, []byte("%PDF"))
}

func inflated(from *bufio.Reader, head []byte) (io.Reader, error) {
	switch {
	case looksSent(head):
		return from, nil
	case len(head) > 1 && head[0]&0x0f == 8 && (int(head[0])<<8|int(head[1]))%31 == 0:
		return zlib.NewReader(from)
	}
	return flate.NewReader(from), nil
}

// zstdMemory is the most memory for unpacking one page.
const zstdMemory = 32 << 20

func zstdReader(from io.Reader) (io.Reader, error) {
	return zstd.NewReader(from, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxMemory(1<<30), zstd.WithDecoderMaxWindow(zstdMemory))
}
