package dating

import (
	"strings"
	"testing"

	"dateline/graph"
	"dateline/loader/language/languagetest"
	"dateline/loader/logistic"
	"dateline/loader/what/evidence"
	"dateline/loader/when"
	"dateline/loader/who"
)

// read reads a text as an article published on Tuesday 11 March 2031, or on an unknown day.
func read(t testing.TB, text string, isDated bool) *evidence.Article {
	t.Helper()
	article := &graph.Article{ID: graph.NewID(graph.PrefixArticle, "test"), Text: text}
	if isDated {
		article.Published = graph.NewDate(2031, 3, 11)
	}
	doc := languagetest.Pipeline().ParseParagraphs(text)
	return evidence.New(doc, article, when.Find(doc, article.Published), who.Find(doc, article))
}

// meeting returns the last "met" of an article as an asserted meeting.
func meeting(t testing.TB, a *evidence.Article) Occasion {
	t.Helper()
	for i := len(a.Tokens) - 1; i >= 0; i-- {
		if a.Tokens[i].Text == "met" {
			return Occasion{Trigger: evidence.Trigger{Token: i, Carrier: i}, Means: graph.MeansMeeting, Status: graph.StatusAsserted}
		}
	}
	t.Fatalf("nobody met in %q", a.Text)
	return Occasion{}
}

// days writes the candidates' times, "none" for no time.
func days(candidates []Candidate) string {
	var list []string
	for _, c := range candidates {
		if c.Time == nil {
			list = append(list, "none")
			continue
		}
		list = append(list, c.Time.EDTF.String())
	}
	return strings.Join(list, " ")
}

func TestCandidates(t *testing.T) {
	filler := strings.Repeat("It rained. ", 10)
	for _, c := range []struct {
		why, text string
		isDated   bool
		want      string
	}{
		{"publication, the day before, none", "Ada Lim met Bo Okoro. It rained. It snowed.", true, "2031-03-11 2031-03-10 none"},
		{"nothing but a sentence", "Ada Lim met Bo Okoro.", true, "none"},
		{"only none", "Ada Lim met Bo Okoro.", false, "none"},
		{"sentences around", "Ada Lim came in 2029. She met Bo Okoro. He left in 2030.", false, "2029 2030 none"},
		{"the opening and the last", "Ada Lim came on 4 March 2031. She left in 2030. " + filler + "She met Bo Okoro.", false, "2031-03-04 2030 none"},
		{"not the far middle", "Ada Lim came on 4 March 2031. She left in 2028. She sang in 2030. " + filler + "She met Bo Okoro.", false, "2031-03-04 2030 none"},
	} {
		a := read(t, c.text, c.isDated)
		if got := days(Read(a).Candidates(meeting(t, a))); got != c.want {
			t.Errorf("%s: %s\ngot  %s\nwant %s", c.why, c.text, got, c.want)
		}
	}
}

// Times of other events of the same parties are candidates, each once.
func TestOthers(t *testing.T) {
	a := read(t, "Ada Lim met Bo Okoro.", false)
	o := meeting(t, a)
	other := &graph.TimeSpan{EDTF: graph.MustEDTF("2030-05")}
	o.Others = []*graph.TimeSpan{other, other}
	if got := days(Read(a).Candidates(o)); got != "2030-05 none" {
		t.Errorf("got %s", got)
	}
}

// No feature shows a name.
func TestFeaturesNameNobody(t *testing.T) {
	a := read(t, "Ada Lim of Oslo came to Chad on Ramadan 2031. Her Chadian host met Bo Okoro on Monday.", true)
	for _, c := range Read(a).Candidates(meeting(t, a)) {
		for _, feature := range c.Features {
			for _, name := range []string{"lim", "oslo", "chad", "okoro", "ramadan", "2031"} {
				if strings.Contains(strings.ToLower(feature), name) {
					t.Errorf("feature %q has %q", feature, name)
				}
			}
		}
	}
}

func TestChoose(t *testing.T) {
	for _, c := range []struct{ why, text, want, from string }{
		{"the day of the sentence before", "Ada Lim flew to Oslo on Monday. There she has met Bo Okoro.", "2031-03-10", "Monday (from the context)"},
		{"what cannot be dated", "Ada Lim has often met Bo Okoro.", "", ""},
	} {
		a := read(t, c.text, true)
		time, probability := Read(a).Choose(meeting(t, a))
		got, from := "", ""
		if time != nil {
			got, from = time.EDTF.String(), time.Text
		}
		if got != c.want || from != c.from || probability <= 0 || probability > 1 {
			t.Errorf("%s: %s\ngot %q from %q with %v", c.why, c.text, got, from, probability)
		}
	}
}

// Weights are sorted, and none is of a feature with a capital or a number of a year.
func TestWeights(t *testing.T) {
	if got := logistic.Parse(weightsFile).Format(0); got != weightsFile {
		t.Error("the weights are not as they are written")
	}
	if len(weights()) == 0 {
		t.Error("no weights")
	}
}

// An article of one long sentence with many times does not make many candidates.
func TestCandidatesAreBounded(t *testing.T) {
	a := read(t, strings.Repeat("on 3 March 2031 and ", 300)+"Ada Lim met Bo Okoro.", true)
	if n := len(Read(a).Candidates(meeting(t, a))); n > 2*maxTimes+6 {
		t.Errorf("%d candidates", n)
	}
}
