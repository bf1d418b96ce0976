package annotate

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"dateline/loader"
	"dateline/loader/read"
)

var extractor = sync.OnceValues(loader.NewExtractor)

// predicted runs a layer over lines, and returns the predictions as JSON, with the
// reason in place of a prediction that failed.
func predicted(t *testing.T, layer, folder, lines string) []string {
	t.Helper()
	e, err := extractor()
	if err != nil {
		t.Fatal(err)
	}
	l, known := Find(layer)
	if !known {
		t.Fatalf("there is no layer %q", layer)
	}
	var out []string
	in := Input{Name: "in.jsonl", Folder: folder, Lines: strings.NewReader(lines)}
	err = Run(t.Context(), e, l, in, 4, func(p Prediction) error {
		if unread := (*read.Error)(nil); errors.As(p.Err, &unread) {
			out = append(out, p.Source+" "+string(unread.Reason))
			return nil
		}
		if p.Err != nil {
			return p.Err
		}
		line, err := json.Marshal(p.Line)
		out = append(out, string(line))
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func check(t *testing.T, got []string, want ...string) {
	t.Helper()
	if g, w := strings.Join(got, "\n"), strings.Join(want, "\n"); g != w {
		t.Errorf("got\n%s\nwant\n%s", g, w)
	}
}

// Offsets are those of the record's own text: a headline, an agency's dateline and
// white space all count.
func TestOffsetsAreOfTheRecordsText(t *testing.T) {
	line := `{"id": 7, "dct": "2031-03-11", "text": "Talks in Lisbon\n\nLISBON (Reuters) -  Ana Silva met Piet Boom on Monday."}`
	check(t, predicted(t, "dates", "", line), `{"id":7,"timexes":[{"start":64,"end":70,"type":"DATE","value":"2031-03-10"}]}`)
}

// A name has the type that corpora use.
func TestNames(t *testing.T) {
	check(t, predicted(t, "names", "", `{"id": "a", "text": "Norway said on Monday that Ana Silva had left Lisbon."}`),
		`{"entities":[{"start":0,"end":6,"type":"LOCATION"},{"start":27,"end":36,"type":"PERSON"},{"start":46,"end":52,"type":"LOCATION"}],"id":"a"}`)
}

// A bad line gives an error with its number and a code, and does not affect the
// others. The order of lines is kept.
func TestBadLines(t *testing.T) {
	lines := `{"id": "a", "name1": "Ana Silva", "name2": "ANA SILVA"}
no JSON

{"name1": "x", "name2": "x"}
{"id": "b"}
{"id": "c", "name1": "Ana Silva", "name2": "Piet Boom"}`
	check(t, predicted(t, "matches", "", lines),
		`{"id":"a","match":true}`, "in.jsonl:2 BAD_JSON", "in.jsonl:4 BAD_JSON", "in.jsonl:5 NO_TEXT", `{"id":"c","match":false}`)
	check(t, predicted(t, "body", t.TempDir(), `{"id": "d", "html_file": "absent.html"}`), "in.jsonl:1 NOT_FOUND")
}

// A record's ID comes back as it was written, however long.
func TestLongIDs(t *testing.T) {
	check(t, predicted(t, "matches", "", `{"id": 9007199254740993, "name1": "Ana Silva", "name2": "ANA SILVA"}`), `{"id":9007199254740993,"match":true}`)
	check(t, predicted(t, "matches", "", `{"id": 1, "name1": "Ana Silva", "name2": "ANA SILVA"}}`), "in.jsonl:1 BAD_JSON")
}

// The path of a page is relative to the file that names it. The page can be packed.
func TestPages(t *testing.T) {
	const page = `<html><head><meta property="article:published_time" content="2031-03-11T08:00:00Z"></head>
<body><nav>Home</nav><article><h1>Talks</h1><p>Ana Silva met Piet Boom in Lisbon on Monday, the ministry said in a statement.</p>
<p>They spoke for two hours about the harbour and about the ferries that call there.</p></article></body></html>`
	folder := t.TempDir()
	var packed bytes.Buffer
	zip := gzip.NewWriter(&packed)
	if _, err := zip.Write([]byte(page)); err != nil {
		t.Fatal(err)
	}
	if err := zip.Close(); err != nil {
		t.Fatal(err)
	}
	for name, data := range map[string][]byte{"a.html": []byte(page), "b.html.gz": packed.Bytes()} {
		if err := os.WriteFile(filepath.Join(folder, name), data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	lines := `{"id": "a", "html_file": "a.html"}
{"id": "b", "html_file": "b.html.gz"}`
	check(t, predicted(t, "published", folder, lines), `{"date":"2031-03-11","id":"a"}`, `{"date":"2031-03-11","id":"b"}`)
	bodies := predicted(t, "body", folder, lines)
	if len(bodies) != 2 || !strings.Contains(bodies[0], "for two hours") || strings.Contains(bodies[0], "Home") {
		t.Errorf("bodies are %q", bodies)
	}
}

// Gold annotations, under any name that gold sets or exports use, do not change a
// prediction.
func TestGoldIsNotRead(t *testing.T) {
	const text = `Minister Ana Silva met Piet Boom in Lisbon on Monday. \"It was a long day,\" Boom said.`
	const page = `<html><body><article><p>Ana Silva met Piet Boom in Lisbon, the ministry said in a statement that it sent out.</p><p>They spoke for two hours about the harbour and the ferries.</p></article></body></html>`
	const gold = `"contacts": [{"quote": "x"}], "entities": [{"start": 0, "end": 8, "type": "PERSON"}], "timexes": [{"start": 0, "end": 8}],
"attributions": [{"source": [{"start": 0, "end": 5}]}], "quotes": [], "pairs": [], "is_match": true, "match": true, "events": [], "has_contact": true,
"date": "1999-01-01", "datePublished": "1999-01-01", "timestamp": "1999-01-01", "article_body": "poison", "articleBody": "poison", "body": "poison", "content": "poison",
"must_contain": ["poison"], "sentences": ["poison"], "byline": "poison", "author": "poison"`
	for _, layer := range layers {
		for _, given := range []string{
			`"published": "2031-03-11", "text": "` + text + `"`,
			`"html": ` + quoted(page),
			`"schema": "Person", "name1": "Ana Silva", "name2": "Piet Boom"`,
		} {
			clean := `{"id": "a", ` + given + `}`
			poisoned := `{"id": "a", ` + strings.ReplaceAll(gold, "\n", " ") + `, ` + given + `}`
			check(t, predicted(t, layer.Name, "", poisoned), predicted(t, layer.Name, "", clean)...)
		}
	}
}

func quoted(text string) string {
	line, _ := json.Marshal(text)
	return string(line)
}
