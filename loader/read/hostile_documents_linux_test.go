package read

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/zlib"
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"

	"github.com/klauspost/compress/zstd"
)

func init() { hostile = append(hostile, hostileDocuments...) }

// hostileDocuments are hostile inputs of formats that hold more than text. What some of them
// give is told by their first good part, so that several codes can be right.
var hostileDocuments = []hostileInput{
	{"nested groups of RTF", inFile("b.rtf", func() []byte { return []byte(`{\rtf1 ` + strings.Repeat("{", 5<<20)) }), "TOO_LARGE"},
	{"many fonts of RTF", inFile("b.rtf", func() []byte {
		return []byte(`{\rtf1{\fonttbl` + strings.Repeat(`{\f1\fcharset0 A;}`, 300_000) + `}Ana met Jo.}`)
	}), ""},
	{"RTF with bytes that are not there", inFile("b.rtf", func() []byte { return []byte(`{\rtf1 Ana met Jo.\bin2000000000 ` + strings.Repeat("a", 1<<20)) }), ""},
	{"rows of RTF", inFile("b.rtf", func() []byte {
		return []byte(`{\rtf1 ` + strings.Repeat(`\trowd\cellx1\intbl a\cell\row`, 200_000) + `}`)
	}), ""},
	{"entities of ODT", inFile("b.odt", func() []byte {
		return odt(`<!DOCTYPE a [<!ENTITY a "`+strings.Repeat("a", 1000)+`"><!ENTITY b "`+strings.Repeat("&a;", 1000)+`">]>`, "<text:p>&b;&b; Ana met Jo.</text:p>")
	}), ""},
	{"spaces of ODT", inFile("b.odt", func() []byte { return odt("", `<text:p>Ana<text:s text:c="2000000000"/>met Jo.</text:p>`) }), ""},
	{"cells of ODT", inFile("b.odt", func() []byte {
		return odt("", `<table:table><table:table-row table:number-rows-repeated="1000000"><table:table-cell table:number-columns-repeated="1000000"><text:p>Ana met Jo.</text:p></table:table-cell></table:table-row></table:table>`)
	}), ""},
	{"nested tables of DOCX", inFile("b.docx", func() []byte { return docx(strings.Repeat("<w:tbl><w:tr><w:tc>", 100_000)) }), "DAMAGED"},
	{"many paragraphs of DOCX", inFile("b.docx", func() []byte { return docx(strings.Repeat("<w:p><w:r><w:t>a</w:t></w:r></w:p>", 500_000)) }), ""},
	{"styles of DOCX in a ring", inFile("b.docx", func() []byte {
		return zippedFiles("[Content_Types].xml", "<a/>", "word/styles.xml", ring(5000), "word/document.xml", `<w:document><w:body><w:p><w:pPr><w:pStyle w:val="s1"/></w:pPr><w:r><w:t>Ana met Jo.</w:t></w:r></w:p></w:body></w:document>`)
	}), ""},
	{"a spine that returns", inFile("b.epub", func() []byte {
		return epub(100_000, "<html><body><p>"+strings.Repeat("Ana met Jo. ", 1000)+"</p></body></html>")
	}), "TOO_LARGE"},
	{"shared strings", inFile("b.xlsx", func() []byte {
		return xlsx("<si><t>text</t></si><si><t>"+strings.Repeat("Ana Lindahl met Jo Falk in Oslo. ", 900)+"</t></si>", `<row><c t="s"><v>0</v></c></row>`+strings.Repeat(`<row><c t="s"><v>1</v></c></row>`, 300_000))
	}), " TOO_LARGE"},
	{"cells at the far end", inFile("b.xlsx", func() []byte {
		return xlsx("<si><t>text</t></si>", `<row r="1"><c r="A1" t="s"><v>0</v></c></row>`+strings.Repeat(`<row><c r="XFD1"><v>1</v></c></row>`, 100_000))
	}), "DAMAGED NO_TEXT"},
	{"a quote that is not closed", inFile("b.csv", func() []byte { return []byte("title,text\na,\"" + strings.Repeat("Ana met Jo.\n", 3<<20)) }), "DAMAGED NO_TEXT TOO_LARGE"},
	{"a million columns", inFile("b.csv", func() []byte {
		return []byte(strings.Repeat("a,", 1<<20) + "\n" + strings.Repeat(strings.Repeat("b,", 1<<18)+"\n", 20))
	}), "TOO_LARGE"},
	{"one endless header", inFile("b.mbox", func() []byte { return []byte("From a\nSubject: " + strings.Repeat("a ", 20<<20)) }), "TOO_LARGE"},
	{"an endless header of many lines", inFile("b.mbox", func() []byte { return []byte("From a\nSubject: a\n" + strings.Repeat(" a\n", 10<<20)) }), "TOO_LARGE"},
	{"many addresses", inFile("b.eml", func() []byte {
		return []byte("From: a@b.example\nTo: " + strings.Repeat("\"A, B\" <a@b.example>,\n ", 100_000) + "\n\nAna met Jo.\n")
	}), ""},
	{"encoded words", inFile("b.eml", func() []byte {
		return []byte("Subject: " + strings.Repeat("=?utf-8?q?=41?= ", 1<<16) + "\n\nAna met Jo.\n")
	}), ""},
	{"a record of 10 GB", inFile("b.warc", func() []byte {
		return []byte("WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://a.example/\r\nContent-Length: 10737418240\r\n\r\nHTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>Ana met Jo.")
	}), "TOO_LARGE"},
	{"a record of no length", inFile("b.warc", func() []byte {
		return []byte("WARC/1.0\r\nWARC-Type: response\r\nContent-Length: -99999999999999999999\r\n\r\n")
	}), "DAMAGED"},
	{"many members of gzip", inFile("b.warc.gz", func() []byte {
		return bytes.Repeat(gzipped([]byte("WARC/1.0\r\nContent-Length: 0\r\n\r\n\r\n\r\n")), 100_000)
	}), ""},
	{"a name of gzip without an end", inFile("b.txt.gz", func() []byte { return []byte("\x1f\x8b\x08\x08\x00\x00\x00\x00\x00\x03" + strings.Repeat("a", 40<<20)) }), "DAMAGED"},
	{"a bomb of Zstandard", inFile("b.txt.zst", func() []byte { return zstandard(1 << 30) }), "TOO_LARGE"},
	{"a dictionary of 4 GB", inFile("b.warc.zst", func() []byte { return []byte("\x5d\x2a\x4d\x18\xff\xff\xff\xff" + "a") }), "DAMAGED"},
	{"sparse members of tar", inFile("b.tar", sparse), "NOT_TEXT"},
	{"a name of 800 KB in tar", inFile("b.tar", longName), ""},
	{"a feed with one text of 100 MB", func(folder string) error {
		file, err := os.Create(filepath.Join(folder, "b.json"))
		if err != nil {
			return err
		}
		_, _ = file.WriteString(`{"version":"https://jsonfeed.org/version/1.1","title":"T","items":[{"id":1,"content_text":"`)
		writeTimes(file, "Ana met Jo. ", 100<<20/12)
		_, _ = file.WriteString(`"}]}`)
		return file.Close()
	}, "TOO_LARGE"},
	{"an object of a million keys", inFile("b.json", func() []byte {
		var out strings.Builder
		out.WriteString(`{"text":"Ana met Jo."`)
		for i := range 400_000 {
			fmt.Fprintf(&out, `,"k%d":%d`, i, i)
		}
		return []byte(out.String() + "}")
	}), "TOO_LARGE"},
	{"news in one text of 40 MB", inFile("b.xml", func() []byte {
		return []byte("<newsItem><contentSet><inlineData><![CDATA[" + strings.Repeat("<b>", 13<<20))
	}), "TOO_LARGE"},
	{"a million items of news", inFile("b.xml", func() []byte {
		return []byte("<newsMessage>" + strings.Repeat("<newsItem guid='a'><inlineData>Ana met Jo.</inlineData></newsItem>", 60_000) + "</newsMessage>")
	}), ""},
	{"a declaration of 40 MB", inFile("b.rss", func() []byte {
		return []byte("<!DOCTYPE rss [" + strings.Repeat("<!ENTITY a 'b'>", 3<<20) + "]><rss/>")
	}), "TOO_LARGE"},
	{"documents of a database", inFile("b.txt", func() []byte {
		return []byte(strings.Repeat("1 of 9 DOCUMENTS\n\nThe Post\n\nMay 4, 2031 Sunday\n\nAna met Jo\n\nBYLINE: A B\n\nBODY:\n\nAna met Jo.\n\n", 40_000))
	}), "DAMAGED NO_TEXT"},
	{"labels of a database", inFile("b.txt", func() []byte {
		return []byte(strings.Repeat("Document 1 of 9\n\nAna met Jo\n\nFull text: Ana met Jo.\n\nProQuest document ID: 1\n\n", 40_000))
	}), "DAMAGED NO_TEXT"},
	{"references of a database", inFile("b.ris", func() []byte {
		return []byte(strings.Repeat("TY  - NEWS\nTI  - Ana met Jo\nAB  - Ana met Jo.\nER  - \n", 100_000))
	}), "DAMAGED NO_TEXT"},
	{"a page that lies about its charset", inFile("b.html", func() []byte {
		return []byte("<meta charset=iso-2022-jp><p>" + strings.Repeat("\x1b$B\xff\xfe\x1b(B", 1<<20))
	}), "NO_TEXT"},
	{"cards and links", inFile("b.html", func() []byte {
		return []byte("<html><title>Ana met Jo</title><body>" + strings.Repeat("<ul><li><h3><a href=/a>Who owns the quay</a></h3>a</li>", 1600) + strings.Repeat("<p><a href=/b>Ana met Jo in the harbour</a></p>", 1000))
	}), "TOO_LARGE"},
	{"posts in made-up elements", inFile("b.html", func() []byte {
		return []byte("<html><body>" + strings.Repeat("<x-a><x-b>", 200) + strings.Repeat("<blockquote class=twitter-tweet><p>Ana met Jo.</p></blockquote>", 2000))
	}), ""},
	{"spans in spans", inFile("b.html", func() []byte { return []byte("<html><body><p>" + strings.Repeat("<span>a<img><a href=/a>b</a>", 2000)) }), "TOO_LARGE"},
	{"pages of PDF in a ring", inFile("b.pdf", func() []byte { return pdfOf("<</Type/Pages/Count 1/Kids[2 0 R]>>", "") }), "DAMAGED"},
	{"a million pages declared", inFile("b.pdf", func() []byte {
		return pdfOf("<</Type/Pages/Count 1000000/Kids[3 0 R]>>", "BT /F 12 Tf (Ana met Jo.) Tj ET")
	}), ""},
	{"forms of PDF in a ring", inFile("b.pdf", func() []byte { return pdfOf("<</Type/Pages/Count 1/Kids[3 0 R]>>", strings.Repeat("/X Do ", 1000)) }), "TOO_LARGE"},
	{"a content of PDF that unpacks", inFile("b.pdf", func() []byte {
		return pdfOf("<</Type/Pages/Count 1/Kids[3 0 R]>>", strings.Repeat("BT /F 12 Tf 1 0 0 1 9 9 Tm (Ana met Jo.) Tj ET ", 1<<20))
	}), "TOO_LARGE"},
	{"an ICC profile of PDF that unpacks", inFile("b.pdf", iccBomb), "TOO_LARGE"},
	{"lists of feeds that list more", func(folder string) error {
		var n atomic.Int64
		return atAddress(func(w http.ResponseWriter, r *http.Request) {
			fmt.Fprintf(w, `<opml><body>%s</body></opml>`, strings.Repeat(fmt.Sprintf(`<outline xmlUrl="http://%s/%d"/>`, r.Host, n.Add(1)), 20))
		})(folder)
	}, "REFUSED"},
	{"sitemaps that list ever more", func(folder string) error {
		var n atomic.Int64
		return atAddress(func(w http.ResponseWriter, r *http.Request) {
			fmt.Fprintf(w, "<sitemapindex>")
			for range 50 {
				fmt.Fprintf(w, "<sitemap><loc>http://%s/%d</loc></sitemap>", r.Host, n.Add(1))
			}
			fmt.Fprint(w, "</sitemapindex>")
		})(folder)
	}, "REFUSED"},
	{"redirects without an end", func(folder string) error {
		var n atomic.Int64
		return atAddress(func(w http.ResponseWriter, r *http.Request) {
			http.Redirect(w, r, fmt.Sprint("/", n.Add(1)), http.StatusFound)
		})(folder)
	}, "REFUSED"},
	{"a server that is never ready", atAddress(func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Retry-After", "1000000000")
		w.WriteHeader(http.StatusTooManyRequests)
	}), "UNREACHABLE"},
	{"a page of drops", atAddress(func(w http.ResponseWriter, r *http.Request) {
		for r.Context().Err() == nil {
			_, _ = fmt.Fprint(w, "<p>")
			w.(http.Flusher).Flush()
		}
	}), "UNREACHABLE"},
}

