package contact

import (
	"testing"

	"dateline/graph"
)

// A noun that names fewer than two parties takes the others from around it.
func TestImplied(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Ana Silva and Piet Boom during a meeting in Oslo.", "participant Ana Silva, participant Piet Boom"},
		{"Ana Silva in talks with Piet Boom.", "participant Ana Silva, participant Piet Boom"},
	} {
		a, f := only(t, c.text)
		if got := parties(a, f); got != c.want {
			t.Errorf("%s\ngot  %s\nwant %s", c.text, got, c.want)
		}
	}
}

// "Had not met before the lunch" tells that there was none until that day, and one on it.
func TestFirstAfterNone(t *testing.T) {
	found := Find(article(t, "Ana Silva and Piet Boom had never spoken before Sunday's lunch in Oslo."))
	if len(found) != 2 || found[0].Status != graph.StatusDenied || found[0].Time != nil || found[1].Status != graph.StatusAsserted || found[1].Time == nil {
		t.Errorf("%+v", found)
	}
}

// Another contact of the same parties is one more.
func TestAnother(t *testing.T) {
	for _, c := range []struct {
		text string
		want int
	}{
		{"Ana Silva met Piet Boom on Monday, after two phone calls.", 2},
		{"Ana Silva phoned Piet Boom on Monday. Their next meeting will be in May.", 2},
		{"Ana Silva met Piet Boom on Monday. Their meeting lasted an hour.", 1},
		{"Ana Silva met Piet Boom on Monday. The gate to the hall was shut.", 1},
	} {
		if got := len(Find(article(t, c.text))); got != c.want {
			t.Errorf("%s\nhas %d contacts, want %d", c.text, got, c.want)
		}
	}
}
