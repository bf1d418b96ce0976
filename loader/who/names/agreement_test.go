package names

import "testing"

// The mentions of one name agree.
func TestAgreement(t *testing.T) {
	checkNames(t, []struct{ text, want string }{
		{"Kari Lund resigned. Lund left.", "Kari Lund (person), Lund (person)"},
		{"Bill Clinton left. The Clintons were tired.", "Bill Clinton (person)"},
		{"Steve Israel left. Israel said he was tired.", "Steve Israel (person), Israel (person)"},
		{"Talks with Orr failed. Jane Orr was tired.", "Orr (person), Jane Orr (person)"},
		{"Kari Lund stayed in touch with property developer Stavros Kontos. She told Mr Kontos that he was late.", "Kari Lund (person), Stavros Kontos (person), Kontos (person)"},
		{"The ELN left. In June ELN returned.", "ELN (organization), ELN (organization)"},
	})
}
