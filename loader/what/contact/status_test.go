package contact

import (
	"testing"

	"dateline/graph"
)

func TestStatus(t *testing.T) {
	for _, c := range []struct {
		text string
		want graph.Status
	}{
		{"Ana Silva met Piet Boom.", graph.StatusAsserted},
		{"Ana Silva confirmed that she met Piet Boom.", graph.StatusConfirmed},
		{"Ana Silva confirmed a meeting with Piet Boom.", graph.StatusConfirmed},
		{"Ana Silva did not meet Piet Boom.", graph.StatusDenied},
		{"Ana Silva denied that she met Piet Boom.", graph.StatusDenied},
		{"Ana Silva refused to meet Piet Boom.", graph.StatusDenied},
		{"Ana Silva has yet to meet Piet Boom.", graph.StatusDenied},
		{"Ana Silva will meet Piet Boom.", graph.StatusPlanned},
		{"Ana Silva plans to meet Piet Boom.", graph.StatusPlanned},
		{"Mary Brown said that Ana Silva would meet Piet Boom.", graph.StatusPlanned},
		{"Ana Silva wants to meet Piet Boom.", graph.StatusRequested},
		{"Ana Silva could meet Piet Boom.", graph.StatusHypothetical},
		{"At times Ana Silva would meet Piet Boom.", graph.StatusAsserted},
	} {
		if _, f := only(t, c.text); f.Status != c.want {
			t.Errorf("%s\ngot %s, want %s", c.text, f.Status, c.want)
		}
	}
}
