package quote

import "testing"

// Every construction yields a candidate with its frame.
func TestFrames(t *testing.T) {
	for _, c := range []struct{ text, frame, source, content string }{
		{"Lim said that she left.", "clause", "Lim", "that she left"},
		{"The ferry, the captain said, will leave early.", "aside", "the captain", "The ferry … will leave early."},
		{"Lim vowed to leave.", "inf", "Lim", "to leave"},
		{"Lim praised the plan.", "obj", "Lim", "the plan"},
		{"Lim called for a vote.", "prep:for", "Lim", "a vote"},
		{"Lim smiled, “we sail.”", "quote:after", "Lim", "“we sail.”"},
		{"The plan was praised by Lim.", "subj", "Lim", "The plan"},
		{"Lim's belief that she left surprised us.", "noun:clause", "Lim's", "that she left"},
		{"Lim is confident that she left.", "adj:ccomp", "Lim", "that she left"},
		{"Lim: She left.", "colon", "Lim", "She left."},
	} {
		if got := contentIn(t, c.text, c.frame, c.source); got != c.content {
			t.Errorf("%s\n%s: got %q, want %q", c.text, c.frame, got, c.content)
		}
	}
}

// contentIn returns the content of the candidate with a frame and a source, "" if there
// is none.
func contentIn(t *testing.T, text, frame, source string) string {
	m := find(t, text)
	for _, a := range Candidates(m) {
		if a.hang() == frame && wordsOf(m.Document, Spans(m, a.Source)) == source {
			return wordsOf(m.Document, Spans(m, a.Content))
		}
	}
	return ""
}

func TestAccordingTo(t *testing.T) {
	m := find(t, "The ferry left, according to Lim.")
	for i, token := range m.Tokens {
		a, ok := AccordingTo(m, i)
		if ok != (token.Text == "according") {
			t.Errorf("%q attributes: %t", token.Text, ok)
		}
		if ok && m.Tokens[a.Holder].Text != "Lim" {
			t.Errorf("the source is %q", m.Tokens[a.Holder].Text)
		}
	}
}
