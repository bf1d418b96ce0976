package document

import (
	"strconv"
	"strings"
)

// DOCX reads a document of Word. An error is a *source.Error.
func DOCX(name string, data []byte) (*Document, error) {
	file, err := openOffice(name, data)
	if err != nil {
		return nil, err
	}
	d := &docx{flow: newFlow(), styles: map[string]int{}}
	if file.has("word/styles.xml") {
		if err := file.walk("word/styles.xml", &docxStyles{levels: d.styles}); err != nil {
			return nil, err
		}
	}
	if err := file.walk("word/document.xml", d); err != nil {
		return nil, err
	}
	for _, notes := range []string{"word/footnotes.xml", "word/endnotes.xml"} {
		if file.has(notes) {
			d.inNotes++
			if err := file.walk(notes, d); err != nil {
				d.doc.Warnings = append(d.doc.Warnings, "the notes cannot be read")
			}
			d.inNotes--
		}
	}
	out := d.close()
	if file.has("docProps/core.xml") {
		_ = file.walk("docProps/core.xml", &properties{doc: out}) // a document can do without
	}
	return out, nil
}

// docxStyles reads which styles are headings.
type docxStyles struct {
	levels map[string]int
	style  string
}

func (s *docxStyles) start(e element) bool {
	switch e.name {
	case "style":
		s.style = e.get("styleId")
	case "name":
		if level := levelNamed(e.get("val")); level > 0 {
			s.levels[s.style] = level
		}
	case "outlineLvl":
		if level := outlineLevel(e); level > 0 && s.levels[s.style] == 0 {
			s.levels[s.style] = level
		}
	}
	return true
}

func (s *docxStyles) end(string)   {}
func (s *docxStyles) text(string)  {}
func (s *docxStyles) isDone() bool { return false }

// levelNamed returns the level of headings with a style's name, which Word writes in English
// whatever language it speaks; 0 for text.
func levelNamed(name string) int {
	name = strings.ToLower(name)
	if name == "title" {
		return 1
	}
	if number, found := strings.CutPrefix(name, "heading "); found {
		if n, err := strconv.Atoi(number); err == nil && n >= 1 && n <= 9 {
			return n + 1
		}
	}
	return 0
}

// outlineLevel returns the level that is stated by a number from 0; 9 is text.
func outlineLevel(e element) int {
	if n, err := strconv.Atoi(e.get("val")); err == nil && n >= 0 && n < 9 {
		return n + 2
	}
	return 0
}

// docx reads the text.
type docx struct {
	*flow
	styles map[string]int
	// inText is true within an element whose text is shown, hidden in a run that is not.
	inText, hidden bool
}

// unshown are elements with what is deleted, with what Word computes from, and with a second
// version of what another element has.
var unshown = map[string]bool{
	"del": true, "moveFrom": true, "instrText": true, "delText": true, "delInstrText": true, "Fallback": true, "rt": true,
}

func (d *docx) start(e element) bool {
	if e.name == "del" && e.parent == "rPr" {
		d.current().goesOn = true
		return false
	}
	if unshown[e.name] {
		return false
	}
	switch e.name {
	case "footnote", "endnote":
		kind := e.get("type")
		return kind == "" || kind == "normal"
	case "p":
		d.begin()
	case "pStyle":
		d.current().level = d.styles[e.get("val")]
	case "outlineLvl":
		d.current().level = outlineLevel(e)
	case "r":
		d.hidden = false
	case "vanish":
		d.hidden = d.hidden || e.get("val") != "0" && e.get("val") != "false"
	case "t":
		d.inText = !d.hidden
	case "tr":
		d.beginRow()
	case "tc":
		d.beginCell()
	default:
		d.sign(e)
	}
	return true
}

// sign writes what is no text of its own.
func (d *docx) sign(e element) {
	if d.hidden || e.parent != "r" {
		return
	}
	switch e.name {
	case "tab", "ptab":
		d.write(" ")
	case "br", "cr":
		d.write("\n")
	case "noBreakHyphen":
		d.write("-")
	}
}

func (d *docx) end(name string) {
	switch name {
	case "p":
		d.flow.end()
	case "t":
		d.inText = false
	case "tr":
		d.endRow()
	}
}

func (d *docx) text(text string) {
	if d.inText {
		d.write(text)
	}
}

func (d *docx) isDone() bool { return d.isFull() }
