package source

import (
	"errors"
	"io"
	"strings"
	"testing"
)

// endless repeats a text, and counts how often it was asked.
type endless struct {
	text string
	read int
}

func (e *endless) Read(p []byte) (int, error) {
	n := copy(p, e.text)
	e.read += n
	return n, nil
}

// No more is read than the limit.
func TestBoundXMLStops(t *testing.T) {
	for name, c := range map[string]struct {
		head, text string
		most       int
	}{
		"a tag":             {"<a b=\"", "c", maxTag},
		"a text":            {"<a>", "b", maxRun},
		"an open comment":   {"<!--", "b ", maxRun},
		"a comment of text": {"<!-- > ", "b ", maxRun},
		"no XML":            {"", "b", maxRun},
	} {
		more := &endless{text: strings.Repeat(c.text, 512)}
		_, err := io.Copy(io.Discard, BoundXML(io.MultiReader(strings.NewReader(c.head), more)))
		if failed := (*Error)(nil); !errors.As(err, &failed) || failed.Reason != TooLarge {
			t.Errorf("%s: %v", name, err)
		}
		if more.read > c.most+64<<10 {
			t.Errorf("%s: %d bytes were read, of at most %d", name, more.read, c.most)
		}
	}
	whole := "<a>" + strings.Repeat("<b c='d'>e</b>", 200_000) + "</a>"
	if n, err := io.Copy(io.Discard, BoundXML(strings.NewReader(whole))); err != nil || n != int64(len(whole)) {
		t.Errorf("of %d bytes in short tags %d are read: %v", len(whole), n, err)
	}
}

// What readers of XML hold whole is bounded, however it is wrapped, and what programs write
// passes.
func TestBoundXML(t *testing.T) {
	long := strings.Repeat(">", maxTag+1)
	for name, c := range map[string]struct {
		text  string
		fails bool
	}{
		"a document":                    {`<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c>d">]><a b="x>y"><!-- <c> --><![CDATA[<d>]]>e<f/></a>`, false},
		"many tags":                     {strings.Repeat(`<a b='c'>d</a>`, 200_000), false},
		"an apostrophe in a text":       {"<a>it's</a>" + strings.Repeat("<b/>", 400_000), false},
		"a quote in an open tag":        {"<a b=c\"d>" + strings.Repeat("<b/>", 400_000), false},
		"a long attribute":              {`<a b="` + long + `">`, true},
		"a long attribute in one mark":  {`<a b='` + long + `'>`, true},
		"a long declaration":            {`<!DOCTYPE a [` + strings.Repeat("<!ENTITY a 'b'>", 100_000) + `]>`, true},
		"a long instruction":            {`<?a ` + long + `?>`, true},
		"many comments":                 {strings.Repeat("<!-- a --->", 200_000), false},
		"a long text":                   {"<a>" + strings.Repeat("b", 3<<20), true},
		"long character data with tags": {"<a><![CDATA[" + strings.Repeat("<b>", 1<<20), true},
		"a long comment with tags":      {"<!--" + strings.Repeat("<b>", 1<<20), true},
	} {
		_, err := io.Copy(io.Discard, BoundXMLRuns(strings.NewReader(c.text), 2<<20))
		if (err != nil) != c.fails {
			t.Errorf("%s: %v", name, err)
		}
	}
}
