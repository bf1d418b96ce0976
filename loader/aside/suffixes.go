package aside

import (
	"strings"

	"dateline/loader/language"
	"dateline/loader/lexicon"
)

var (
	// generations distinguish people of one name: "Jr.", "III".
	generations = lexicon.Suffixes(lexicon.Article)
	// postNominals are honours and degrees behind a name.
	postNominals = lexicon.Class("post-nominal")
	// opensApposition are words that begin another phrase about somebody.
	opensApposition = lexicon.Class("apposition-start")
)

// suffixes finds the suffixes behind the commas of names: "Otto Lim, Jr.,", "Ana Silva,
// KCMG,". The second comma goes with them, unless it opens another phrase.
func suffixes(tokens []language.Token, line language.Span) []language.Aside {
	var found []language.Aside
	for i := line.Start + 1; i+1 < line.End; i++ {
		if tokens[i].Text != "," || !startsUpper(tokens[i-1].Text) || !isSuffix(tokens[i+1].Text) {
			continue
		}
		end := i + 2
		for end+1 < line.End && tokens[end].Text == "," && isSuffix(tokens[end+1].Text) {
			end += 2
		}
		if end+1 < line.End && tokens[end].Text == "," && startsLower(tokens[end+1].Text) && !opensApposition[tokens[end+1].Text] {
			end++
		}
		kind := language.Unnamed
		if isGeneration(tokens[i+1].Text) {
			kind = language.Joined
		}
		found = append(found, language.Aside{Span: language.Span{Start: i, End: end}, Kind: kind})
		i = end
	}
	return found
}

func isSuffix(word string) bool { return isGeneration(word) || postNominals[word] }

func isGeneration(word string) bool { return generations[strings.TrimSuffix(word, ".")] }

// styles finds the styles before names, with the comma behind them: "His Royal Highness,
// Crown Prince", "Her Excellency".
func styles(tokens []language.Token, line language.Span) []language.Aside {
	var found []language.Aside
	for i := line.Start + 1; i+1 < line.End; i++ {
		if !possessors[tokens[i].Text] {
			continue
		}
		end := i + 1
		for end < min(i+maxStyle, line.End) && startsUpper(tokens[end].Text) && !styleNouns[tokens[end].Text] {
			end++
		}
		if end >= line.End || !styleNouns[tokens[end].Text] {
			continue
		}
		if end++; end < line.End && tokens[end].Text == "," {
			end++
		}
		if end < line.End && startsUpper(tokens[end].Text) {
			found = append(found, language.Aside{Span: language.Span{Start: i, End: end}, Kind: language.Unnamed})
		}
	}
	return found
}

var (
	possessors = lexicon.Class("style-possessor")
	styleNouns = lexicon.Class("style")
)

// maxStyle is how many tokens a style has: "His Serene Royal Highness". Judgement.
const maxStyle = 4
