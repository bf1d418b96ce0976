package document

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"strings"
	"testing"

	"dateline/loader/source"
)

// archiveOf returns a ZIP archive of parts: a name, its content, and so on.
func archiveOf(parts ...string) []byte {
	var b bytes.Buffer
	archive := zip.NewWriter(&b)
	for i := 0; i < len(parts); i += 2 {
		f, err := archive.Create(parts[i])
		if err == nil {
			_, err = f.Write([]byte(parts[i+1]))
		}
		if err != nil {
			panic(err) // into memory
		}
	}
	if err := archive.Close(); err != nil {
		panic(err)
	}
	return b.Bytes()
}

func textOf(doc *Document) string {
	var lines []string
	for _, p := range doc.Paragraphs {
		lines = append(lines, strings.Repeat("#", p.Level)+p.Text)
	}
	return strings.Join(lines, "\n")
}

const (
	wordStart = `<?xml version="1.0"?><w:document xmlns:w="w"><w:body>`
	wordEnd   = `</w:body></w:document>`
)

func word(body string) []byte {
	return archiveOf("word/document.xml", wordStart+body+wordEnd,
		"word/styles.xml", `<w:styles xmlns:w="w"><w:style w:styleId="Tittel"><w:name w:val="Title"/></w:style><w:style w:styleId="O1"><w:name w:val="heading 1"/></w:style></w:styles>`,
		"word/footnotes.xml", `<w:footnotes xmlns:w="w"><w:footnote w:type="separator" w:id="0"><w:p><w:r><w:t>rule</w:t></w:r></w:p></w:footnote>`+
			`<w:footnote w:id="1"><w:p><w:r><w:t>Aas confirmed it on Friday.</w:t></w:r></w:p></w:footnote></w:footnotes>`,
		"docProps/core.xml", `<p xmlns:dc="dc"><dc:title>A  title</dc:title><dc:creator>Ida Moen</dc:creator></p>`)
}

func TestDOCX(t *testing.T) {
	const body = `<w:p><w:pPr><w:pStyle w:val="Tittel"/></w:pPr><w:r><w:t>Moen and Aas meet</w:t></w:r></w:p>` +
		`<w:p><w:r><w:t xml:space="preserve">Ida Moen </w:t></w:r><w:del><w:r><w:delText>never </w:delText></w:r></w:del><w:ins><w:r><w:t>met Per</w:t></w:r></w:ins>` +
		`<w:r><w:tab/><w:t>Aas</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t> secretly</w:t></w:r><w:r><w:footnoteReference w:id="1"/></w:r>` +
		`<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>HYPERLINK "x"</w:instrText></w:r><w:hyperlink><w:r><w:t xml:space="preserve"> in Kellby</w:t></w:r></w:hyperlink><w:r><w:t>.</w:t></w:r></w:p>` +
		`<w:p><w:pPr><w:rPr><w:del w:id="4"/></w:rPr></w:pPr><w:r><w:t xml:space="preserve">They spoke </w:t></w:r></w:p><w:p><w:r><w:t>of the ferry.</w:t></w:r></w:p>` +
		`<w:p><w:pPr><w:pStyle w:val="O1"/></w:pPr><w:r><w:t>What follows</w:t></w:r></w:p>` +
		`<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Date:</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>2 March</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>Kellby</w:t></w:r></w:p></w:tc></w:tr>` +
		`<w:tr><w:tc><w:p><w:r><w:t>One.</w:t></w:r></w:p><w:p><w:r><w:t>Two.</w:t></w:r></w:p></w:tc></w:tr></w:tbl>` +
		`<w:p><w:r><mc:AlternateContent xmlns:mc="mc"><mc:Choice><w:txbxContent><w:p><w:r><w:t>A box.</w:t></w:r></w:p></w:txbxContent></mc:Choice><mc:Fallback><w:p><w:r><w:t>A box.</w:t></w:r></w:p></mc:Fallback></mc:AlternateContent></w:r>` +
		`<w:r><w:t>Line one.</w:t><w:br/><w:t>Line two</w:t><w:br/><w:t>goes on.</w:t></w:r></w:p>`
	doc, err := DOCX("a.docx", word(body))
	if err != nil {
		t.Fatal(err)
	}
	const want = "#Moen and Aas meet\nIda Moen met Per Aas in Kellby.\nThey spoke of the ferry.\n##What follows\nDate: 2 March; Kellby\nOne.\nTwo.\nA box.\nLine one.\nLine two goes on.\nAas confirmed it on Friday."
	if got := textOf(doc); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if doc.Title != "A title" || doc.Author != "Ida Moen" {
		t.Errorf("%+v", doc)
	}
}

