package terminal

import (
	"bufio"
	"bytes"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestPlain(t *testing.T) {
	for text, want := range map[string]string{
		"a\tb\n c":               "a b c",
		"\x1b[31mred\x1b[0m":     "[31mred[0m",
		"title\x1b]0;x\x07 end":  "title]0;x end",
		"abc\u202Edcba\u2066x":   "abcdcbax",
		"no\u00a0break\u0085end": "no break end",
		"bad \xff byte":          "bad \uFFFD byte",
	} {
		if got := Plain(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

func TestWrap(t *testing.T) {
	for _, test := range []struct {
		text  string
		width int
		want  string
	}{
		{"one two three", 7, "one two|three"},
		{"one two three", 0, "one two three"},
		{"incomprehensible", 6, "incomp|rehens|ible"},
		{"see https://news.example/a/long/path now", 10, "see|https://news.example/a/long/path|now"},
		{"東京都知事が会談した", 8, "東京都知|事が会談|した"},
		{"Zoe\u0308 Zoe\u0308", 3, "Zoe\u0308|Zoe\u0308"},
	} {
		if got := strings.Join(Wrap(test.text, test.width), "|"); got != test.want {
			t.Errorf("%q at %d: %q, want %q", test.text, test.width, got, test.want)
		}
	}
}

// Wrapping keeps every character but spaces, and no line is too long.
func TestWrapKeepsAll(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := Plain(rapid.StringN(0, 80, -1).Draw(t, "text"))
		width := rapid.IntRange(2, 30).Draw(t, "width")
		lines := Wrap(text, width)
		if got, want := strings.ReplaceAll(strings.Join(lines, ""), " ", ""), strings.ReplaceAll(text, " ", ""); got != want {
			t.Fatalf("%q became %q", want, got)
		}
		for _, line := range lines {
			if Width(line) > width && !strings.Contains(line, "://") && len([]rune(line)) > 1 {
				t.Fatalf("%q is wider than %d", line, width)
			}
		}
	})
}

// Words from right to left are isolated on screens, and left alone in files.
func TestRightToLeft(t *testing.T) {
	const name, sentence = "محمد الأمين", "Ana Lim met محمد الأمين in Oslo."
	screen := Screen{Width: 80}
	if got, want := screen.Lines(name, 0, Usual), "\u2067"+name+"\u2069"; got != want {
		t.Errorf("a name: %q", got)
	}
	if got, want := screen.Lines(sentence, 0, Usual), "\u2066"+sentence+"\u2069"; got != want {
		t.Errorf("a sentence: %q", got)
	}
	if got := (Screen{}).Lines(sentence, 0, Usual); got != sentence {
		t.Errorf("in a file: %q", got)
	}
}

func TestTable(t *testing.T) {
	columns := []Column{{Title: "NAME", Most: 10}, {Title: "ROLES"}}
	rows := [][]string{{"Anneliese Quandt-Brekke", "minister of ports, and of the islands that have none"}, {"אבי", ""}}
	for width, want := range map[int]string{
		0:  "NAME                     ROLES\nAnneliese Quandt-Brekke  minister of ports, and of the islands that have none\nאבי\n",
		40: "NAME        ROLES\nAnneliese   minister of ports, and of\nQuandt-Bre  the islands that have none\nkke\n\u2067אבי\u2069\n",
		20: "Anneliese\nQuandt-Brekke\n  minister of ports,\n  and of the islands\n  that have none\n\u2067אבי\u2069\n",
	} {
		var out bytes.Buffer
		w := bufio.NewWriter(&out)
		Table{Screen{Width: width}, columns}.Write(w, rows)
		_ = w.Flush()
		if got := out.String(); got != want {
			t.Errorf("at %d:\n%s\nwant\n%s\n%q", width, got, want, got)
		}
	}
}

func TestColors(t *testing.T) {
	if got := (Screen{Color: true}).Padded("x", 3, Bold); got != "\x1b[1mx\x1b[0m  " {
		t.Errorf("%q", got)
	}
	t.Setenv("NO_COLOR", "1")
	if screen := ScreenOf(&bytes.Buffer{}); screen != (Screen{}) {
		t.Errorf("a buffer is shown on %+v", screen)
	}
}
