package aside

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/loader/lexicon"
)

// smallLetters writes a line in capitals as a sentence: what the lists know as names, the
// word after a first name or a title, and titles before names keep one capital each.
func smallLetters(line string) string {
	words := splitWords(line)
	written := make([]string, len(words))
	for i, word := range words {
		written[i] = sentenceCase(words, i, word)
	}
	var b strings.Builder
	rest := line
	for i, word := range words {
		at := strings.Index(rest, word)
		b.WriteString(rest[:at])
		b.WriteString(written[i])
		rest = rest[at+len(word):]
	}
	return b.String() + rest
}

// splitWords returns the runs of letters, with hyphens, points and apostrophes in them.
func splitWords(line string) []string {
	return strings.FieldsFunc(line, func(r rune) bool { return !unicode.IsLetter(r) && !strings.ContainsRune("'’-", r) })
}

func sentenceCase(words []string, i int, word string) string {
	lower := keepLength(word, strings.ToLower(word))
	switch {
	case knownShouted[word]:
		return word
	case i == 0, ofKnownName(words, i), titled[lower], properWords[capitalized(lower)] && !stopWords[lower], firstNames[capitalized(lower)]:
		return capitalized(lower)
	case afterName(words, i) && !ordinary[lower]:
		return capitalized(lower)
	}
	return lower
}

// keepLength returns changed, or the original where changing it has changed its length.
func keepLength(original, changed string) string {
	if utf8.RuneCountInString(original) != utf8.RuneCountInString(changed) {
		return original
	}
	return changed
}

func capitalized(lower string) string {
	r, size := utf8.DecodeRuneInString(lower)
	return string(unicode.ToUpper(r)) + lower[size:]
}

// afterName reports whether a first name or a title stands before word i.
func afterName(words []string, i int) bool {
	if i == 0 {
		return false
	}
	before := strings.ToLower(words[i-1])
	return firstNames[capitalized(before)] || titled[before]
}

// maxKnownName is how many words of a name that the lists know are looked for. Judgement.
const maxKnownName = 4

// ofKnownName reports whether word i is of a name that the lists know.
func ofKnownName(words []string, i int) bool {
	for start := max(0, i-maxKnownName+1); start <= i; start++ {
		for end := i + 1; end <= min(len(words), start+maxKnownName); end++ {
			if knownNames[strings.ToLower(strings.Join(words[start:end], " "))] {
				return true
			}
		}
	}
	return false
}

var (
	// notBeforeElision stand before the elided particles of places: "Côte d'Azur".
	notBeforeElision = lexicon.Class("before-elided-place")
	// knownNames are the names of states, peoples, places, bodies and seats in lower case.
	knownNames = lexicon.Map(func() map[string]bool { return names(strings.ToLower) })
	// knownShouted are those names that are written in capitals anyway: "NATO".
	knownShouted = lexicon.Map(func() map[string]bool {
		found := names(func(name string) string { return name })
		for name := range found {
			if strings.ToUpper(name) != name {
				delete(found, name)
			}
		}
		return found
	})
	properWords = lexicon.Class("not-in-name")
	stopWords   = lexicon.StopWords()["en"]
	titled      = lexicon.HonorificWords(lexicon.Article)
	// ordinary are words that are no names in a line in capitals.
	ordinary = lexicon.Map(func() map[string]bool {
		found := map[string]bool{}
		for _, set := range []lexicon.Set{lexicon.FiniteVerbs(), lexicon.HeadlineWords()} {
			for word := range set {
				found[word] = true
			}
		}
		for lemma := range lexicon.ContactVerbs() {
			for _, ending := range []string{"", "s", "d", "ed", "ing"} {
				found[lemma+ending] = true
			}
		}
		return found
	})
)

// names returns the names of the lists, each as spell writes it.
func names(spell func(string) string) map[string]bool {
	found := map[string]bool{}
	add := func(names ...string) {
		for _, name := range names {
			found[spell(name)] = true
		}
	}
	for _, s := range lexicon.States() {
		add(slices.Concat([]string{s.Name}, s.Others, s.Adjectives, s.People, s.Capitals)...)
	}
	for _, p := range lexicon.Places() {
		add(p.Name)
	}
	for _, o := range lexicon.Organizations() {
		add(slices.Concat([]string{o.Name.Name}, o.Others)...)
	}
	for _, s := range lexicon.Seats() {
		add(slices.Concat([]string{s.Name.Name}, s.Others)...)
	}
	for _, m := range lexicon.Media() {
		add(slices.Concat([]string{m.Name}, m.Others)...)
	}
	return found
}
