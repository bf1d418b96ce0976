package aside

import (
	"strings"
	"unicode"

	"dateline/loader/language"
	"dateline/loader/lexicon"
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

// abbreviations finds the points of shortened first names, which would end the sentence:
// "Chr. Lim", "Yu. V. Orlov".
func abbreviations(tokens []language.Token, line language.Span) []language.Aside {
	var found []language.Aside
	for i := line.Start + 1; i+1 < line.End; i++ {
		if tokens[i].Text == "." && !tokens[i-1].Space && shortened[tokens[i-1].Text] && startsUpper(tokens[i+1].Text) {
			found = append(found, language.Aside{Span: language.Span{Start: i, End: i + 1}, Kind: language.Joined})
		}
	}
	return found
}

// shortened are first names as they are cut before a point.
var shortened = lexicon.Class("shortened-name")

// portfolios finds what an office is for or of, between its noun and a first name:
// "Minister for Women and Equalities Ana Silva".
func portfolios(tokens []language.Token, line language.Span) []language.Aside {
	var found []language.Aside
	for i := line.Start + 1; i+2 < line.End; i++ {
		if !beginsPortfolio(strings.ToLower(tokens[i-1].Text), tokens[i].Text) {
			continue
		}
		if end := portfolioEnd(tokens, language.Span{Start: i + 1, End: line.End}); end > i+1 {
			found = append(found, language.Aside{Span: language.Span{Start: i, End: end}, Kind: language.Unnamed})
			i = end
		}
	}
	return found
}

// beginsPortfolio reports whether a preposition after the holder of an office begins what the
// office is for or of, or whom an assistant serves: "Assistant to the President".
func beginsPortfolio(holder, preposition string) bool {
	switch preposition {
	case "for", "of":
		return portfolioHolders[holder]
	case "to":
		return portfolioAssistants[holder]
	}
	return false
}

// maxPortfolio is how many tokens a portfolio has: "of State for Trade and Industry".
// Judgement.
const maxPortfolio = 10

// portfolioEnd returns where the portfolio at the start of span ends: before a first name
// with a capital behind it. It returns the start where there is none.
func portfolioEnd(tokens []language.Token, span language.Span) int {
	for i := span.Start; i < min(span.Start+maxPortfolio, span.End-1); i++ {
		switch text := tokens[i].Text; {
		case i > span.Start && firstNames[text] && startsUpper(tokens[i+1].Text) && startsUpper(tokens[i-1].Text):
			return i
		case !startsUpper(text) && !betweenPortfolios[text]:
			return span.Start
		}
	}
	return span.Start
}

var (
	portfolioHolders    = lexicon.Class("portfolio-holder")
	portfolioAssistants = lexicon.Class("assisting")
	betweenPortfolios   = lexicon.Class("between-portfolios")
	firstNames          = lexicon.Map(func() map[string]bool {
		found := map[string]bool{}
		for _, name := range lexicon.FirstNames() {
			found[name.Name] = true
		}
		return found
	})
)