func TestODT(t *testing.T) {
	const content = `<office:document-content xmlns:office="o" xmlns:text="t" xmlns:table="b" xmlns:style="s" xmlns:draw="d" xmlns:svg="v">` +
		`<style:style style:name="P1" style:parent-style-name="Title"/><office:text><text:tracked-changes><text:changed-region><text:deletion><text:p>never</text:p></text:deletion></text:changed-region></text:tracked-changes>` +
		`<text:p text:style-name="P1">Moen and Aas meet</text:p><text:p>Ida<text:s/>Moen <text:span>met</text:span> Per<text:tab/>Aas<office:annotation><text:p>Really?</text:p></office:annotation>` +
		`<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>Aas confirmed it.</text:p></text:note-body></text:note> in Kellby.</text:p>` +
		`<text:h text:outline-level="1">What follows</text:h><draw:frame><svg:title>Picture 1</svg:title></draw:frame>` +
		`<table:table><table:table-row><table:table-cell><text:p>2 March</text:p></table:table-cell><table:table-cell><text:p>Kellby</text:p></table:table-cell></table:table-row></table:table>` +
		`</office:text></office:document-content>`
	doc, err := ODT("a.odt", archiveOf("content.xml", content, "meta.xml", `<m xmlns:dc="dc"><dc:title>A title</dc:title></m>`))
	if err != nil {
		t.Fatal(err)
	}
	const want = "#Moen and Aas meet\nIda Moen met Per Aas in Kellby.\n##What follows\n2 March; Kellby\nAas confirmed it."
	if got := textOf(doc); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestRTF(t *testing.T) {
	const text = `{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fcharset0 Times;}{\f1\fcharset204 Cyr;}}{\colortbl;\red0;}{\stylesheet{\s0 Normal;}{\s1\b heading 1;}{\*\cs2 char;}}` +
		`{\info{\title A title}{\author Ida Moen}{\creatim\yr2026\mo3}{\company None}}{\header A header\par}` +
		`\pard\s1 Moen and Aas meet\par\pard\plain Ida Moen met {\b Per Aas}\u8217?s {\v secretly }{\deleted never }friend J\'f8rgen{\footnote Aas confirmed it.\par} in Kellby.\par ` +
		`{\f1 \'cf\'b8\'f2\'f0} spoke \ldblquote briefly\rdblquote  of the\~ferry {\*\unknown hidden}{\field{\*\fldinst HYPERLINK "x"}{\fldrslt and more}}.\par{\pict\bin4 }}{}x}` +
		`\trowd\cellx1\intbl 2 March\cell Kellby\cell\row \pard One.\line Two.\par}`
	doc, err := RTF("a.rtf", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	const want = "##Moen and Aas meet\nIda Moen met Per Aas’s friend Jørgen in Kellby.\nПётр spoke “briefly” of the ferry and more.\n2 March; Kellby\nOne.\nTwo.\nAas confirmed it."
	if got := textOf(doc); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if doc.Title != "A title" || doc.Author != "Ida Moen" {
		t.Errorf("%+v", doc)
	}
}

func reasonOf(err error) source.Reason {
	var own *source.Error
	if errors.As(err, &own) {
		return own.Reason
	}
	return ""
}

// Hostile documents give an error, or the text that they have.
func TestHostileDocuments(t *testing.T) {
	deep := strings.Repeat("<w:p>", 100_000)
	bomb := wordStart + strings.Repeat(`<w:r a="`+strings.Repeat(" ", 1000)+`"/>`, 40_000) + wordEnd
	entity := `<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY f SYSTEM "file:///etc/passwd">]>` + wordStart + `<w:p><w:r><w:t>x&b;&f;</w:t></w:r></w:p>` + wordEnd
	for name, c := range map[string]struct {
		data []byte
		want source.Reason
	}{
		"deep":      {word(deep), source.Damaged},
		"long tag":  {word("<w:p " + strings.Repeat("a='x' ", 1<<18) + "/>"), source.TooLarge},
		"bomb":      {archiveOf("word/document.xml", bomb), source.TooLarge},
		"no part":   {archiveOf("x", "y"), source.Damaged},
		"cut off":   {word("<w:p/>")[:200], source.Damaged},
		"encrypted": {append([]byte(oleMagic), utf16Of("EncryptedPackage")...), source.Locked},
		"old":       {[]byte(oleMagic + "WordDocument"), source.UnknownFormat},
	} {
		if _, err := DOCX(name, c.data); reasonOf(err) != c.want {
			t.Errorf("%s: %v, want %s", name, err, c.want)
		}
	}
	doc, err := DOCX("entity", archiveOf("word/document.xml", entity))
	if err == nil && (strings.Contains(textOf(doc), "root") || strings.Contains(textOf(doc), "aaaa")) {
		t.Errorf("entities were replaced: %q", textOf(doc))
	}
	locked := archiveOf("META-INF/manifest.xml", `<m><file-entry><encryption-data/></file-entry></m>`, "content.xml", "\x00")
	if _, err := ODT("locked", locked); reasonOf(err) != source.Locked {
		t.Error(err)
	}
	for name, text := range map[string]string{"deep": `{\rtf1` + strings.Repeat("{", 1_000_000), "none": "x"} {
		if _, err := RTF(name, []byte(text)); reasonOf(err) == "" {
			t.Errorf("%s: %v", name, err)
		}
	}
	if doc, err := RTF("bin", []byte(`{\rtf1 a\bin99999999999 b}`)); err != nil || textOf(doc) != "a" {
		t.Errorf("%v", err)
	}
}

func FuzzRTF(f *testing.F) {
	f.Add([]byte(`{\rtf1\ansi{\fonttbl{\f0\fcharset204 A;}}\trowd a\cell\row{\footnote b}\u-3913?\'e5\par}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		if _, err := RTF("fuzz", append([]byte(`{\rtf`), data...)); err != nil && reasonOf(err) == "" {
			t.Error(err)
		}
	})
}

func FuzzDOCX(f *testing.F) {
	f.Add(`<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>a</w:t></w:r></w:p><w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>`)
	f.Fuzz(func(t *testing.T, body string) {
		if _, err := DOCX("fuzz", word(body)); err != nil && reasonOf(err) == "" {
			t.Error(err)
		}
	})
}

func FuzzODT(f *testing.F) {
	f.Add(`<t:p xmlns:t="t">a<t:note><t:p>b</t:p></t:note></t:p><t:table-row><t:table-cell><t:p>c</t:p></t:table-cell></t:table-row>`)
	f.Fuzz(func(t *testing.T, body string) {
		if _, err := ODT("fuzz", archiveOf("content.xml", fmt.Sprintf("<d>%s</d>", body))); err != nil && reasonOf(err) == "" {
			t.Error(err)
		}
	})
}
