package contact

import "testing"

func TestSame(t *testing.T) {
	for _, c := range []struct {
		why, text string
		want      int
	}{
		{"told twice", "Ana Silva met Piet Boom. The meeting of Ana Silva and Piet Boom was short.", 1},
		{"other parties", "Ana Silva met Piet Boom. Ana Silva met Mary Brown.", 2},
		{"other means", "Ana Silva phoned Piet Boom. Ana Silva visited Piet Boom.", 2},
		{"other days", "Ana Silva met Piet Boom on 3 March 2031. Ana Silva met Piet Boom on 4 March 2031.", 2},
		{"denied and asserted", "Ana Silva met Piet Boom. Ana Silva did not meet Piet Boom.", 2},
		{"a role, then the name", "Ana Silva spoke with Oman's foreign minister by phone. Ana Silva and Piet Boom spoke by phone.", 1},
		{"the name, then a role", "Ana Silva phoned Piet Boom. Ana Silva phoned her lawyer.", 2},
		{"a group, then more shortly", "Ana Silva met Omani officials in Oslo. Ana Silva met officials in Oslo, a friend said.", 1},
		{"one of two", "Ana Silva met Piet Boom and Mary Brown. It rained. It snowed. It froze. Silva said her meeting with Boom was short.", 1},
		{"on a visit", "During her visit, Ana Silva met Piet Boom.", 1},
		{"an aside", "Ana Silva and Piet Boom held a meeting where Ana Silva and Piet Boom exchanged views.", 1},
		{"planned, then only named", "Ana Silva will visit Piet Boom in Oslo. On her visit to Piet Boom, Ana Silva is to sign a deal.", 1},
		{"again", "Ana Silva met Piet Boom. Ana Silva later met Piet Boom again.", 2},
	} {
		if got := len(Find(article(t, c.text))); got != c.want {
			t.Errorf("%s: %s\nhas %d contacts, want %d", c.why, c.text, got, c.want)
		}
	}
}
