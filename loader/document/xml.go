package document

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"unicode/utf16"

	"golang.org/x/net/html/charset"

	"dateline/loader/source"
)

// maxPart is the most bytes of one part of a document, unpacked.
const maxPart = 32 << 20

// office is the ZIP archive that a document is.
type office struct {
	name string
	*zip.Reader
}

// oleMagic begins what older programs write, and what newer ones encrypt.
const oleMagic = "\xD0\xCF\x11\xE0"

func openOffice(name string, data []byte) (*office, error) {
	if bytes.HasPrefix(data, []byte(oleMagic)) {
		if bytes.Contains(data, utf16Of("EncryptedPackage")) {
			return nil, source.Failure(source.Locked, name, nil, "is encrypted: save it without its password")
		}
		return nil, source.Failure(source.UnknownFormat, name, nil, "is a document of an older program: save it as .docx")
	}
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, source.Failure(source.Damaged, name, err, "is not a whole document")
	}
	return &office{name, archive}, nil
}

func utf16Of(text string) []byte {
	var out []byte
	for _, unit := range utf16.Encode([]rune(text)) {
		out = binary.LittleEndian.AppendUint16(out, unit)
	}
	return out
}

func (o *office) has(part string) bool {
	for _, f := range o.File {
		if f.Name == part {
			return true
		}
	}
	return false
}

// walk walks through the XML of a part.
func (o *office) walk(part string, h handler) error {
	for _, f := range o.File {
		if f.Name != part {
			continue
		}
		body, err := f.Open()
		if err != nil {
			return o.damaged(part, err)
		}
		defer body.Close()
		limited := &io.LimitedReader{R: body, N: maxPart}
		err = walkXML(limited, h)
		switch {
		case limited.N <= 0:
			return source.Failure(source.TooLarge, o.name, nil, "unpacks to more than %s in %s", source.Size(maxPart), part)
		case err != nil:
			return o.damaged(part, err)
		}
		return nil
	}
	return source.Failure(source.Damaged, o.name, nil, "has no part %s", part)
}

func (o *office) damaged(part string, err error) error {
	var own *source.Error
	if errors.As(err, &own) {
		return source.Failure(own.Reason, o.name, own.Err, "%s, in %s", own.Message, part)
	}
	return source.Failure(source.Damaged, o.name, err, "is not a whole document, in %s", part)
}

// handler is told of the elements of XML, by their names without prefixes.
type handler interface {
	// start returns false for an element that is passed over with all that is in it.
	start(e element) bool
	end(name string)
	text(text string)
	// isDone reports whether no more is needed.
	isDone() bool
}

// element is the beginning of an element.
type element struct {
	name, parent string
	attributes   []xml.Attr
}

// get returns an attribute by its name without prefix; "" if there is none.
func (e element) get(name string) string {
	for _, a := range e.attributes {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

var errTooDeep = errors.New("elements are nested too deeply")

// walkXML reads XML. Entities that it declares are not replaced, and nothing outside of it is
// read.
func walkXML(from io.Reader, h handler) error {
	decoder := xml.NewDecoder(source.BoundXML(from))
	decoder.CharsetReader = charset.NewReaderLabel
	decoder.Strict = false
	var open []string
	for !h.isDone() {
		token, err := decoder.Token()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		switch t := token.(type) {
		case xml.StartElement:
			parent := ""
			if len(open) > 0 {
				parent = open[len(open)-1]
			}
			if len(open) == maxDepth {
				return errTooDeep
			}
			if !h.start(element{t.Name.Local, parent, t.Attr}) {
				if err := skip(decoder); err != nil {
					return err
				}
				continue
			}
			open = append(open, t.Name.Local)
		case xml.EndElement:
			if len(open) > 0 {
				open = open[:len(open)-1]
			}
			h.end(t.Name.Local)
		case xml.CharData:
			h.text(string(t))
		}
	}
	return nil
}

// skip passes over the element that has just begun.
func skip(decoder *xml.Decoder) error {
	for depth := 1; depth > 0; {
		token, err := decoder.Token()
		if err != nil {
			return err
		}
		switch token.(type) {
		case xml.StartElement:
			if depth++; depth > maxDepth {
				return errTooDeep
			}
		case xml.EndElement:
			depth--
		}
	}
	return nil
}

// properties reads what a file says of itself in Dublin Core.
type properties struct {
	doc   *Document
	value strings.Builder
}

func (p *properties) start(element) bool {
	p.value.Reset()
	return true
}

func (p *properties) text(text string) {
	if p.value.Len() < longestProperty {
		p.value.WriteString(text)
	}
}

const longestProperty = 2_000

func (p *properties) end(name string) {
	value := strings.Join(strings.Fields(p.value.String()), " ")
	p.value.Reset()
	switch name {
	case "title":
		p.doc.Title = value
	case "creator":
		p.doc.Author = value
	}
}

func (p *properties) isDone() bool { return false }
