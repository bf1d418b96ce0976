package entity

import "testing"

// A surname finds a person even if no article uses it alone, unless others bear it.
func TestSurnames(t *testing.T) {
	expect(t, link(newPerson("A", "Jan van der Meer", "NL"), newPerson("A", "Henrik Friis Jr.", "DK"), newPerson("A", "Chen Haoran", "CN")),
		"Jan van der Meer (van der Meer) 1", "Henrik Friis Jr. (Friis) 1", "Chen Haoran () 1")
	expect(t, link(newPerson("A", "Jan van der Meer", "NL"), newPerson("B", "Katrin van der Meer", "NL")),
		"Jan van der Meer () 1", "Katrin van der Meer () 1")
}
