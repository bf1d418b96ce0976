package when

import (
	"strconv"
	"strings"
)

// readCardinal reads a number of digits or words from word i: "12", "2.5",
// "twenty-four", "a hundred", "two and a half". It returns how many words it took,
// 0 for no number.
func readCardinal(words []word, i int) (value float64, taken int) {
	if n, ok := digitsOf(words[i].lower); ok {
		return readScale(words, i, n, 1)
	}
	n, taken := readSpelled(words, i)
	if taken == 0 {
		return 0, 0
	}
	return readScale(words, i, n, taken)
}

// digitsOf reads "12", "1,200" and "2.5".
func digitsOf(text string) (float64, bool) {
	if text == "" || text[0] < '0' || text[0] > '9' {
		return 0, false
	}
	n, err := strconv.ParseFloat(strings.ReplaceAll(text, ",", ""), 64)
	return n, err == nil && n < 1e9
}

// readSpelled reads a number below a hundred in words, or the "a" of "a hundred".
func readSpelled(words []word, i int) (value float64, taken int) {
	text := words[i].lower
	if n, ok := cardinals[text]; ok {
		return float64(n), 1
	}
	if n, ok := tens[text]; ok {
		next := skipHyphen(words, i+1)
		if digit, ok := cardinals[textAt(words, next)]; ok && digit < 10 && digit > 0 {
			return float64(n + digit), next + 1 - i
		}
		return float64(n), 1
	}
	if text == "a" && scaleOf(textAt(words, i+1)) != 0 {
		return 1, 1
	}
	return 0, 0
}

// readScale takes "hundred", "thousand" and "and a half" after a number.
func readScale(words []word, i int, n float64, taken int) (float64, int) {
	for {
		scale := scaleOf(textAt(words, i+taken))
		if scale == 0 {
			break
		}
		n *= scale
		taken++
		rest := i + taken
		if textAt(words, rest) == "and" {
			rest++
		}
		if rest >= len(words) {
			break
		}
		if more, took := readSpelled(words, rest); took > 0 && more < scale && words[rest].lower != "a" {
			n += more
			taken = rest + took - i
		}
	}
	if textAt(words, i+taken) == "and" && textAt(words, i+taken+1) == "a" && textAt(words, i+taken+2) == "half" {
		return n + 0.5, taken + 3
	}
	return n, taken
}

func scaleOf(text string) float64 { return float64(scales[text]) }

// readOrdinal reads "10th", "third" and "twenty-first".
func readOrdinal(words []word, i int) (value float64, taken int) {
	text := words[i].lower
	if n, ok := ordinals[text]; ok {
		return float64(n), 1
	}
	if n, ok := tens[text]; ok {
		next := skipHyphen(words, i+1)
		if digit, ok := ordinals[textAt(words, next)]; ok && digit < 10 {
			return float64(n + digit), next + 1 - i
		}
		return 0, 0
	}
	if len(text) < 3 {
		return 0, 0
	}
	switch text[len(text)-2:] {
	case "st", "nd", "rd", "th":
		if n, err := strconv.Atoi(text[:len(text)-2]); err == nil && n > 0 {
			return float64(n), 1
		}
	}
	return 0, 0
}

// readYear reads a year of four digits from 1000 to 2199, or as it is spoken:
// "nineteen seventy-nine", "two thousand and five".
func readYear(words []word, i int) (value float64, taken int) {
	text := words[i].lower
	if len(text) == 4 {
		if n, err := strconv.Atoi(text); err == nil && n >= 1000 && n < 2200 {
			return float64(n), 1
		}
	}
	switch text {
	case "two":
		if n, took := readCardinal(words, i); n >= 2000 && n < 2100 && took > 1 {
			return n, took
		}
	case "eighteen", "nineteen", "twenty":
		rest := skipHyphen(words, i+1)
		if rest >= len(words) {
			return 0, 0
		}
		if n, took := readSpelled(words, rest); took > 0 && n >= 10 {
			hundreds := float64(cardinals[text] + tens[text])
			return hundreds*100 + n, rest + took - i
		}
	}
	return 0, 0
}

// readDecade reads "1990s", "1990's", "'90s" and "nineties".
func readDecade(words []word, i int) (value float64, taken int) {
	text := words[i].lower
	if n, ok := decadeNames[text]; ok {
		return float64(n), 1
	}
	if text == "'" && i+1 < len(words) && words[i+1].glued {
		n, taken := readDecade(words, i+1)
		return n, plusOne(taken)
	}
	digits, isPlural := strings.CutSuffix(text, "s")
	taken = 1
	if !isPlural {
		if textAt(words, i+1) != "'" || textAt(words, i+2) != "s" || !words[i+1].glued || !words[i+2].glued {
			return 0, 0
		}
		taken = 3
	}
	n, err := strconv.Atoi(digits)
	switch {
	case err != nil || n%10 != 0:
		return 0, 0
	case len(digits) == 4 && n >= 1000 && n < 2200:
		return float64(n), taken
	case len(digits) == 2 && n >= 20 && taken == 1 && (textAt(words, i-1) == "'" || textAt(words, i-1) == "the"):
		return float64(1900 + n), taken
	}
	return 0, 0
}

func plusOne(taken int) int {
	if taken == 0 {
		return 0
	}
	return taken + 1
}

// skipHyphen returns i, or the word after the hyphen at i.
func skipHyphen(words []word, i int) int {
	if textAt(words, i) == "-" && words[i].glued && i+1 < len(words) && words[i+1].glued {
		return i + 1
	}
	return i
}

// textAt returns word i in lower case, or "" beyond the text.
func textAt(words []word, i int) string {
	if i < 0 || i >= len(words) {
		return ""
	}
	return words[i].lower
}
