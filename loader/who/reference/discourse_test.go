package reference

import "testing"

func TestDiscourse(t *testing.T) {
	r := read(t, "Jane Orr met a nurse. The nurse thanked Minister Juan Silva, a doctor. She left.")
	d := r.antecedents.discourse
	const people = 3 // Orr, the nurse twice, Silva
	if len(d.entities) != people {
		t.Fatalf("got %d people, want %d", len(d.entities), people)
	}
	silva := d.entities[2]
	if len(d.entities[1].mentions) < 2 || silva.member < 0 || d.mentions[silva.mentions[0]].role != object {
		t.Errorf("the nurse is mentioned %v, Silva is %+v", d.entities[1].mentions, silva)
	}
	if got, want := d.before(last(t, r, "Silva")), 3; got != want {
		t.Errorf("%d mentions before Silva, want %d", got, want)
	}
}

func TestPlaceOf(t *testing.T) {
	r := read(t, "Jane Orr and Kari Lund said that Bo Okoro gave Mary Hart's car to Juan Silva.")
	for word, want := range map[string]place{"Orr": mainSubject, "Lund": mainSubject, "Okoro": lowerSubject, "Hart": possessor, "car": object} {
		if got := placeOf(r.parse, last(t, r, word)); got != want {
			t.Errorf("%s: got %s, want %s", word, got, want)
		}
	}
}
