package entity

import "testing"

// A role phrase is not an alias: in the next article it means somebody else.
func TestAliasesAreNames(t *testing.T) {
	expect(t, link(newPerson("A", "Ana Silva", "PT", "Silva", "her Dutch counterpart", "President Silva", "アナ")),
		"Ana Silva (President Silva, Silva, アナ) 1")
}
