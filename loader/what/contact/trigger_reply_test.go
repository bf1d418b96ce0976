package contact

import "testing"

// Whoever answers a contact makes another of the same two.
func TestReply(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Ana Silva phoned Piet Boom on Monday, and he called back on Tuesday.", "initiator Piet Boom, recipient Ana Silva"},
		{"Ana Silva wrote to Piet Boom on Sunday. Boom wrote back a day later.", "initiator Piet Boom, recipient Ana Silva"},
		{"Ana Silva phoned Piet Boom on Monday. Boom returned the call on Tuesday.", "initiator Piet Boom, recipient Ana Silva"},
	} {
		a := article(t, c.text)
		found := Find(a)
		if len(found) != 2 || parties(a, found[1]) != c.want {
			t.Errorf("%s\nhas %d contacts: %+v", c.text, len(found), found)
		}
	}
}

// Others do not answer.
func TestNoReply(t *testing.T) {
	for _, text := range []string{
		"Ana Silva phoned Piet Boom on Monday, and he came back on Tuesday.",
		"Ana Silva phoned Piet Boom on Monday. Karel Novak called back on Tuesday.",
		"Ana Silva phoned Piet Boom on Monday. Boom returned to Oslo.",
	} {
		if found := Find(article(t, text)); len(found) != 1 {
			t.Errorf("%s\nhas %d contacts", text, len(found))
		}
	}
}