// zippedFiles packs files, each a name and a text.
func zippedFiles(files ...string) []byte {
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for i := 0; i < len(files); i += 2 {
		method := zip.Deflate
		if files[i] == "mimetype" {
			method = zip.Store
		}
		member, _ := w.CreateHeader(&zip.FileHeader{Name: files[i], Method: method})
		_, _ = member.Write([]byte(files[i+1]))
	}
	_ = w.Close()
	return out.Bytes()
}

func odt(before, body string) []byte {
	return zippedFiles("mimetype", "application/vnd.oasis.opendocument.text", "content.xml",
		`<?xml version="1.0"?>`+before+`<office:document-content xmlns:office="o" xmlns:text="t" xmlns:table="b"><office:body><office:text>`+body+`</office:text></office:body></office:document-content>`)
}

func docx(body string) []byte {
	return zippedFiles("[Content_Types].xml", "<a/>", "word/document.xml", `<w:document xmlns:w="w"><w:body>`+body+`</w:body></w:document>`)
}

// ring are styles of which each is based on the next one, and the last on the first.
func ring(n int) string {
	var out strings.Builder
	out.WriteString(`<w:styles xmlns:w="w">`)
	for i := range n {
		fmt.Fprintf(&out, `<w:style w:styleId="s%d"><w:basedOn w:val="s%d"/></w:style>`, i, (i+1)%n)
	}
	return out.String() + "</w:styles>"
}

