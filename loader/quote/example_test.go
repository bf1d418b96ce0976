package quote_test

import (
	"fmt"

	"dateline/loader/language"
	"dateline/loader/quote"
)

// Who said what, before anybody has a name.
func ExampleAttributions() {
	pipeline, err := language.New()
	if err != nil {
		panic(err)
	}
	document := pipeline.ParseParagraphs("“The ferry will sail,” the minister said. According to her aide, it is late.")
	for _, a := range quote.Attributions(document) {
		fmt.Printf("%s %s: %s\n", document.Slice(a.Source[0]), document.Tokens[a.Cue].Text, document.Slice(a.Content[0]))
	}
	// Output:
	// the minister said: “The ferry will sail,”
	// her aide According: it is late
}
