package read

import (
	"strings"
	"unicode"
)

// The language of a text that nothing tells of.
const defaultLanguage = "en"

// scripts that stand for one language in nearly all news. Cyrillic and Arabic
// letters are told apart further by letters that only one language has.
var scripts = []struct {
	table    *unicode.RangeTable
	language string
}{
	{unicode.Cyrillic, "ru"}, {unicode.Arabic, "ar"}, {unicode.Hebrew, "he"}, {unicode.Greek, "el"},
	{unicode.Hiragana, "ja"}, {unicode.Katakana, "ja"}, {unicode.Hangul, "ko"}, {unicode.Han, "zh"},
	{unicode.Thai, "th"}, {unicode.Devanagari, "hi"}, {unicode.Bengali, "bn"}, {unicode.Tamil, "ta"},
	{unicode.Georgian, "ka"}, {unicode.Armenian, "hy"},
}

// stopWords are the commonest words of the languages written in Latin letters,
// chosen so that few of them are words of another of these.
var stopWords = map[string]map[string]bool{
	"en": words(`the of and to in that is was for on with as at by he it from be his has had are an this which have not were been their they said who will its or but would about after more also she her than`),
	"fr": words(`le la les des et une est que dans pour qui sur pas au avec sont ce il plus par du été cette aux mais ont ses nous leur elle`),
	"de": words(`der die das und den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei`),
	"es": words(`el la los las de que y en un una por con del se al para no su es como más lo pero sus fue este ha`),
	"it": words(`il di che e la un per una in del è non della con dei sono gli al alla le ha nel più anche come si lo`),
	"pt": words(`o a os as de que e do da em um uma para com não por no na se dos das mais ao foi pelo pela como`),
	"nl": words(`de het een van en in is dat op te zijn met voor niet aan er die om ook als door naar bij heeft`),
	"pl": words(`w i na z się nie że do to jest o od za przez po jak ale dla oraz który przed są jego`),
	"tr": words(`ve bir bu için ile da de olarak olan daha çok en gibi ancak sonra kadar ise dedi`),
	"ro": words(`și de la în a cu pe că nu o un din pentru este care mai au fost sau fi după`),
	"cs": words(`a v se na je že s z do o i k ve pro za by ale jako po jsou jeho který od`),
	"sv": words(`och i att det som en på är av för med till den har inte om ett han var från`),
}

func words(list string) map[string]bool {
	set := map[string]bool{}
	for _, word := range strings.Fields(list) {
		set[word] = true
	}
	return set
}

// The language is told from this much of a text, in code points.
const languageSample = 20_000

// languageOf guesses the language of a text from its script and its commonest
// words: a BCP 47 tag, en where nothing tells.
func languageOf(text string) string {
	sample := text
	if len(sample) > languageSample*4 {
		sample = strings.ToValidUTF8(sample[:languageSample*4], "")
	}
	if language := scriptLanguage(sample); language != "" {
		return language
	}
	counts := map[string]int{}
	for _, word := range wordsOf(strings.ToLower(sample)) {
		for language, set := range stopWords {
			if set[word] {
				counts[language]++
			}
		}
	}
	best := defaultLanguage
	for language, n := range counts {
		if n > counts[best] || n == counts[best] && best != defaultLanguage && language < best {
			best = language
		}
	}
	return best
}

// scriptLanguage is empty for a text of mostly Latin letters.
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

// isForeignScript is true for a line most of whose letters are of another script
// than Latin, in an article in Latin letters.
func isForeignScript(text string) bool { return scriptLanguage(text) != "" }
