package contact

import "testing"

func TestRoles(t *testing.T) {
	for _, c := range []struct{ why, text, want string }{
		{"a call with", "Ana Silva had a call with Piet Boom.", "participant Ana Silva, participant Piet Boom"},
		{"a call to", "Ana Silva made a call to Piet Boom.", "initiator Ana Silva, recipient Piet Boom"},
		{"a call from", "Ana Silva got a call from Piet Boom.", "initiator Piet Boom, recipient Ana Silva"},
		{"spoken to", "Ana Silva spoke to Piet Boom about fish.", "initiator Ana Silva, recipient Piet Boom"},
		{"spoken with", "Ana Silva spoke with Piet Boom about fish.", "participant Ana Silva, participant Piet Boom"},
		{"raised with", "Ana Silva raised the flood with Piet Boom.", "initiator Ana Silva, recipient Piet Boom"},
		{"consulted", "Norway consulted Peru on fish.", "initiator Norway, recipient Peru"},
		{"consulted with", "Norway consulted with Peru on fish.", "participant Norway, participant Peru"},
		{"in touch", "Ana Silva got in touch with Piet Boom.", "initiator Ana Silva, recipient Piet Boom"},
		{"still in touch", "Ana Silva is in touch with Piet Boom.", "participant Ana Silva, participant Piet Boom"},
		{"through", "Norway sent a message to Peru through Oman.", "initiator Norway, recipient Peru, mediator Oman"},
		{"auspices", "Norway and Peru met under the auspices of Oman.", "participant Norway, participant Peru, mediator Oman"},
		{"with one mediating", "Norway and Peru held talks on Monday, with Oman mediating.", "participant Norway, participant Peru, mediator Oman"},
		{"asked for", "Ana Silva offered to meet Piet Boom.", "initiator Ana Silva, recipient Piet Boom"},
	} {
		a, f := only(t, c.text)
		if got := parties(a, f); got != c.want {
			t.Errorf("%s: %s\ngot  %s\nwant %s", c.why, c.text, got, c.want)
		}
	}
}
