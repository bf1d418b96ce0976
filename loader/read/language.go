package read

import (
	"strings"
	"unicode"

	"dateline/loader/lexicon"
)

// defaultLanguage is the language of a text without evidence of another.
const defaultLanguage = "en"

// scripts are those that one language uses in nearly all news. Cyrillic and Arabic
// are divided further by letters that only one language has.
var scripts = []struct {
	table    *unicode.RangeTable
	language string
}{
	{unicode.Cyrillic, "ru"}, {unicode.Arabic, "ar"}, {unicode.Hebrew, "he"}, {unicode.Greek, "el"},
	{unicode.Hiragana, "ja"}, {unicode.Katakana, "ja"}, {unicode.Hangul, "ko"}, {unicode.Han, "zh"},
	{unicode.Thai, "th"}, {unicode.Devanagari, "hi"}, {unicode.Bengali, "bn"}, {unicode.Tamil, "ta"},
	{unicode.Georgian, "ka"}, {unicode.Armenian, "hy"},
}

// stopWords are the commonest words of each language in Latin letters, chosen so
// that few are also words of another one.
var stopWords = lexicon.StopWords()

// languageSample is how much of a text is used to guess its language, in code
// points.
const languageSample = 20_000

// fewStopWords is how many common words a text has at least that is taken for one of
// another language than English.
const fewStopWords = 4

// languageOf guesses the language of a text, as a BCP 47 tag, from its script and
// its commonest words; en without evidence of another.
func languageOf(text string) string {
	language, _ := guessLanguage(text)
	return language
}

// languageGiven returns the language that is given for a text, unless the text is surely
// in another: feeds name the language of their site.
func languageGiven(given, text string) string {
	guess, sure := guessLanguage(text)
	base, _, _ := strings.Cut(given, "-")
	if given == "" || sure && guess != base {
		return guess
	}
	return given
}

// guessLanguage returns the language of a text, and whether there is no doubt.
func guessLanguage(text string) (language string, sure bool) {
	sample := text
	if len(sample) > languageSample*4 {
		sample = strings.ToValidUTF8(sample[:languageSample*4], "")
	}
	if language := scriptLanguage(sample); language != "" {
		return language, true
	}
	counts := map[string]int{}
	for _, word := range wordsOf(strings.ToLower(sample)) {
		for language, set := range stopWords {
			if set[word] {
				counts[language]++
			}
		}
	}
	best, second := defaultLanguage, 0
	for language, n := range counts {
		if n > counts[best] || n == counts[best] && best != defaultLanguage && language < best {
			best = language
		}
	}
	for language, n := range counts {
		if language != best {
			second = max(second, n)
		}
	}
	if counts[best] < fewStopWords {
		return defaultLanguage, false
	}
	return best, counts[best] >= 2*(second+fewStopWords)
}

// scriptLanguage guesses the language of a text from its script; empty if most
// letters are Latin.
func scriptLanguage(text string) string {
	counts := make([]int, len(scripts))
	letters := 0
	ukrainian, persian := false, false
	for _, r := range text {
		if !unicode.IsLetter(r) {
			continue
		}
		letters++
		if r < 0x250 {
			continue
		}
		ukrainian = ukrainian || strings.ContainsRune("іїєґІЇЄҐ", r)
		persian = persian || strings.ContainsRune("پچژگ", r)
		for i, script := range scripts {
			if unicode.Is(script.table, r) {
				counts[i]++
				break
			}
		}
	}
	best, kana := -1, 0
	for i, n := range counts {
		if scripts[i].language == "ja" {
			kana += n
		}
		if n > 0 && (best < 0 || n > counts[best]) {
			best = i
		}
	}
	if best < 0 || counts[best]*2 < letters {
		return ""
	}
	switch language := scripts[best].language; {
	case language == "zh" && kana > 0:
		return "ja"
	case language == "ru" && ukrainian:
		return "uk"
	case language == "ar" && persian:
		return "fa"
	default:
		return language
	}
}

// isForeignScript reports whether most letters of a line are not Latin.
func isForeignScript(text string) bool { return scriptLanguage(text) != "" }
