package match_test

import (
	"fmt"

	"dateline/graph"
	"dateline/loader/merge/match"
)

func ExampleNames() {
	for _, pair := range [][2]string{
		{"Volodymyr Zelensky", "Vladimir Zelenskiy"},
		{"Bill Clinton", "William J. Clinton"},
		{"Emmanuel Macron", "Brigitte Macron"},
	} {
		fmt.Printf("%s, %s: %t\n", pair[0], pair[1], match.Names(graph.KindPerson, pair[0], pair[1]))
	}
	// Output:
	// Volodymyr Zelensky, Vladimir Zelenskiy: true
	// Bill Clinton, William J. Clinton: true
	// Emmanuel Macron, Brigitte Macron: false
}
