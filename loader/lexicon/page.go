package lexicon

import (
	"fmt"
	"regexp"
	"strings"
)

// FurnitureKind is what makes a line of a news site furniture: its kind, and the most
// words that it has.
type FurnitureKind struct {
	Kind  string
	Words int
}

type pagePattern struct {
	pattern string
	FurnitureKind
}

func (p *pagePattern) valid() error {
	if _, err := regexp.Compile(p.pattern); err != nil {
		return fmt.Errorf("the pattern is not a regular expression: %w", err)
	}
	return nil
}

var (
	furniture = &table[pagePattern]{name: "furniture.tsv", valid: (*pagePattern).valid, columns: func(p *pagePattern) []column {
		return []column{text("pattern", &p.pattern), one("kind", &p.Kind), number("words", &p.Words)}
	}}
	headings = &table[pagePattern]{name: "headings.tsv", valid: (*pagePattern).valid, columns: func(p *pagePattern) []column {
		return []column{text("pattern", &p.pattern), one("kind", &p.Kind)}
	}}
)

// Furniture returns, by kind and most words, the pattern of lines that belong to a news
// site rather than to the article.
func Furniture() map[FurnitureKind]*regexp.Regexp {
	return Map(func() map[FurnitureKind]*regexp.Regexp {
		found := map[FurnitureKind]*regexp.Regexp{}
		for kind, patterns := range patternsOf(furniture) {
			found[kind] = regexp.MustCompile(`(?i)^(?:` + patterns + `)$`)
		}
		return found
	})
}

// Headings returns, by kind, the pattern of headings of what is not the article: "foot"
// for other stories below it, "related" for links that may be within it, "end" for what
// is never the article.
func Headings() map[string]*regexp.Regexp {
	return Map(func() map[string]*regexp.Regexp {
		found := map[string]*regexp.Regexp{}
		for kind, patterns := range patternsOf(headings) {
			the := ""
			if kind.Kind == "foot" {
				the = `(?:the )?`
			}
			found[kind.Kind] = regexp.MustCompile(`(?i)^` + the + `(?:` + patterns + `)\s*(?:[:»>→]|\.\.\.|…)?$`)
		}
		return found
	})
}

// patternsOf returns, by kind, one pattern for any of a list's.
func patternsOf(list *table[pagePattern]) map[FurnitureKind]string {
	patterns := map[FurnitureKind][]string{}
	for _, p := range list.all() {
		patterns[p.FurnitureKind] = append(patterns[p.FurnitureKind], p.pattern)
	}
	found := map[FurnitureKind]string{}
	for kind, of := range patterns {
		found[kind] = strings.Join(of, "|")
	}
	return found
}
