package roster

import "testing"

func TestSmallestMention(t *testing.T) {
	r := read(t, "The envoy of Jane Orr left.")
	envoy := r.Member("envoy", func() Draft { return Draft{Name: "envoy", Holder: -1} })
	const of, orr = 2, 4
	r.AddMention(NominalMention(r.Parse.Sentences[0], 1, envoy))
	if m, ok := r.At(orr); !ok || m.Member == envoy {
		t.Errorf("at Orr: got %+v, want the name", m)
	}
	if m, ok := r.At(of); !ok || m.Member != envoy {
		t.Errorf("at of: got %+v, want the phrase", m)
	}
	if _, ok := r.Headed(of); ok {
		t.Error("of heads no mention")
	}
	if got := r.MentionsIn(0, orr); len(got) != 1 || got[0].Member != envoy {
		t.Errorf("before Orr: got %+v", got)
	}
}

func TestUnresolvedMention(t *testing.T) {
	r := read(t, "Jane Orr left.")
	r.AddMention(PronounMention(2, -1))
	if m, ok := r.At(2); ok {
		t.Errorf("got %+v, resolved", m)
	}
	if _, ok := r.AnyAt(2); !ok {
		t.Error("got no mention")
	}
	if _, ok := r.At(-1); ok {
		t.Error("got a mention before the text")
	}
}
