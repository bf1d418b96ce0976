package merge

import (
	"slices"
	"strings"

	"dateline/graph"
)

// romanization brings spellings of one name in different romanizations together:
// Zelensky, Zelenskyy and Zelenskiy; Kyiv and Kiev; Chaikovsky and Tchaikovsky.
// Longer ones come first.
var romanization = strings.NewReplacer(
	"tsch", "c", "tch", "c", "shch", "s", "sch", "s",
	"kh", "h", "zh", "z", "ch", "c", "sh", "s", "ts", "c", "tz", "c", "cz", "c", "ck", "k", "ph", "f",
	"ye", "e", "yi", "i", "iy", "i", "ij", "i", "yo", "o", "ya", "a", "ia", "a", "yu", "u", "iu", "u", "ie", "i",
	"ou", "u", "oe", "o", "ue", "u", "ae", "a",
	"y", "i", "j", "i", "w", "v", "q", "k",
)

// Skeleton gives the form of a name that its romanizations share, as far as
// spelling tells: two names with one skeleton may be the same, two with different
// ones are taken to differ.
func Skeleton(name string) string {
	words := strings.Fields(graph.Fold(name))
	for i, word := range words {
		words[i] = squeeze(romanization.Replace(word))
	}
	return strings.Join(words, " ")
}

// squeeze makes each run of one letter that letter.
func squeeze(word string) string {
	return string(slices.Compact([]rune(word)))
}

var suffixes = map[string]bool{"jr": true, "sr": true, "ii": true, "iii": true, "iv": true}

// personName splits a person's name into the skeletons of its given names and of
// its surname, which is its last word but for suffixes such as Jr. A single word
// counts as a surname.
func personName(name string) (given []string, surname string) {
	words := strings.Fields(Skeleton(name))
	for len(words) > 1 && suffixes[words[len(words)-1]] {
		words = words[:len(words)-1]
	}
	if len(words) == 0 {
		return nil, ""
	}
	return words[:len(words)-1], words[len(words)-1]
}

// variants are given names that are one name in several languages, or short
// forms, each row by skeleton.
var variants = givenNameIndex([]string{
	"Volodymyr Vladimir", "Serhiy Sergey Sergei Sergii", "Mykola Nikolai Nikolay Nicholas", "Oleksandr Alexander Aleksandr Alex Aleksander",
	"Oleksiy Alexey Aleksei Alexei", "Dmytro Dmitry Dmitri", "Andriy Andrey Andrei Andrew", "Yevhen Evgeny Yevgeny Eugene", "Mykhailo Mikhail Michael Mike",
	"Pavlo Pavel Paul", "Petro Pyotr Peter Pete", "Ihor Igor", "Olha Olga", "Kateryna Ekaterina Catherine Kate", "Alyaksandr Alexander Aleksandr", "Iosif Joseph Joe",
	"William Bill Will", "Robert Bob Rob", "Richard Dick Rick", "James Jim Jimmy", "John Jack Johnny", "Thomas Tom", "Edward Ed Ted", "Anthony Tony Antony",
	"David Dave", "Daniel Dan", "Stephen Steven Steve", "Charles Charlie Chuck", "Christopher Chris", "Matthew Matt", "Benjamin Ben", "Samuel Sam", "Donald Don",
	"Ronald Ron", "Kenneth Ken", "Gregory Greg", "Jeffrey Jeff", "Timothy Tim", "Patrick Pat", "Elizabeth Liz Beth", "Margaret Maggie Meg", "Susan Sue", "Antonio Tony",
	"Mohammed Muhammad Mohamed Mohammad Muhammed", "Ahmed Ahmad", "Hussein Husain Hossein", "Yusuf Youssef Yousef", "Abdallah Abdullah", "Juri Yuri Yury",
})

func givenNameIndex(rows []string) map[string][]int {
	index := map[string][]int{}
	for i, row := range rows {
		for _, name := range strings.Fields(row) {
			key := Skeleton(name)
			if !slices.Contains(index[key], i) {
				index[key] = append(index[key], i)
			}
		}
	}
	return index
}

// sameGivenName compares the skeletons of two given names: equal, an initial of
// the other, or variants of one name.
func sameGivenName(a, b string) bool {
	if a == b || len(a) == 1 && strings.HasPrefix(b, a) || len(b) == 1 && strings.HasPrefix(a, b) {
		return true
	}
	for _, row := range variants[a] {
		if slices.Contains(variants[b], row) {
			return true
		}
	}
	return false
}

// smallWords do not count in an acronym.
var smallWords = map[string]bool{"of": true, "the": true, "and": true, "for": true, "on": true, "in": true, "de": true, "du": true, "des": true, "la": true}

// acronym gives the folded initials of a name of several words: "eu" for European
// Union; "" for others.
func acronym(name string) string {
	var initials []rune
	for _, word := range strings.Fields(graph.Fold(name)) {
		if !smallWords[word] {
			initials = append(initials, []rune(word)[0])
		}
	}
	if len(initials) < 2 {
		return ""
	}
	return string(initials)
}

// isAcronym tells whether a name as written is one: EU, U.N., NATO.
func isAcronym(name string) bool {
	letters := strings.ReplaceAll(name, ".", "")
	return len(letters) >= 2 && len(letters) <= 6 && strings.ToUpper(letters) == letters && strings.ToLower(letters) != letters && !strings.Contains(letters, " ")
}
