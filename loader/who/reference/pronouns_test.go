package reference

import "testing"

func TestPronouns(t *testing.T) {
	checkParties(t, []struct{ text, word, want string }{
		{"Jane Orr called. She was tired.", "She", "Jane Orr"},
		{"Jane Orr called Kari Lund. She was tired.", "She", "Jane Orr"}, // the subject is more prominent
		{"Jane Orr and Mary Lund called. She was tired.", "She", "-"},
		{"Bo Okoro met Kari Lund, who thanked him.", "him", "Bo Okoro"},
		{"Minister Bo Okoro accused Juan Silva of hiding his car.", "his", "Juan Silva"}, // control
		{"Jane Orr called her.", "her", "-"},                                             // not the subject of her own clause
		{"A diplomat said he was tired.", "he", "diplomat"},
		{"It said that it was raining.", "it", "-"},
		{"The Northern Freedom Front replied. It denied the report.", "It", "Northern Freedom Front"},
		{"Jane Orr said: “Kari Lund was there.” She was tired.", "She", "Jane Orr"},                                                 // named in another's words
		{"President Mary Hart spoke on Monday. Minister Solvei Krag flew to Rome, where she met Juan Silva.", "she", "Solvei Krag"}, // of unknown gender, but the subject
		{"When Mary Hart arrived in Rome, she met Juan Silva.", "she", "Mary Hart"},
		{"Before Juan Silva left Rome, Mary Hart came to see him.", "him", "Juan Silva"},
		{"Juan Silva asked Bo Okoro to call him.", "him", "Juan Silva"}, // not whom he asked
		{"Juan Silva met Bo Okoro, who thanked him.", "him", "Juan Silva"},
		{"Piet Boom met Ana Silva during her visit to Peru.", "her", "Ana Silva"}, // known to be a woman, and nearer
		{"Ana Silva said on Sunday that she would meet Piet Boom.", "she", "Ana Silva"},
		{"Juan Silva spoke. His friend left.", "His", "Juan Silva"},
	})
}
