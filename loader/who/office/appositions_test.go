package office

import "testing"

func TestAppositions(t *testing.T) {
	checkPositions(t, []struct{ text, want string }{
		{"Jane Orr, the president of France, left.", "President of France"},
		{"Jane Orr was the president of France.", "President of France"},
		{"Jane Orr was not the president of France.", ""},
		{"Jane Orr may become president of France.", ""},
		{"Jane Orr, who was the president of France, left.", "President of France"},
		{"Jane Orr served as envoy.", "former Envoy"},
		{"Jane Orr met Bo Okoro, the president of France.", ""}, // another's
	})
}

func TestCountryOfOffice(t *testing.T) {
	o := read(t, "President Jane Orr of France left.\n\nRussian Foreign Minister Bo Okoro left.\n\nFormer French minister Ana Roux left.")
	o.Roster.Finish()
	got := map[string]string{}
	for _, m := range o.Roster.Members {
		got[m.Name] = m.Country
	}
	if got["Bo Okoro"] != "RU" {
		t.Errorf("the Russian minister is of %q", got["Bo Okoro"])
	}
	if got["Ana Roux"] != "" {
		t.Errorf("the former French minister is of %q", got["Ana Roux"])
	}
}
