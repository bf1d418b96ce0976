package when_test

import (
	"bufio"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"dateline/graph"
	"dateline/loader/language"
	"dateline/loader/language/languagetest"
	"dateline/loader/when"
)

func parse(t testing.TB, text string) *language.Document {
	t.Helper()
	return languagetest.Pipeline().Parse(text)
}

// expressionCase is a line of testdata/expressions.txt.
type expressionCase struct {
	line      int
	published graph.Date
	text      string
	spans     []string
	values    []string
	edtfs     []string
}

func TestFind(t *testing.T) {
	for _, c := range readCases(t, "testdata/expressions.txt") {
		t.Run(c.text, func(t *testing.T) {
			var spans, values, edtfs []string
			for _, e := range when.Find(parse(t, c.text), c.published) {
				spans = append(spans, e.Text)
				values = append(values, e.Value)
				edtfs = append(edtfs, orDash(e.EDTF.String()))
			}
			if diff := cmp.Diff(c.spans, spans); diff != "" {
				t.Errorf("line %d: spans (-want +got):\n%s", c.line, diff)
			}
			if diff := cmp.Diff(c.values, values); diff != "" {
				t.Errorf("line %d: values (-want +got):\n%s", c.line, diff)
			}
			if diff := cmp.Diff(c.edtfs, edtfs); diff != "" {
				t.Errorf("line %d: EDTFs (-want +got):\n%s", c.line, diff)
			}
		})
	}
}

func orDash(s string) string {
	if s == "" {
		return "-"
	}
	return s
}

func readCases(t *testing.T, path string) []expressionCase {
	t.Helper()
	file, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	var cases []expressionCase
	lines := bufio.NewScanner(file)
	for n := 1; lines.Scan(); n++ {
		line := strings.TrimSpace(lines.Text())
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		cases = append(cases, readCase(t, n, line))
	}
	return cases
}

func readCase(t *testing.T, n int, line string) expressionCase {
	t.Helper()
	fields := strings.Split(line, " | ")
	if len(fields) != 2 && len(fields) != 4 {
		t.Fatalf("line %d: %d fields: want published | text or published | text | values | EDTFs", n, len(fields))
	}
	c := expressionCase{line: n}
	if fields[0] != "-" {
		published, err := graph.ParseDate(fields[0])
		if err != nil {
			t.Fatalf("line %d: %v", n, err)
		}
		c.published = published
	}
	c.text, c.spans = unbracket(fields[1])
	if len(fields) == 4 {
		c.values, c.edtfs = strings.Fields(fields[2]), strings.Fields(fields[3])
	}
	return c
}

// unbracket returns a text without its brackets, and what stood in them.
func unbracket(marked string) (text string, spans []string) {
	for {
		before, rest, found := strings.Cut(marked, "[")
		text += before
		if !found {
			return text, spans
		}
		span, after, _ := strings.Cut(rest, "]")
		text += span
		spans = append(spans, span)
		marked = after
	}
}
