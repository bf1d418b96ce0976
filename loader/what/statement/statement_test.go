package statement

import (
	"strings"
	"testing"

	"dateline/graph"
	"dateline/loader/aside"
	"dateline/loader/language/languagetest"
	"dateline/loader/what/evidence"
	"dateline/loader/when"
	"dateline/loader/who"
)

// article reads a text as one published on Tuesday 11 March 2031.
func article(t testing.TB, text string) *evidence.Article {
	t.Helper()
	article := &graph.Article{ID: graph.NewID(graph.PrefixArticle, "test"), Text: text, Published: graph.NewDate(2031, 3, 11)}
	doc := aside.Parse(languagetest.Pipeline(), text)
	return evidence.New(doc, article, when.Find(doc, article.Published), who.Find(doc, article))
}

func TestFind(t *testing.T) {
	for _, c := range []struct {
		why, text string
		want      []string // role and name of each party, then the words
	}{
		{"indirect speech", "It rained. Ana Silva said that the ferry would sail.",
			[]string{"speaker Ana Silva: Ana Silva said that the ferry would sail."}},
		{"direct speech", "“The ferry will sail. It is ready,” Ana Silva said.",
			[]string{"speaker Ana Silva: “The ferry will sail. It is ready,” Ana Silva said."}},
		{"an audience", "Ana Silva told Piet Boom that the ferry would sail.",
			[]string{"speaker Ana Silva, audience Piet Boom: Ana Silva told Piet Boom that the ferry would sail."}},
		{"two speakers", "Ana Silva and Piet Boom said that the ferry would sail.",
			[]string{"speaker Ana Silva, speaker Piet Boom: Ana Silva and Piet Boom said that the ferry would sail."}},
		{"according to", "The ferry will sail on Monday, according to Ana Silva.",
			[]string{"speaker Ana Silva: The ferry will sail on Monday, according to Ana Silva."}},
		{"single marks", "‘The ferry will sail,’ Ana Silva said. ‘The sailors’ boat is ready.’",
			[]string{"speaker Ana Silva: ‘The ferry will sail,’ Ana Silva said. ‘The sailors’ boat is ready.’"}},
		{"led by a paragraph", "Ana Silva said in a statement:\n\n“The ferry will sail on Monday.”",
			[]string{"speaker Ana Silva: Ana Silva said in a statement:\n\n“The ferry will sail on Monday.”"}},
		{"gone on", "Ana Silva said that she was glad about the ferry. “It will sail on Monday.”",
			[]string{"speaker Ana Silva: Ana Silva said that she was glad about the ferry. “It will sail on Monday.”"}},
		{"signed", "“The ferry will sail on Monday.” – Ana Silva",
			[]string{"speaker Ana Silva: “The ferry will sail on Monday.”"}},
		{"from", "From Ana Silva:\n\n“The ferry will sail on Monday.”",
			[]string{"speaker Ana Silva: “The ferry will sail on Monday.”"}},
		{"paragraphs", "“It is late,” Ana Silva said. “The ferry waits.\n\n“It will sail on Monday.”",
			[]string{"speaker Ana Silva: “It is late,” Ana Silva said. “The ferry waits.\n\n“It will sail on Monday.”"}},
		{"not who is named in the words", "Ana Silva spoke on Monday. Piet Boom said that it was late. “We took note of Silva's words. The ferry will sail,” he stated.",
			[]string{"speaker Piet Boom: Piet Boom said that it was late.", "speaker Piet Boom: “We took note of Silva's words. The ferry will sail,” he stated."}},
		{"the press", "The BBC said that the ferry would sail.", nil},
		{"nobody with a name", "Experts said that the ferry would sail.", nil},
		{"nothing to speak of", "Ana Silva said so.", nil},
		{"not said", "Ana Silva did not say that the ferry would sail.", nil},
		{"a gloss", "Ana Silva explains her choice with three arguments that her rivals reject.", nil},
		{"said in a call", "During the call, Ana Silva reiterated that the ferry would sail.", nil},
		{"told twice", "Ana Silva said that the ferry would sail on Friday. It rained. Ana Silva said the ferry would sail.",
			[]string{"speaker Ana Silva: Ana Silva said that the ferry would sail on Friday."}},
		{"a stance", "Ana Silva is pledging that the ferry will sail.", nil},
	} {
		a := article(t, c.text)
		var got []string
		for _, f := range Find(a) {
			var parties []string
			for _, p := range f.Participants {
				parties = append(parties, strings.ToLower(string(p.Role))+" "+a.Member(p.Member).Name)
			}
			got = append(got, strings.Join(parties, ", ")+": "+a.Slice(f.Quote))
		}
		if strings.Join(got, "\n") != strings.Join(c.want, "\n") {
			t.Errorf("%s: got\n%s\nwant\n%s", c.why, strings.Join(got, "\n"), strings.Join(c.want, "\n"))
		}
	}
}

// A statement within another's words is attributed to them, and a pronoun is less certain
// than a name.
func TestSourceAndConfidence(t *testing.T) {
	a := article(t, "Piet Boom said that Ana Silva told him that the ferry would sail.")
	for _, f := range Find(a) {
		speaker := a.Member(f.Participants[0].Member).Name
		if speaker == "Ana Silva" && (len(f.Sources) != 1 || a.Member(f.Sources[0]).Name != "Piet Boom") {
			t.Errorf("the sources of what Silva said are %v", f.Sources)
		}
		if speaker == "Piet Boom" && len(f.Sources) != 0 {
			t.Errorf("the sources of what Boom said are %v", f.Sources)
		}
	}
	confidence := map[string]float64{
		"Ana Silva said that the ferry would sail.":              0.9,
		"The minister of France said that the ferry would sail.": 0.75,
	}
	for text, want := range confidence {
		found := Find(article(t, text))
		if len(found) != 1 || found[0].Confidence != want {
			t.Errorf("%s: got %v, want a confidence of %v", text, found, want)
		}
	}
}

// What is told in the simple past was said on the day of which the text tells.
func TestDayOfTheStory(t *testing.T) {
	a := article(t, "On Monday Ana Silva spoke in Porto. Ana Silva said that the ferry would sail.")
	for _, f := range Find(a) {
		if f.Time == nil || f.Time.EDTF.String() != "2031-03-10" {
			t.Errorf("%s: got %v", a.Slice(f.Quote), f.Time)
		}
	}
}
