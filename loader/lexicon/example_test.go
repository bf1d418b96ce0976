package lexicon_test

import (
	"fmt"

	"dateline/loader/lexicon"
)

// The lists that know a word. To phone is a contact, and so is a phone call; "serenade"
// is unknown until somebody adds it to a list.
func ExampleFind() {
	for _, entry := range lexicon.Find(nil, "phoned") {
		fmt.Println(entry.List, entry.Cells[0])
	}
	fmt.Println(len(lexicon.Find(nil, "serenade")))
	// Output:
	// contact_nouns.tsv phone
	// contact_verbs.tsv phone
	// instruments.tsv phone
	// irregular_lemmas.tsv phoned
	// irregular_lemmas.tsv phones
	// irregular_lemmas.tsv phoning
	// nouns.tsv phone
	// verbs.tsv phone
	// 0
}
