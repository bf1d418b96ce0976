package who

import (
	"strings"

	"dateline/loader/grammar"
)

// quotations numbers the quotations of a text: for each token that of the one it
// stands in, 0 outside. A paragraph's end closes one.
func quotations(parse *grammar.Parse) []int {
	numbers := make([]int, len(parse.Tokens))
	open, count := false, 0
	for i, token := range parse.Tokens {
		switch {
		case strings.Contains(token.Text, "\n"):
			open = false
		case token.Text == "“" || token.Text == "«" || token.Text == "``" || token.Text == "\"" && !open:
			open = true
			count++
			continue
		case token.Text == "”" || token.Text == "»" || token.Text == "''" || token.Text == "\"":
			open = false
		}
		if open {
			numbers[i] = count
		}
	}
	return numbers
}
