package aside

import (
	"strings"
	"unicode"

	"dateline/loader/language"
)

// maxAddition is how many tokens an addition has between its brackets: "R-Calif.", "NYSE:
// NRR". Judgement.
const maxAddition = 4

// additions finds the brackets behind names that hold an acronym or the mark of a party
// and a state.
func additions(tokens []language.Token, line language.Span) []language.Aside {
	var found []language.Aside
	for i := line.Start + 1; i < line.End; i++ {
		if tokens[i].Text != "(" || !startsUpper(tokens[i-1].Text) && !unicode.IsUpper(firstOf(tokens[i-1].Text)) {
			continue
		}
		end := i + 1
		for end < line.End && end-i <= maxAddition && isMark(tokens[end].Text) {
			end++
		}
		if end > i+1 && end < line.End && tokens[end].Text == ")" {
			found = append(found, language.Aside{Span: language.Span{Start: i, End: end + 1}, Kind: language.Added})
			i = end
		}
	}
	return found
}

func firstOf(word string) rune {
	for _, r := range word {
		return r
	}
	return 0
}

// isMark reports whether a word can be of an acronym or of a party's mark: capitals with
// points and hyphens, or a hyphenated or shortened word that begins with one.
func isMark(word string) bool {
	capitals := 0
	for _, r := range word {
		if unicode.IsUpper(r) {
			capitals++
		}
	}
	return word == "-" || word == ":" || word == "–" || capitals > 1 || capitals == 1 && (len(word) == 1 || strings.HasSuffix(word, ".") || strings.Contains(word, "-"))
}
