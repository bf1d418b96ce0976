package read

import (
	"regexp"
	"strings"
	"time"

	"dateline/graph"
	"dateline/loader/lexicon"
)

// foreignMonths are the names of months in other languages, in lower case.
var foreignMonths = lexicon.ForeignMonths()

// foreignForm matches a day as it is written in several European languages: "18 de março
// de 2024", "le 1er mars 2024", "18. März 2024", "4 marzo 2024".
var foreignForm = regexp.MustCompile(`(?i)(?:^|[^\p{L}\p{N}])(\d{1,2})(?:er|º|ª|°|\.)?\s+(?:de\s+|d['’])?(\p{L}{3,12})\.?,?\s+(?:de\s+|del\s+)?(\d{4})(?:[^\p{N}]|$)`)

// eastAsianForm matches a day as it is written in Chinese, Japanese and Korean: 2018年9月30日.
var eastAsianForm = regexp.MustCompile(`(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]`)

// foreignDay returns the first day in a text that is written in another language than
// English.
func foreignDay(text string) (graph.Date, bool) {
	for _, at := range foreignForm.FindAllStringSubmatch(text, -1) {
		month := foreignMonths[strings.ToLower(at[2])]
		if year, day := number(at[3]), number(at[1]); isDay(year, month, day) {
			return graph.NewDate(year, time.Month(month), day), true
		}
	}
	if at := eastAsianForm.FindStringSubmatch(text); at != nil && isDay(number(at[1]), number(at[2]), number(at[3])) {
		return graph.NewDate(number(at[1]), time.Month(number(at[2])), number(at[3])), true
	}
	return graph.Date{}, false
}

// foreignDateLine reads a line of few words with such a day, which is no sentence:
// "Publié le 1er mars 2024 à 10h12".
func foreignDateLine(text string) (graph.Date, bool) {
	const most = 10 // words
	if len(text) > maxDateLine || len(strings.Fields(text)) > most || endsSentence(text) {
		return graph.Date{}, false
	}
	return foreignDay(text)
}
