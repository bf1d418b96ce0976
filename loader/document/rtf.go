package document

import (
	"bytes"
	"strconv"
	"strings"
	"unicode/utf16"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"

	"dateline/loader/source"
)

// RTF reads a document of the Rich Text Format. An error is a *source.Error.
func RTF(name string, data []byte) (*Document, error) {
	if !bytes.HasPrefix(data, []byte(`{\rtf`)) {
		return nil, source.Failure(source.Damaged, name, nil, "is not a document of the Rich Text Format")
	}
	r := &rtf{flow: newFlow(), data: data, fonts: map[int]encoding.Encoding{}, styles: map[int]int{}, state: rtfState{skipped: 1}, page: charmap.Windows1252}
	if !r.read() {
		return nil, source.Failure(source.TooLarge, name, errTooDeep, "cannot be read")
	}
	r.flush()
	if r.depth > 0 {
		r.doc.Warnings = append(r.doc.Warnings, "the document is cut off")
	}
	return r.close(), nil
}

// rtf reads the text: what is not in a group for something else.
type rtf struct {
	*flow
	data  []byte
	at    int
	state rtfState
	stack []rtfState
	depth int
	// bytes are letters that are not decoded yet, and units those of UTF-16.
	bytes []byte
	units []uint16
	// page is the encoding of the document, fonts those of its fonts.
	page   encoding.Encoding
	fonts  map[int]encoding.Encoding
	styles map[int]int // levels of styles
	// skip is how many of the next letters are for readers without Unicode.
	skip int
	// inRow is true after a row of a table has begun, until it ends.
	inRow bool
}

// rtfState is what a group ends.
type rtfState struct {
	target  rtfTarget
	hidden  bool
	font    int
	skipped int // letters after a Unicode one
	style   int // whose definition or paragraph this is
	level   int
	// note is how many paragraphs are open in the footnote that this is in; 0 for none.
	note int
}

// rtfTarget is where the letters of a group go.
type rtfTarget int

const (
	toText rtfTarget = iota
	toNothing
	toInfo
	toTitle
	toAuthor
	toStyle
)

// rtfTargets are the groups that are not text. Those that are marked with \* and not known
// are not either.
var rtfTargets = func() map[string]rtfTarget {
	targets := map[string]rtfTarget{"title": toTitle, "author": toAuthor, "stylesheet": toStyle, "info": toInfo}
	for name := range strings.FieldsSeq(`fonttbl colortbl pict object header headerl headerr headerf footer footerl footerr footerf keywords subject operator company
		filetbl listtable listoverridetable revtbl fldinst xmlnstbl themedata colorschememapping latentstyles datastore generator
		annotation atnid atnauthor atndate atnref atnparent atntime atnicn pntext pntxta pntxtb nonshppict bkmkstart bkmkend tc tcn xe rxe`) {
		targets[name] = toNothing
	}
	return targets
}()

// read reads to the end. It returns false if groups are nested too deeply.
func (r *rtf) read() bool {
	for r.at < len(r.data) && !r.isFull() {
		switch c := r.data[r.at]; c {
		case '{':
			r.at++
			r.flush()
			if r.depth++; r.depth > maxDepth {
				return false
			}
			r.stack = append(r.stack, r.state)
		case '}':
			r.at++
			r.flush()
			r.closeGroup()
		case '\\':
			r.at++
			r.control()
		case '\r', '\n':
			r.at++
		default:
			r.at++
			r.letter(c)
		}
	}
	return true
}

func (r *rtf) closeGroup() {
	if r.depth == 0 {
		return
	}
	r.depth--
	before := r.stack[len(r.stack)-1]
	r.stack = r.stack[:len(r.stack)-1]
	if r.state.note > before.note {
		if r.isOpenNote() {
			r.end()
		}
		r.inNotes--
	}
	r.state, r.skip = before, 0
}

// letter takes one byte of text.
func (r *rtf) letter(c byte) {
	if r.skip > 0 {
		r.skip--
		return
	}
	if len(r.units) > 0 {
		r.flush()
	}
	r.bytes = append(r.bytes, c)
}

// flush decodes the letters that have been taken, and puts them where they go.
func (r *rtf) flush() {
	text := string(utf16.Decode(r.units))
	r.units = r.units[:0]
	if len(r.bytes) > 0 {
		text += r.decoded(r.bytes)
		r.bytes = r.bytes[:0]
	}
	if text != "" {
		r.put(text)
	}
}

func (r *rtf) decoded(letters []byte) string {
	from := r.fonts[r.state.font]
	if from == nil {
		from = r.page
	}
	out, err := from.NewDecoder().Bytes(letters)
	if err != nil {
		return strings.ToValidUTF8(string(letters), "\uFFFD")
	}
	return string(out)
}

func (r *rtf) put(text string) {
	switch r.state.target {
	case toText:
		if !r.state.hidden {
			if !r.isOpenNote() {
				r.begin()
			}
			r.current().level = r.state.level
			r.write(text)
		}
	case toTitle:
		r.doc.Title += text
	case toAuthor:
		r.doc.Author += text
	case toStyle:
		name, _, _ := strings.Cut(strings.TrimSpace(text), ";")
		if level := levelNamed(name); level > 0 {
			r.styles[r.state.style] = level
		}
	}
}

