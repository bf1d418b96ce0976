package quote

import (
	"slices"
	"testing"
)

func TestFind(t *testing.T) {
	for _, c := range []struct {
		why, text string
		want      []string
	}{
		{"straight marks", `She said "we sail" and "we land".`, []string{`"we sail"`, `"we land"`}},
		{"curly marks", `“We sail,” she said.`, []string{`“We sail,”`}},
		{"German marks", `She said „we sail“ and left.`, []string{`„we sail“`}},
		{"guillemets", `She said «we sail» and left.`, []string{`«we sail»`}},
		{"a quotation over two lines", "She said “we sail\nwith the tide” and left.", []string{"“we sail\nwith the tide”"}},
		{"an open quotation ends with its paragraph", "She said “we sail.\n\nThen she left.", []string{"“we sail."}},
		{"an open quotation ends before the next", "“We sail.\n“We land,” she said.", []string{"“We sail.", "“We land,”"}},
		{"an open quotation ends with the text", "She said “we sail.", []string{"“we sail."}},
		{"no quotation", "She sailed.", nil},
	} {
		m := find(t, c.text)
		var got []string
		for index, span := range m.Spans {
			got = append(got, m.Slice(span))
			for i := range m.Tokens {
				inside := i >= span.Start && i < span.End
				if inside != (m.At(i) == index) {
					t.Errorf("%s: token %q is in quotation %d", c.why, m.Tokens[i].Text, m.At(i))
				}
			}
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: got %q, want %q", c.why, got, c.want)
		}
	}
}

func TestFindStrict(t *testing.T) {
	for _, c := range []struct {
		why, text string
		want      []string
	}{
		{"straight marks", `She said "we sail" and "we land".`, []string{`"we sail"`, `"we land"`}},
		{"curly marks", `“We sail,” she said.`, []string{`“We sail,”`}},
		{"German marks", `She said „we sail“ and left.`, []string{"“ and left."}},
		{"a quotation ends with its line", "She said “we sail\nwith the tide” and left.", []string{"“we sail"}},
		{"a quotation ends before the next", "She said “we sail, “we land.", []string{"“we sail,", "“we land."}},
	} {
		m := FindStrict(find(t, c.text).Parse)
		var got []string
		for _, span := range m.Spans {
			got = append(got, m.Slice(span))
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: got %q, want %q", c.why, got, c.want)
		}
	}
}

func TestEndsAsSentence(t *testing.T) {
	for text, want := range map[string]bool{
		`“We sail.” She left.`:          true,
		`“Shall we sail?” She left.`:    true,
		`The “top secret” plan failed.`: false,
	} {
		m := find(t, text)
		if got := EndsAsSentence(m, m.Spans[0]); got != want {
			t.Errorf("%s: got %t, want %t", text, got, want)
		}
	}
}
