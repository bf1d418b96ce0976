package roster

import "testing"

func TestPeople(t *testing.T) {
	checkMembers(t, []struct{ why, text, want string }{
		{"a surname is its one bearer's", "Kari Lund left. Lund was tired.", "Kari Lund, also Lund"},
		{"a fuller name takes over", "K. Lund left. Kari Lund was tired.", "Kari Lund, also K. Lund"},
		{"a title tells which", "Bill Clinton met Hillary Clinton. Mrs. Clinton left.", "Bill Clinton; Hillary Clinton, also Clinton"},
		{"a pronoun tells which", "Bill Clinton met Hillary Clinton. Clinton said that he left.", "Bill Clinton, also Clinton; Hillary Clinton"},
		{"a title tells that it is another", "Mr. Orr met Jane Orr.", "Orr; Jane Orr"},
		{"the only one introduced so far", "Kari Lund left. Lund was tired. Ana Lund came.", "Kari Lund, also Lund; Ana Lund"},
	})
}
