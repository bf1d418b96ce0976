package read

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"strconv"
	"strings"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
)

func looksLikeJSON(head []byte) bool {
	return bytes.HasPrefix(head, []byte("{")) || bytes.HasPrefix(head, []byte("[{")) ||
		bytes.HasPrefix(head, []byte("[")) && bytes.HasPrefix(bytes.TrimSpace(head[1:]), []byte("{"))
}

// looksLikeJSONLines reports whether the first line is an object and another one
// follows.
func looksLikeJSONLines(head []byte) bool {
	line, rest, found := bytes.Cut(head, []byte("\n"))
	line = bytes.TrimSpace(line)
	if !found || !bytes.HasPrefix(line, []byte("{")) {
		return false
	}
	return json.Valid(line) && bytes.HasPrefix(bytes.TrimSpace(rest), []byte("{"))
}

// readJSON reads one object, an array of objects, or objects one after another.
func readJSON(f file, yield func(Item) bool) {
	limited := &meter{from: marksDropped(f.data), most: f.most}
	buffered := bufio.NewReader(limited)
	start, err := firstByte(buffered)
	if err != nil {
		yield(Item{Source: f.name, Err: readFailure(f.name, err, f.most)})
		return
	}
	decoder := json.NewDecoder(buffered)
	isArray := start == '['
	if isArray {
		if _, err := decoder.Token(); err != nil {
			yield(Item{Source: f.name, Err: readFailure(f.name, err, f.most)})
			return
		}
	}
	n := 0
	for ; decoder.More(); n++ {
		var raw json.RawMessage
		limited.reset()
		if err := decoder.Decode(&raw); err != nil {
			yield(Item{Source: f.name, Err: readFailure(f.name, err, f.most)})
			return
		}
		name := f.name
		if isArray || n > 0 {
			name = f.name + "[" + strconv.Itoa(n) + "]"
		}
		if int64(len(raw)) > f.most {
			if !yield(Item{Source: name, Err: tooLarge(name, f.most)}) {
				return
			}
			continue
		}
		if !yield(guarded(name, func() Item { return readObject(name, raw, f.beside) })) {
			return
		}
	}
	if isArray {
		if _, err := decoder.Token(); err != nil {
			yield(Item{Source: f.name, Err: readFailure(f.name, err, f.most)})
			return
		}
	}
	if n == 0 {
		yield(Item{Source: f.name, Err: failure(NoText, f.name, nil, "has no article: the array is empty")})
	}
}

// readJSONLines reads one object per line. A bad line gives an item with an error.
func readJSONLines(f file, yield func(Item) bool) {
	lines := bufio.NewReader(marksDropped(f.data))
	found := false
	for n := 1; ; n++ {
		line, tooLong, err := readLine(lines, f.most)
		name := f.name + ":" + strconv.Itoa(n)
		if err != nil && !errors.Is(err, io.EOF) {
			yield(Item{Source: name, Err: failure(Unreadable, name, err, "cannot be read")})
			return
		}
		if tooLong || len(bytes.TrimSpace(line)) > 0 {
			found = true
			item := Item{Source: name, Err: tooLarge(name, f.most)}
			if !tooLong {
				item = guarded(name, func() Item { return readObject(name, line, f.beside) })
			}
			if !yield(item) {
				return
			}
		}
		if err != nil {
			break
		}
	}
	if !found {
		yield(Item{Source: f.name, Err: failure(Empty, f.name, nil, "is empty")})
	}
}

// readLine reads up to a line feed. A line of more than most bytes is skipped to its
// end.
func readLine(from *bufio.Reader, most int64) (line []byte, tooLong bool, err error) {
	for {
		part, err := from.ReadSlice('\n')
		if !tooLong {
			line = append(line, part...)
		}
		if int64(len(bytes.TrimRight(line, "\r\n"))) > most {
			line, tooLong = nil, true
		}
		if !errors.Is(err, bufio.ErrBufferFull) {
			return line, tooLong, err
		}
	}
}

