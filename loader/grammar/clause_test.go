package grammar

import (
	"strings"
	"testing"

	"dateline/loader/language"
)

func TestSegments(t *testing.T) {
	p := parse(t, "Lim in Oslo\nOkoro met Silva; they spoke of fish. Did they dance?")
	met := find(t, p, "met")
	segment := p.Segment(met)
	for what, c := range map[string]struct {
		span language.Span
		want string
	}{
		"segment":    {segment, "Okoro met Silva; they spoke of fish."},
		"semicolons": {BetweenSemicolons(p, segment, met), "Okoro met Silva"},
		"whole":      {Unbroken(p, segment, 100), "Okoro met Silva; they spoke of fish."},
	} {
		if _, _, got := Verbatim(p, c.span); got != c.want {
			t.Errorf("%s: got %q, want %q", what, got, c.want)
		}
	}
	if start, end, _ := Verbatim(p, segment); p.Text[start:end] != "Okoro met Silva; they spoke of fish." || Length(p, segment) != end-start {
		t.Errorf("the segment is at %d to %d, of length %d", start, end, Length(p, segment))
	}
	if got := text(p, Opening(p, met)); got != "Okoro" {
		t.Errorf("opening: got %q", got)
	}
	if IsQuestion(p, met) || !IsQuestion(p, find(t, p, "dance")) {
		t.Error("a statement is taken for a question, or a question for a statement")
	}
}

func TestClauses(t *testing.T) {
	p := parse(t, "Silva said that Lim had met Okoro.")
	clause := ClauseIn(p, p.Segment(0), find(t, p, "met"))
	for span, want := range map[language.Span]string{
		clause:                           "that Lim had met Okoro",
		WithoutComplementizer(p, clause): "Lim had met Okoro",
	} {
		if _, _, got := Verbatim(p, span); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
	if !IsVerbal(p, find(t, p, "met")) || IsVerbal(p, find(t, p, "Okoro")) {
		t.Error("a verb heads no clause, or a name does")
	}
}

// The parser may cut a sentence in two; a stop ends one for sure.
func TestUnbroken(t *testing.T) {
	p := parse(t, "Silva slept. Lim met Okoro")
	met := find(t, p, "met")
	broken := language.Span{Start: met, End: p.Segment(met).End}
	p.Sentences = append(p.Sentences[:1:1], language.Span{Start: p.Segment(met).Start, End: met}, broken)
	for i := broken.Start; i < broken.End; i++ {
		p.Tokens[i].Sentence = 2
	}
	for limit, want := range map[int]string{100: "Lim met Okoro", 5: "met Okoro"} {
		if _, _, got := Verbatim(p, Unbroken(p, broken, limit)); got != want {
			t.Errorf("within %d: got %q, want %q", limit, got, want)
		}
	}
}

func TestBetween(t *testing.T) {
	p := parse(t, "Lim met Okoro\n Silva slept")
	lim, okoro, silva := find(t, p, "Lim"), find(t, p, "Okoro"), find(t, p, "Silva")
	if !VerbBetween(p, lim, okoro) || VerbBetween(p, okoro, silva) {
		t.Error("a verb stands between Lim and Okoro alone")
	}
	if BreakBetween(p, lim, okoro) || !BreakBetween(p, okoro, silva) {
		t.Error("a line ends between Okoro and Silva alone")
	}
	if OnlySpace(p, lim, okoro) || !OnlySpace(p, okoro+1, silva) {
		t.Error("white space alone stands between Okoro and Silva")
	}
	if !IsDash("–") || !IsDash("--") || IsDash(strings.Repeat("-", 4)) {
		t.Error("a dash is one character, or two or three hyphens")
	}
}

func TestStartsLine(t *testing.T) {
	const text = "Envoy leaves\nLim stays."
	checkFact(t, text, "Envoy", true, StartsLine)
	checkFact(t, text, "leaves", false, StartsLine)
	checkFact(t, text, "Lim", true, StartsLine)
}
