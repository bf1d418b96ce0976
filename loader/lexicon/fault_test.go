package lexicon

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"
)

// TestFault holds the form in which a fault is shown, which editors can jump to.
func TestFault(t *testing.T) {
	header, _, _ := strings.Cut(builtIn(t, "labels.tsv"), "\nlabel\t")
	line := strings.Count(header, "\n") + 4
	edited := header + "\nlabel\tfield\nheadline\ttitle\nauthor\tbylines\n"
	want := fmt.Sprintf(`labels.tsv:%d: "author" sorts before "headline" on line %d: move the line to where LC_ALL=C sort would put it
labels.tsv:%d: field "bylines" is unknown: use one of byline, language, publisher, title, url`, line, line-1, line)
	if got := faultsOf(Check(fstest.MapFS{"labels.tsv": {Data: []byte(edited)}})).Error(); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}
