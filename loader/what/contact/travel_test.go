package contact

import "testing"

// Who travels to the other side begins, unless they meet on neutral ground.
func TestTraveller(t *testing.T) {
	const directed, undirected = "initiator Ana Silva, recipient Piet Boom", "participant Ana Silva, participant Piet Boom"
	for _, c := range []struct{ why, text, want string }{
		{"for talks", "Ana Silva flew to Lima for talks with Piet Boom.", directed},
		{"to meet", "Ana Silva will travel to Lima to meet Piet Boom.", directed},
		{"then met", "Ana Silva arrived in Lima and met Piet Boom.", directed},
		{"on a visit", "Ana Silva met Piet Boom during her visit to Peru.", directed},
		{"the other's visit", "Piet Boom met Ana Silva during her visit to Peru.", directed},
		{"neutral ground", "Peruvian President Piet Boom is old. Ana Silva flew to Oslo to meet Piet Boom.", undirected},
		{"home again", "Ana Silva met Piet Boom and flew to Lima.", undirected},
		{"no journey", "Ana Silva went on to meet Piet Boom.", undirected},
		{"where the host is", "Peruvian President Piet Boom is old. Ana Silva arrived in Lima on Monday. In Lima, Ana Silva met Piet Boom.", directed},
	} {
		a := article(t, c.text)
		found := Find(a)
		if len(found) == 0 {
			t.Fatalf("%s: none in %s", c.why, c.text)
		}
		if got := parties(a, found[len(found)-1]); got != c.want {
			t.Errorf("%s: %s\ngot  %s\nwant %s", c.why, c.text, got, c.want)
		}
	}
}

// A noun of journeys that is no noun of contacts has travellers and no contact.
func TestTourOfOne(t *testing.T) {
	if found := Find(article(t, "Ana Silva launched a tour of Peru on Monday.")); len(found) > 0 {
		t.Errorf("found %d contacts, want none", len(found))
	}
}