func epub(times int, chapter string) []byte {
	return zippedFiles("mimetype", "application/epub+zip", "META-INF/container.xml", `<container><rootfiles><rootfile full-path="a.opf"/></rootfiles></container>`,
		"a.opf", `<package><manifest><item id="a" href="a.xhtml" media-type="application/xhtml+xml"/></manifest><spine>`+strings.Repeat(`<itemref idref="a"/>`, times)+`</spine></package>`, "a.xhtml", chapter)
}

func xlsx(shared, rows string) []byte {
	const relations, main = "http://schemas.openxmlformats.org/officeDocument/2006/relationships", "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
	return zippedFiles("[Content_Types].xml", `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>`,
		"_rels/.rels", `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="`+relations+`/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
		"xl/_rels/workbook.xml.rels", `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="`+relations+`/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="`+relations+`/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
		"xl/workbook.xml", `<workbook xmlns="`+main+`" xmlns:r="`+relations+`"><sheets><sheet name="A" sheetId="1" r:id="r1"/></sheets></workbook>`,
		"xl/sharedStrings.xml", `<sst xmlns="`+main+`">`+shared+`</sst>`,
		"xl/worksheets/sheet1.xml", `<worksheet xmlns="`+main+`"><sheetData>`+rows+`</sheetData></worksheet>`)
}

