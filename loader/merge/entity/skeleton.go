package entity

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

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

// Skeleton returns the form of a name that its romanizations share, as far as
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

var suffixSkeletons = skeletons("jr sr ii iii iv")

// suffixOf returns the suffix of a person's name, "jr" or "iii"; "" for none.
func suffixOf(name string) string {
	words := strings.Fields(graph.Fold(name))
	if len(words) > 1 && suffixes[words[len(words)-1]] {
		return words[len(words)-1]
	}
	return ""
}

// honorifics are words before a name that are not part of it, by skeleton.
var honorifics = skeletons("mr mrs ms miss dr prof professor sir dame lord lady king queen prince princess crown sheikh emir president minister premier chancellor senator governor ambassador general colonel pope")

// particles stand between given names and a surname, or before a surname that
// stands alone: "von der Leyen", "bin Salman". They are by skeleton.
var particles = skeletons("von van der den ter de da do dos das del della di du le la zu af av bin ibn bint al el ul")

func skeletons(words string) map[string]bool {
	set := map[string]bool{}
	for _, word := range strings.Fields(words) {
		set[Skeleton(word)] = true
	}
	return set
}

// spellings are names, given or of families, that are written in more ways than
// romanization brings together, a row each.
var spellings = []string{
	"Hussein Husain Hussain Hossein Husayn Hussien", "Mohammed Muhammad Mohamed Mohammad Muhammed Mohamad", "Ahmed Ahmad", "Abdullah Abdallah Abdulla",
	"Omar Umar", "Osman Usman Uthman Othman", "Khaled Khalid", "Rashid Rasheed Rachid", "Karim Kareem", "Nasser Nasir Naser", "Saeed Said Saeid",
	"Hamid Hameed", "Salim Saleem", "Mansour Mansoor Mansur", "Qasim Kassem Qassem Kasim Qasem", "Suleiman Sulaiman Soleiman Suleyman", "Yusuf Youssef Yousef Yousuf",
}

// surnames gives the first spelling for each, by skeleton.
var surnames = firstOfRow(spellings)

func firstOfRow(rows []string) map[string]string {
	first := map[string]string{}
	for _, row := range rows {
		names := strings.Fields(row)
		for _, name := range names {
			first[Skeleton(name)] = Skeleton(names[0])
		}
	}
	return first
}

// personName splits a person's name into the skeletons of its given names and of
// its surname, which is its last word but for suffixes such as Jr. Honorifics and
// particles belong to neither. A single word counts as a surname.
func personName(name string) (given []string, surname string) {
	words := strings.Fields(Skeleton(name))
	for len(words) > 1 && suffixSkeletons[words[len(words)-1]] {
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

// isGivenName reports whether what could be a particle is all there is of given
// names, and written like one: Al Gore, but not al-Gore.
func isGivenName(name string, given []string) bool {
	first, _ := utf8.DecodeRuneInString(name)
	return len(given) == 1 && (given[0] == "al" || given[0] == "van" || given[0] == "le") && unicode.IsUpper(first) && !strings.Contains(name, "-")
}

// variants are given names that are one name in several languages, or short
// forms, each row by skeleton.
var variants = givenNameIndex(append(spellings,
	"Volodymyr Vladimir", "Serhiy Sergey Sergei Sergii", "Mykola Nikolai Nikolay Nicholas", "Oleksandr Alexander Aleksandr Alex Aleksander",
	"Oleksiy Alexey Aleksei Alexei", "Dmytro Dmitry Dmitri", "Andriy Andrey Andrei Andrew", "Yevhen Evgeny Yevgeny Eugene", "Mykhailo Mikhail Michael Mike",
	"Pavlo Pavel Paul", "Petro Pyotr Peter Pete", "Ihor Igor", "Olha Olga", "Kateryna Ekaterina Catherine Kate", "Alyaksandr Alexander Aleksandr", "Iosif Joseph Joe",
	"William Bill Will", "Robert Bob Rob", "Richard Dick Rick", "James Jim Jimmy", "John Jack Johnny", "Thomas Tom", "Edward Ed Ted", "Anthony Tony Antony",
	"David Dave", "Daniel Dan", "Stephen Steven Steve", "Charles Charlie Chuck", "Christopher Chris", "Matthew Matt", "Benjamin Ben", "Samuel Sam", "Donald Don",
	"Ronald Ron", "Kenneth Ken", "Gregory Greg", "Jeffrey Jeff", "Timothy Tim", "Patrick Pat", "Elizabeth Liz Beth", "Margaret Maggie Meg", "Susan Sue", "Antonio Tony",
	"Juri Yuri Yury",
))

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

// givenNameKeys are what two given names that are the same have one in common of:
// the first letter or a row of variants.
func givenNameKeys(skeleton string) []string {
	first, _ := utf8.DecodeRuneInString(skeleton)
	keys := []string{string(first)}
	for _, row := range variants[skeleton] {
		keys = append(keys, strconv.Itoa(row))
	}
	return keys
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

// acronym returns the folded initials of a name of several words: "eu" for European
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

// isAcronym reports whether a name as written is one: EU, U.N., NATO.
func isAcronym(name string) bool {
	letters := strings.ReplaceAll(name, ".", "")
	return len(letters) >= 2 && len(letters) <= 6 && strings.ToUpper(letters) == letters && strings.ToLower(letters) != letters && !strings.Contains(letters, " ")
}