// control reads what follows a backslash.
func (r *rtf) control() {
	if r.at >= len(r.data) {
		return
	}
	c := r.data[r.at]
	if c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' {
		r.word()
		return
	}
	r.at++
	switch c {
	case '\'':
		if r.at+2 <= len(r.data) {
			if value, err := strconv.ParseUint(string(r.data[r.at:r.at+2]), 16, 8); err == nil {
				r.at += 2
				r.letter(byte(value))
			}
		}
	case '*':
		r.flush()
		r.state.target = toNothing
	case '~':
		r.sign("\u00A0")
	case '_':
		r.sign("-")
	case '\r', '\n':
		r.paragraph()
	case '\\', '{', '}':
		r.letter(c)
	}
}

// word reads a control word with its number.
func (r *rtf) word() {
	start := r.at
	for r.at < len(r.data) && (r.data[r.at] >= 'a' && r.data[r.at] <= 'z' || r.data[r.at] >= 'A' && r.data[r.at] <= 'Z') {
		r.at++
	}
	word := string(r.data[start:min(r.at, start+40)])
	number, has := r.number()
	if r.at < len(r.data) && r.data[r.at] == ' ' {
		r.at++
	}
	if word == "bin" { // bytes of a picture
		r.at = min(len(r.data), r.at+max(0, number))
		return
	}
	if word == "u" {
		r.unicode(number)
		return
	}
	if text, ok := rtfSigns[word]; ok {
		r.sign(text)
		return
	}
	r.flush()
	r.turn(word)
	r.property(word, number, has)
}

// turn changes where the letters of a group go.
func (r *rtf) turn(word string) {
	target, ok := rtfTargets[word]
	switch {
	case word == "shptxt": // in a shape, the rest of which is no text
		r.state.target = toText
	case !ok || r.state.target == toNothing:
	case r.state.target == toInfo:
		r.state.target = target
	case target != toTitle && target != toAuthor:
		r.state.target = target
	}
}

func (r *rtf) number() (int, bool) {
	start := r.at
	if r.at < len(r.data) && r.data[r.at] == '-' {
		r.at++
	}
	for r.at < len(r.data) && r.data[r.at] >= '0' && r.data[r.at] <= '9' {
		r.at++
	}
	n, err := strconv.Atoi(string(r.data[start:min(r.at, start+12)]))
	return n, err == nil
}

func (r *rtf) unicode(number int) {
	if len(r.bytes) > 0 {
		r.flush()
	}
	r.units = append(r.units, uint16(number)) // negative ones are of the upper half
	r.skip = r.state.skipped
}

// rtfSigns are the words for signs.
var rtfSigns = map[string]string{
	"emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”", "bullet": "•", "tab": " ",
	"emspace": " ", "enspace": " ", "line": "\n", "softline": "\n",
}

func (r *rtf) sign(text string) {
	r.flush()
	r.skip = 0
	r.put(text)
}

func (r *rtf) paragraph() {
	r.flush()
	if r.state.target == toText && r.isOpenNote() {
		r.current().level = r.state.level
		r.end()
	}
}

// isOpenNote reports whether what is written belongs to the paragraph that is open, and not
// to the text around a footnote.
func (r *rtf) isOpenNote() bool { return len(r.open) >= r.state.note }

// property changes what follows.
func (r *rtf) property(word string, number int, has bool) {
	on := !has || number != 0
	switch word {
	case "par", "sect", "page":
		r.paragraph()
	case "pard":
		r.state.level = 0
	case "plain":
		r.state.hidden = false
	case "s":
		r.state.style, r.state.level = number, r.styles[number]
	case "outlinelevel":
		if number >= 0 && number < 9 {
			r.state.level = number + 2
		}
	case "v", "deleted":
		r.state.hidden = on
	case "uc":
		r.state.skipped = max(0, min(number, 8))
	case "ansicpg":
		if page := rtfCodePage(number); page != nil {
			r.page = page
		}
	case "mac":
		r.page = charmap.Macintosh
	case "f", "deff":
		r.state.font = number
	case "fcharset":
		if page := rtfCharset(number); page != nil {
			r.fonts[r.state.font] = page
		}
	case "footnote":
		if len(r.open) < maxDepth {
			r.state.note, r.state.level = len(r.open)+1, 0
			r.inNotes++
		}
	case "trowd", "cell", "nestcell", "row", "nestrow":
		r.table(word)
	}
}

// table builds rows. RTF tells of a row before its cells, or only after them.
func (r *rtf) table(word string) {
	if r.state.target != toText {
		return
	}
	switch word {
	case "trowd":
		if !r.inRow {
			r.inRow = true
			r.beginRow()
			r.beginCell()
		}
	case "cell", "nestcell":
		r.end()
		r.beginCell()
	case "row":
		if r.inRow {
			r.inRow = false
			r.endRow()
		}
	}
}

func rtfCodePage(number int) encoding.Encoding {
	names := map[int]string{932: "shift_jis", 936: "gbk", 949: "euc-kr", 950: "big5", 10000: "macintosh", 65001: "utf-8"}
	name, ok := names[number]
	if !ok {
		name = "windows-" + strconv.Itoa(number)
	}
	found, _ := charset.Lookup(name)
	return found
}

// rtfCharset returns the encoding of a font's character set.
func rtfCharset(number int) encoding.Encoding {
	pages := map[int]int{0: 1252, 77: 10000, 128: 932, 129: 949, 134: 936, 136: 950, 161: 1253, 162: 1254, 163: 1258, 177: 1255, 178: 1256, 186: 1257, 204: 1251, 222: 874, 238: 1250}
	if page, ok := pages[number]; ok {
		return rtfCodePage(page)
	}
	return nil
}