func zstandard(size int) []byte {
	var out bytes.Buffer
	w, _ := zstd.NewWriter(&out)
	writeTimes(w, "a ", size>>1)
	_ = w.Close()
	return out.Bytes()
}

// sparse is an archive whose member is a hole of 10 GB.
func sparse() []byte {
	var out bytes.Buffer
	records := ""
	for _, r := range []string{"GNU.sparse.major=1", "GNU.sparse.minor=0", "GNU.sparse.realsize=10737418240", "GNU.sparse.name=a.txt"} {
		n := len(r) + 4
		records += fmt.Sprintf("%d %s\n", n, r)
	}
	w := tar.NewWriter(&out)
	_ = w.WriteHeader(&tar.Header{Name: "pax", Typeflag: tar.TypeReg, Mode: 0o600, Size: int64(len(records))})
	_, _ = w.Write([]byte(records))
	_ = w.WriteHeader(&tar.Header{Name: "a.txt", Mode: 0o600, Size: 512})
	_, _ = w.Write([]byte("1\n10737418239\n1\n" + strings.Repeat("\x00", 496)))
	_ = w.Close()
	data := out.Bytes()
	data[156] = 'x' // the first member becomes the header of the second
	var sum int64
	copy(data[148:156], "        ")
	for _, b := range data[:512] {
		sum += int64(b)
	}
	copy(data[148:156], fmt.Sprintf("%06o\x00 ", sum))
	return data
}