// readObject reads the article of one JSON object.
func readObject(name string, data []byte, beside metadata) Item {
	text, warnings, err := decode(name, data)
	if err != nil {
		return Item{Source: name, Err: err}
	}
	var r record
	if err := json.Unmarshal([]byte(text), &r); err != nil {
		return Item{Source: name, Err: jsonFailure(name, err)}
	}
	item := readRecord(name, r, beside)
	item.Warnings = append(warnings, item.Warnings...)
	return item
}

// readRecord reads an article from the text of a record, else from its HTML.
func readRecord(name string, r record, beside metadata) Item {
	r = unwrapped(r)
	folded := r.folded()
	if news, ok := ninjsOf(folded); ok {
		return news.read(name, beside)
	}
	given, warnings := metadataOf(r)
	given = given.or(beside)
	text, page := folded.get(fieldText), folded.get(fieldHTML)
	if looksLikeHTML([]byte(text)) {
		text, page = "", first(page, text)
	}
	var item Item
	switch {
	case text != "":
		item = readPlain(name, strings.ToValidUTF8(text, "\uFFFD"), 0, given, warnings)
	case page != "":
		item = readHTML(name, []byte(page), given, "")
		item.Warnings = append(warnings, item.Warnings...)
	default:
		item = Item{Source: name, Warnings: warnings, Err: failure(NoText, name, nil, "has no text: it has no field text, body, content or html, or an empty one")}
	}
	return item
}

// unwrapped returns the record that a search engine stores within another one.
func unwrapped(r record) record {
	if inner, ok := r["_source"].(map[string]any); ok {
		return inner
	}
	return r
}

// jsonFailure says what is wrong with JSON and where.
func jsonFailure(name string, err error) *Error {
	var syntax *json.SyntaxError
	var kind *json.UnmarshalTypeError
	switch {
	case errors.Is(err, errManyValues):
		return failure(TooLarge, name, nil, "has more than %d values, as no article has", maxValues)
	case errors.As(err, &syntax):
		return failure(BadJSON, name, err, "is not valid JSON, at byte %d", syntax.Offset)
	case errors.As(err, &kind):
		return failure(BadJSON, name, nil, "is valid JSON, but not an object with an article: %s", kind.Value)
	}
	return failure(BadJSON, name, err, "is not valid JSON")
}

// readFailure distinguishes a stream that failed from one that is not JSON.
func readFailure(name string, err error, most int64) error {
	var own *Error
	switch {
	case errors.Is(err, errTooLarge):
		return tooLarge(name, most)
	case errors.Is(err, io.EOF):
		return failure(Empty, name, nil, "is empty")
	case errors.Is(err, io.ErrUnexpectedEOF):
		return failure(BadJSON, name, nil, "is not valid JSON: it ends too early")
	case errors.As(err, &own):
		return own
	}
	var syntax *json.SyntaxError
	if errors.As(err, &syntax) {
		return jsonFailure(name, err)
	}
	return failure(Unreadable, name, err, "cannot be read")
}

// firstByte returns the first byte that is not white space, without consuming it.
func firstByte(from *bufio.Reader) (byte, error) {
	for {
		b, err := from.ReadByte()
		if err != nil {
			return 0, err
		}
		if b == ' ' || b == '\t' || b == '\r' || b == '\n' {
			continue
		}
		return b, from.UnreadByte()
	}
}

// marksDropped removes the byte order mark of a stream, and turns UTF-16 into UTF-8.
func marksDropped(from io.Reader) io.Reader {
	return transform.NewReader(from, unicode.BOMOverride(encoding.Nop.NewDecoder()))
}

var errTooLarge = errors.New("too large")

// meter makes a stream fail if it returns too much between two resets, so that a
// file with many articles can be long, but no article can.
type meter struct {
	from       io.Reader
	most, read int64
}

// readAhead is more than decoders read ahead.
const readAhead = 64 << 10

func (m *meter) reset() { m.read = 0 }

func (m *meter) Read(p []byte) (int, error) {
	if m.read > m.most+readAhead {
		return 0, errTooLarge
	}
	n, err := m.from.Read(p)
	m.read += int64(n)
	return n, err
}
