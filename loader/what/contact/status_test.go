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
		{"Ana Silva has not been in touch with Piet Boom.", graph.StatusDenied},
		{"Ana Silva refused to meet Piet Boom.", graph.StatusDenied},
		{"Ana Silva has yet to meet Piet Boom.", graph.StatusDenied},
		{"Ana Silva will meet Piet Boom.", graph.StatusPlanned},
		{"Ana Silva plans to meet Piet Boom.", graph.StatusPlanned},
		{"Mary Brown said that Ana Silva would meet Piet Boom.", graph.StatusPlanned},
		{"Ana Silva wants to meet Piet Boom.", graph.StatusRequested},
		{"Ana Silva could meet Piet Boom.", graph.StatusHypothetical},
		{"Ana Silva wishes she had met Piet Boom.", graph.StatusHypothetical},
		{"Had Ana Silva met Piet Boom, the strike would be over.", graph.StatusHypothetical},
		{"There is little chance that Ana Silva meets Piet Boom.", graph.StatusHypothetical},
		{"A meeting between Ana Silva and Piet Boom is unlikely.", graph.StatusHypothetical},
		{"Ana Silva did not rule out a meeting with Piet Boom.", graph.StatusHypothetical},
		{"Ana Silva had planned to meet Piet Boom but fell ill.", graph.StatusDenied},
		{"Ana Silva was due to meet Piet Boom but missed her train.", graph.StatusDenied},
		{"Ana Silva skipped a meeting with Piet Boom.", graph.StatusDenied},
		{"Ana Silva declined an offer to meet Piet Boom.", graph.StatusDenied},
		{"Ana Silva dismissed reports that she met Piet Boom.", graph.StatusDenied},
		{"The claim that Ana Silva met Piet Boom is a lie.", graph.StatusDenied},
		{"It is not true that Ana Silva met Piet Boom.", graph.StatusDenied},
		{"Ana Silva did not confirm that she met Piet Boom.", graph.StatusAsserted},
		{"Mary Brown did not deny that Ana Silva met Piet Boom.", graph.StatusAsserted},
		{"The ministry refused to release records of a meeting with Piet Boom.", graph.StatusAsserted},
		{"Ana Silva sought a role in talks with Piet Boom.", graph.StatusAsserted},
		{"Ana Silva pushed ahead with talks with Piet Boom.", graph.StatusAsserted},
		{"Mary Brown gave little hope that Ana Silva's talks with Piet Boom would bear fruit.", graph.StatusAsserted},
		{"Talks between Ana Silva and Piet Boom will focus on fish.", graph.StatusPlanned},
		{"Ana Silva was to have met Piet Boom.", graph.StatusPlanned},
		{"Ana Silva will travel to Peru, arriving on Monday and meeting with Piet Boom.", graph.StatusPlanned},
		{"Arrangements were made for a call between Ana Silva and Piet Boom.", graph.StatusPlanned},
		{"A chance encounter with Piet Boom changed Ana Silva's plans.", graph.StatusAsserted},
		{"At times Ana Silva would meet Piet Boom.", graph.StatusAsserted},
	} {
		if _, f := only(t, c.text); f.Status != c.want {
			t.Errorf("%s\ngot %s, want %s", c.text, f.Status, c.want)
		}
	}
}

// "Not" takes a party out, or the contact with it.
func TestExcepted(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Ana Silva met Piet Boom and not Karel Novak.", "participant Ana Silva, participant Piet Boom"},
		{"Not Ana Silva but Mary Brown met Piet Boom.", "participant Mary Brown, participant Piet Boom"},
	} {
		if a, f := only(t, c.text); parties(a, f) != c.want {
			t.Errorf("%s\ngot %s, want %s", c.text, parties(a, f), c.want)
		}
	}
	found := Find(article(t, "Ana Silva spoke with Piet Boom but not with Karel Novak."))
	if len(found) != 2 || found[0].Status != graph.StatusAsserted || found[1].Status != graph.StatusDenied {
		t.Errorf("%+v", found)
	}
}