func longName() []byte {
	var out bytes.Buffer
	w := tar.NewWriter(&out)
	_ = w.WriteHeader(&tar.Header{Name: strings.Repeat("a/", 400<<10) + "a.txt", Mode: 0o600, Size: 11, Format: tar.FormatPAX})
	_, _ = w.Write([]byte("Ana met Jo."))
	_ = w.Close()
	return out.Bytes()
}

func deflated(content string) string {
	var out bytes.Buffer
	w := zlib.NewWriter(&out)
	_, _ = w.Write([]byte(content))
	_ = w.Close()
	return out.String()
}

// pdfOf is a PDF with a tree of pages, and a page that shows a content and a form, which
// shows itself.
func pdfOf(pages, content string) []byte {
	stream := func(dictionary, content string) string {
		packed := deflated(content)
		return fmt.Sprintf("<<%s/Filter/FlateDecode/Length %d>>stream\n%s\nendstream", dictionary, len(packed), packed)
	}
	const resources = "/Resources<</Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>/XObject<</X 5 0 R>>>>"
	return objects("<</Type/Catalog/Pages 2 0 R>>", pages, "<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R"+resources+">>",
		stream("", content), stream("/Type/XObject/Subtype/Form/BBox[0 0 9 9]"+resources, "/X Do /X Do BT /F 12 Tf (Ana met Jo.) Tj ET"))
}

func iccBomb() []byte {
	var profile bytes.Buffer
	w := zlib.NewWriter(&profile)
	writeTimes(w, "\x00", 200<<20)
	_ = w.Close()
	packed := profile.String()
	return objects("<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Count 1/Kids[3 0 R]>>",
		"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>/ColorSpace<</C[/ICCBased 5 0 R]>>>>>>",
		"<</Length 49>>stream\n/C cs 0 0 0 sc BT /F 12 Tf (Ana met Jo.) Tj ET\nendstream", fmt.Sprintf("<</N 3/Filter/FlateDecode/Length %d>>stream\n%s\nendstream", len(packed), packed))
}

func objects(all ...string) []byte {
	var out bytes.Buffer
	out.WriteString("%PDF-1.7\n")
	var starts []int
	for i, object := range all {
		starts = append(starts, out.Len())
		fmt.Fprintf(&out, "%d 0 obj\n%s\nendobj\n", i+1, object)
	}
	table := out.Len()
	fmt.Fprintf(&out, "xref\n0 %d\n0000000000 65535 f \n", len(all)+1)
	for _, at := range starts {
		fmt.Fprintf(&out, "%010d 00000 n \n", at)
	}
	fmt.Fprintf(&out, "trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n", len(all)+1, table)
	return out.Bytes()
}
