package vocabulary

import (
	"strings"

	"dateline/loader/lexicon"
)

// Office is a kind of office: its class groups those said of one another.
type Office struct {
	Class string // state, government, foreign, …
	Title string // the title that its synonyms share
}

func (v *Words) loadOffices() {
	for _, row := range lexicon.Offices() {
		for _, form := range append([]string{row.Title}, row.Others...) {
			v.Offices[strings.ToLower(form)] = &Office{Class: row.Class, Title: row.Title}
		}
	}
}

// IsOfficeNoun reports whether a noun in lower case can be the head of a role.
func (v *Words) IsOfficeNoun(lower string) bool {
	return v.People[lower] || v.Offices[lower] != nil
}

// BaseNoun returns one noun for the variants of an office's noun: "chairman" for
// "chairwoman".
func BaseNoun(noun string) string {
	if base, ok := officeVariants[noun]; ok {
		return base
	}
	return noun
}

var officeVariants = lexicon.OfficeVariants()
