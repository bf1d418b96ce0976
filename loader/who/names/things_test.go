package names

import "testing"

// What is named after somebody is not that person.
func TestNamesOfThings(t *testing.T) {
	checkNames(t, []struct{ text, want string }{
		{"The Harriet Lowe Prize went to Jane Orr.", "Jane Orr (person)"},
		{"The Tolman Bill was named after Jane Orr.", "Jane Orr (person)"},
		{"Mayor Bill van Orden left.", "Bill van Orden (person)"},
	})
}
