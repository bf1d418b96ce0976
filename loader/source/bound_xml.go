package source

import (
	"bytes"
	"io"
)

// The most bytes of one tag of XML, whose attributes are all held in memory, and of what
// stands between two tags, which is held too.
const (
	maxTag = 1 << 20
	maxRun = 32 << 20
)

// BoundXML returns XML up to a tag, or a text between tags, that is longer than any that
// programs write, where it fails with an *Error. Readers of XML hold each of these whole.
func BoundXML(from io.Reader) io.Reader { return BoundXMLRuns(from, maxRun) }

// BoundXMLRuns is BoundXML with another limit for texts between tags.
func BoundXMLRuns(from io.Reader, most int) io.Reader {
	return &boundedXML{from: from, most: min(most, maxRun)}
}

// markup is a part of XML that readers hold whole.
type markup int

const (
	inText markup = iota
	inOpening
	inTag
	inComment
	inCharacterData
	inInstruction
	inDeclaration
)

// openings are what parts begin with, and closings what they end with.
var (
	openings = map[markup]string{inComment: "<!--", inCharacterData: "<![CDATA[", inInstruction: "<?"}
	closings = map[markup]string{inComment: "-->", inCharacterData: "]]>", inInstruction: "?>"}
)

// longestOpening is the length of the longest of the openings.
const longestOpening = len("<![CDATA[")

type boundedXML struct {
	from io.Reader
	most int
	part markup
	// length is that of the part so far, last its last bytes, and opening its first ones.
	length  int
	last    [3]byte
	opening [longestOpening]byte
	// quote is the mark in which an attribute stands; 0 outside of attributes.
	quote byte
	// nested counts the open angle brackets of a declaration.
	nested int
}

func (r *boundedXML) Read(p []byte) (int, error) {
	n, err := r.from.Read(p)
	for _, b := range p[:n] {
		r.take(b)
		switch {
		case r.part == inText || r.part == inCharacterData || r.part == inComment:
			if r.length > r.most {
				return 0, Failure(TooLarge, "", nil, "has more than %s between two tags, as only made-up files do", Size(int64(r.most)))
			}
		case r.length > maxTag:
			return 0, Failure(TooLarge, "", nil, "has a tag of more than %s, as only made-up files do", Size(maxTag))
		}
	}
	return n, err
}

func (r *boundedXML) take(b byte) {
	r.length++
	switch r.part {
	case inText:
		if b == '<' {
			r.part, r.length, r.quote, r.nested = inOpening, 1, 0, 1
			r.opening[0] = b
		}
	case inOpening:
		r.open(b)
	case inTag, inDeclaration:
		r.takeInTag(b)
	default:
		if end := closings[r.part]; b == '>' && bytes.HasSuffix(r.last[:], []byte(end[:len(end)-1])) {
			r.close()
		}
	}
	r.last = [3]byte{r.last[1], r.last[2], b}
}

// open takes the first bytes of a tag, which tell what it is.
func (r *boundedXML) open(b byte) {
	r.opening[r.length-1] = b
	read := string(r.opening[:r.length])
	switch {
	case read == openings[inComment]:
		r.part = inComment
	case read == openings[inCharacterData]:
		r.part = inCharacterData
	case read == openings[inInstruction]:
		r.part = inInstruction
	case len(read) < longestOpening && (isBegun(read, inComment) || isBegun(read, inCharacterData)):
	case read[1] == '!':
		r.part = inDeclaration
		r.takeInTag(b)
	default:
		r.part = inTag
		r.takeInTag(b)
	}
}

// isBegun reports whether what is read can become the opening of a part.
func isBegun(read string, part markup) bool {
	whole := openings[part]
	return len(read) <= len(whole) && whole[:len(read)] == read
}

// takeInTag takes a byte of a tag, whose attributes can have angle brackets, or of a
// declaration, which can have tags within.
func (r *boundedXML) takeInTag(b byte) {
	switch {
	case r.quote != 0:
		if b == r.quote {
			r.quote = 0
		}
	case (b == '"' || b == '\'') && (r.part == inDeclaration || r.last[2] == '=' || r.last[2] == ' '):
		r.quote = b
	case b == '<' && r.part == inDeclaration:
		r.nested++
	case b == '>':
		if r.nested--; r.nested <= 0 || r.part == inTag {
			r.close()
		}
	}
}

func (r *boundedXML) close() { r.part, r.length, r.last = inText, 0, [3]byte{} }
