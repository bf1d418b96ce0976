package aside

import (
	"dateline/loader/language"
	"dateline/loader/lexicon"
)

// linkEnds end the list of headlines that a link about a person shows.
var linkEnds = lexicon.Class("link-end")

// maxLink is how many tokens such a link has. Judgement.
const maxLink = 60

// links finds the links behind names that begin with the name again and end in "MORE":
// "Sen. Ann Lind Ann LindVote delayed — Bill passed MORE (N.Y.) met".
func links(tokens []language.Token, line language.Span) []language.Aside {
	var found []language.Aside
	from := line.Start
	for i := line.Start; i < line.End; i++ {
		if !linkEnds[tokens[i].Text] {
			continue
		}
		if start := linkStart(tokens, max(from, i-maxLink), i); start > from {
			found = append(found, language.Aside{Span: language.Span{Start: start, End: i + 1}, Kind: language.Furniture})
			from = i + 1
		}
	}
	return found
}

// linkStart returns the first token from which the first name of the person before is
// repeated, -1 where there is none.
func linkStart(tokens []language.Token, from, end int) int {
	for i := from; i < end; i++ {
		for _, words := range []int{2, 3} {
			if before := i - words; before >= from && startsUpper(tokens[i].Text) && len(tokens[i].Text) > 1 && tokens[i].Text == tokens[before].Text {
				return i
			}
		}
	}
	return -1
}
