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

func TestBoundXML(t *testing.T) {
	for name, c := range map[string]struct {
		head, text string
		most       int
	}{
		"a tag":             {"<a b=\"", "c", maxTag},
		"a text":            {"<a>", "b", maxRun},
		"an open comment":   {"<!--", "b ", maxTag},
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
