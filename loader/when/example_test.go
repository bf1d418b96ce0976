package when_test

import (
	"fmt"
	"time"

	"dateline/graph"
	"dateline/loader/language"
	"dateline/loader/when"
)

// The words of an article as days, counted from its day of publication. What the words
// leave open stays open.
func ExampleFind() {
	pipeline, err := language.New()
	if err != nil {
		panic(err)
	}
	document := pipeline.Parse("They met on Tuesday. They had last spoken in July, and will speak again in two days.")
	for _, expression := range when.Find(document, graph.NewDate(2026, time.February, 12)) {
		fmt.Printf("%s: %s %s, %s\n", expression.Text, expression.Type, expression.Value, expression.EDTF)
	}
	// Output:
	// Tuesday: DATE 2026-02-10, 2026-02-10
	// July: DATE 2025-07, 2025-07
	// two days: DATE 2026-02-14, 2026-02-14
}
