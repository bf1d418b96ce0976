package match

import (
	"regexp"
	"strings"
)

// personWords returns the words of a person's name, as write renders them and without
// titles, and whether it had titles.
func personWords(name string, write func(string) string) (words []string, titled bool) {
	if before, after, found := strings.Cut(name, ","); found && !strings.Contains(after, ",") { // "Putin, Vladimir"
		name = after + " " + before
	}
	all := strings.Fields(write(apostrophes.Replace(parted(name))))
	for _, word := range all {
		if !titles[word] {
			words = append(words, word)
		}
	}
	if len(words) == 0 {
		return all, false
	}
	return words, len(words) < len(all)
}

// organizationWords returns the romanized words of an organization's name, without its legal
// form and stop words.
func organizationWords(name string) []string {
	name = dotted.ReplaceAllStringFunc(signs.Replace(apostrophes.Replace(parted(name))), func(letters string) string {
		return strings.ReplaceAll(letters, ".", "")
	})
	plain := romanize(name)
	words := strings.Fields(legalForms().ReplaceAllString(plain, " "))
	if len(words) == 0 {
		words = strings.Fields(plain)
	}
	kept := words[:0]
	for _, word := range words {
		if stopWords[word] {
			continue
		}
		if digits, ok := numbers[word]; ok {
			word = digits
		}
		if long, ok := abbreviations[word]; ok {
			word = long
		}
		kept = append(kept, word)
	}
	return kept
}

// apostrophes are left out.
var apostrophes = strings.NewReplacer("'", "", "’", "", "ʼ", "", "`", "", "‘", "")

// signs are written as words.
var signs = strings.NewReplacer("&", " and ", "%ers", " percenters", "%", " percent ")

// dotted matches single letters with points between them: A.B.C. is one word.
var dotted = regexp.MustCompile(`\b(\pL\.)+\pL?\b`)

// joint matches where a word with a capital follows another without a space.
var joint = regexp.MustCompile(`(\p{Ll})(\p{Lu}\pL)`)

// parted inserts a space there: SiemensAG becomes Siemens AG, and GmbH stays.
func parted(name string) string { return joint.ReplaceAllString(name, "$1 $2") }
