package contact

import (
	"testing"

	"dateline/graph"
)

func TestMeans(t *testing.T) {
	for _, c := range []struct {
		text string
		want graph.Means
	}{
		{"Ana Silva spoke with Piet Boom.", graph.MeansUnspecified},
		{"Ana Silva spoke with Piet Boom by phone.", graph.MeansCall},
		{"Ana Silva held a video meeting with Piet Boom.", graph.MeansCall},
		{"Ana Silva held talks with Piet Boom.", graph.MeansTalks},
		{"Ana Silva spoke with Piet Boom in person.", graph.MeansMeeting},
		{"In an email, Ana Silva informed Piet Boom.", graph.MeansMessage},
		{"Ana Silva visited Piet Boom.", graph.MeansVisit},
		{"Ana Silva had an exchange with Piet Boom.", graph.MeansMessage},
		{"Ana Silva had an angry exchange with Piet Boom.", graph.MeansUnspecified},
		{"Ana Silva held a one-on-one with Piet Boom.", graph.MeansMeeting},
		{"Ana Silva treated Piet Boom to lunch.", graph.MeansMeeting},
	} {
		if _, f := only(t, c.text); f.Means != c.want {
			t.Errorf("%s\ngot %s, want %s", c.text, f.Means, c.want)
		}
	}
}
