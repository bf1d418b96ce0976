package entity

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/graph"
	"dateline/loader/lexicon"
)

// personName splits a person's name into the keys of its given names and of its surname,
// which is the last word before suffixes such as Jr. Honorifics and particles belong to
// neither. A single word is a surname.
func personName(name string) (given []string, surname string) {
	words := strings.Fields(spellingKey(name))
	for len(words) > 1 && suffixKeys[words[len(words)-1]] {
		words = words[:len(words)-1]
	}
	if len(words) == 0 {
		return nil, ""
	}
	given, surname = words[:len(words)-1], words[len(words)-1]
	for len(given) > 0 && honorifics[given[0]] {
		given = given[1:]
	}
	for len(given) > 0 && particles[given[len(given)-1]] && !isGivenName(name, given) {
		given = given[:len(given)-1]
	}
	if row, ok := surnames[surname]; ok {
		return given, row
	}
	if stem, ok := strings.CutSuffix(surname, "enka"); ok { // Belarusian for -enko
		return given, stem + "enko"
	}
	return given, surname
}

// isGivenName reports whether a word that may be a particle is the only given name, and
// written like one: Al Gore, but not al-Gore.
func isGivenName(name string, given []string) bool {
	first, _ := utf8.DecodeRuneInString(name)
	return len(given) == 1 && givenParticles[given[0]] && unicode.IsUpper(first) && !strings.Contains(name, "-")
}

// honorifics are the keys of words before a name that are not part of it.
var honorifics = spellingKeys(lexicon.HonorificWords(lexicon.Across))

// particles are the keys of words between given names and a surname, or before a surname
// that stands alone: "von der Leyen", "bin Salman".
var particles = spellingKeys(lexicon.Particles(lexicon.Across))

var suffixes = lexicon.Suffixes(lexicon.Across)

// givenParticles are the particles that are given names if they stand alone.
var givenParticles = spellingKeys(lexicon.Particles(lexicon.Given))

var suffixKeys = spellingKeys(suffixes)

// suffixOf returns the suffix of a person's name, such as "jr" or "iii", or "".
func suffixOf(name string) string {
	words := strings.Fields(graph.Fold(name))
	if len(words) > 1 && suffixes[words[len(words)-1]] {
		return words[len(words)-1]
	}
	return ""
}
