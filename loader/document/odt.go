package document

import (
	"strconv"
	"strings"

	"dateline/loader/source"
)

// ODT reads a text document of OpenDocument. An error is a *source.Error.
func ODT(name string, data []byte) (*Document, error) {
	file, err := openOffice(name, data)
	if err != nil {
		return nil, err
	}
	const manifest = "META-INF/manifest.xml"
	if file.has(manifest) {
		m := &odtManifest{}
		if err := file.walk(manifest, m); err == nil && m.encrypted {
			return nil, source.Failure(source.Locked, name, nil, "is encrypted: save it without its password")
		}
	}
	o := &odt{flow: newFlow(), styles: map[string]int{"Title": 1}}
	if err := file.walk("content.xml", o); err != nil {
		return nil, err
	}
	out := o.close()
	if file.has("meta.xml") {
		_ = file.walk("meta.xml", &properties{doc: out}) // a document can do without
	}
	return out, nil
}

type odtManifest struct{ encrypted bool }

func (m *odtManifest) start(e element) bool {
	m.encrypted = m.encrypted || e.name == "encryption-data"
	return true
}

func (m *odtManifest) end(string)   {}
func (m *odtManifest) text(string)  {}
func (m *odtManifest) isDone() bool { return m.encrypted }

// odt reads the text.
type odt struct {
	*flow
	styles map[string]int // levels of headings
	// paragraphs is how many paragraphs are open.
	paragraphs int
}

// unshownODT are elements with what is deleted, remarked or repeated.
var unshownODT = map[string]bool{
	"tracked-changes": true, "annotation": true, "table-of-content": true, "alphabetical-index": true, "ruby-text": true,
	"note-citation": true, "script": true, "forms": true, "hidden-text": true, "hidden-paragraph": true,
}

func (o *odt) start(e element) bool {
	if unshownODT[e.name] || e.parent == "frame" && (e.name == "title" || e.name == "desc") {
		return false
	}
	switch e.name {
	case "style":
		if level := o.styles[e.get("parent-style-name")]; level > 0 {
			o.styles[e.get("name")] = level
		}
	case "p":
		o.paragraph(o.styles[e.get("style-name")])
	case "h":
		level, err := strconv.Atoi(e.get("outline-level"))
		if err != nil || level < 1 || level > 10 {
			level = 1
		}
		o.paragraph(level + 1)
	case "note":
		o.inNotes++
	case "table-row":
		o.beginRow()
	case "table-cell":
		o.beginCell()
	case "s":
		o.write(" ")
	case "tab":
		o.write(" ")
	case "line-break":
		o.write("\n")
	}
	return true
}

func (o *odt) paragraph(level int) {
	o.begin()
	o.current().level = level
	o.paragraphs++
}

func (o *odt) end(name string) {
	switch name {
	case "p", "h":
		o.paragraphs--
		o.flow.end()
	case "note":
		o.inNotes--
	case "table-row":
		o.endRow()
	}
}

func (o *odt) text(text string) {
	if o.paragraphs > 0 {
		o.write(strings.ReplaceAll(text, "\n", " "))
	}
}

func (o *odt) isDone() bool { return o.isFull() }
