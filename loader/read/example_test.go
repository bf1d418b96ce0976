package read_test

import (
	"fmt"

	"dateline/loader/read"
)

// An article as somebody saved it: everything but the article's own text is left
// out.
func ExampleText() {
	article, _, err := read.Text("saved.txt", []byte(`Fjord Times

Prime ministers speak by phone

By Kari Holm
12 March 2024

Ingrid Solheim and Einar Jonsson spoke by phone on Monday, her office said.

Read more: The herring treaty explained
`))
	if err != nil {
		panic(err)
	}
	fmt.Println(article.Title)
	fmt.Println(article.Published, article.PublishedFrom)
	fmt.Println(article.Text)
	// Output:
	// Prime ministers speak by phone
	// 2024-03-12 date line
	// Ingrid Solheim and Einar Jonsson spoke by phone on Monday, her office said.
}
