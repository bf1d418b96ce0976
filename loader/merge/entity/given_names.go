package entity

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"dateline/loader/merge/internal/spelling"
)

// spellings are names, given or of families, with spellings that romanization does not
// map to one, a row each.
var spellings = []string{
	"Hussein Husain Hussain Hossein Husayn Hussien", "Mohammed Muhammad Mohamed Mohammad Muhammed Mohamad", "Ahmed Ahmad", "Abdullah Abdallah Abdulla",
	"Omar Umar", "Osman Usman Uthman Othman", "Khaled Khalid", "Rashid Rasheed Rachid", "Karim Kareem", "Nasser Nasir Naser", "Saeed Said Saeid",
	"Hamid Hameed", "Salim Saleem", "Mansour Mansoor Mansur", "Qasim Kassem Qassem Kasim Qasem", "Suleiman Sulaiman Soleiman Suleyman", "Yusuf Youssef Yousef Yousuf",
}

// surnames maps the key of each spelling to that of the first in its row.
var surnames = firstOfRow(spellings)

func firstOfRow(rows []string) map[string]string {
	first := map[string]string{}
	for _, row := range rows {
		names := strings.Fields(row)
		for _, name := range names {
			first[spellingKey(name)] = spellingKey(names[0])
		}
	}
	return first
}

// variants are the forms of a given name in several languages, and its short forms.
var variants = spelling.IndexVariants(fieldsOf(append(spellings,
	"Volodymyr Vladimir", "Serhiy Sergey Sergei Sergii", "Mykola Nikolai Nikolay Nicholas", "Oleksandr Alexander Aleksandr Alex Aleksander",
	"Oleksiy Alexey Aleksei Alexei", "Dmytro Dmitry Dmitri", "Andriy Andrey Andrei Andrew", "Yevhen Evgeny Yevgeny Eugene", "Mykhailo Mikhail Michael Mike",
	"Pavlo Pavel Paul", "Petro Pyotr Peter Pete", "Ihor Igor", "Olha Olga", "Kateryna Ekaterina Catherine Kate", "Alyaksandr Alexander Aleksandr", "Iosif Joseph Joe",
	"William Bill Will", "Robert Bob Rob", "Richard Dick Rick", "James Jim Jimmy", "John Jack Johnny", "Thomas Tom", "Edward Ed Ted", "Anthony Tony Antony",
	"David Dave", "Daniel Dan", "Stephen Steven Steve", "Charles Charlie Chuck", "Christopher Chris", "Matthew Matt", "Benjamin Ben", "Samuel Sam", "Donald Don",
	"Ronald Ron", "Kenneth Ken", "Gregory Greg", "Jeffrey Jeff", "Timothy Tim", "Patrick Pat", "Elizabeth Liz Beth", "Margaret Maggie Meg", "Susan Sue", "Antonio Tony",
	"Juri Yuri Yury",
)), spellingKey)

func fieldsOf(rows []string) [][]string {
	fields := make([][]string, len(rows))
	for i, row := range rows {
		fields[i] = strings.Fields(row)
	}
	return fields
}

// givenNameKeys returns the keys of a given name for blocking. Two forms of one name have
// at least one in common: their first letter or a row of variants.
func givenNameKeys(key string) []string {
	first, _ := utf8.DecodeRuneInString(key)
	keys := []string{string(first)}
	for _, row := range variants[key] {
		keys = append(keys, strconv.Itoa(row))
	}
	return keys
}

// sameGivenName reports whether two keys of given names are equal, one is an initial of the
// other, or both are variants of one name.
func sameGivenName(a, b string) bool {
	return a == b || len(a) == 1 && strings.HasPrefix(b, a) || len(b) == 1 && strings.HasPrefix(a, b) || variants.Same(a, b)
}
