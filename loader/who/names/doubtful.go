package names

import (
	"slices"
	"strings"
	"unicode"

	"dateline/loader/lexicon"
	"dateline/loader/who/vocabulary"
)

// doubts are names that only the model speaks for.
type doubts struct{ *workspace }

// dropDoubtfulPeople gives up the single names of people for which only the model speaks,
// where their uses speak against it: products, firms and headings that it takes for
// people. Names that are written as only bodies' are become bodies'.
func (f doubts) dropDoubtfulPeople() {
	people := f.singlePeople()
	for index := range f.names {
		n := &f.names[index]
		if n.dropped() || n.Class != Person || n.Len() != 1 {
			continue
		}
		word := f.parse.Tokens[n.Start].Text
		switch {
		case people[word] == nil:
		case isBrand(word) || newsAgencies[strings.ToLower(word)]:
			n.Class = Organization
		case f.besideBody(people[word]), f.beginsCompany(word, people[word]):
			n.Class = Organization
		case f.context.isDoubtful(people[word]):
			f.drop(index)
		}
	}
}

// dropPlacesWithArticle gives up names of several words that the model alone takes for
// people and that the text calls by "the", as it does places and things: "the Rose Garden",
// but not "the Ana Silva campaign".
func (f doubts) dropPlacesWithArticle() {
	for index := range f.names {
		n := &f.names[index]
		if n.dropped() || n.Class != Person || n.Len() < 2 || n.Start == 0 || f.parse.Lower(n.Start-1) != "the" {
			continue
		}
		last := n.End - 1
		if dep := f.parse.Dep(last); f.parse.Head(n.Start-1) == last && dep != "compound" && dep != "nmod" && endsAsPlace(f.parse.Lower(last)) {
			n.Class = Place
		}
	}
}

// besideBody reports whether a word is listed with a body, and never used as a person's
// name is: "officials at Norra Corp. and Reckham".
func (f doubts) besideBody(uses []int) bool {
	listed := false
	for _, i := range uses {
		if f.context.speaksForPerson(i) {
			return false
		}
		if owner := f.owner[f.listHead(i)]; owner >= 0 && f.listHead(i) != i {
			n := f.names[owner]
			listed = listed || n.Class == Organization || n.HasUse(vocabulary.UseOrganization)
		}
	}
	return listed
}

// beginsCompany reports whether a word begins the name of a company of the text, and is never
// used as a person's name is: "Siris" where the text has "Siris Capital Group".
func (f doubts) beginsCompany(word string, uses []int) bool {
	if slices.ContainsFunc(uses, f.isTitled) {
		return false
	}
	return slices.ContainsFunc(f.names, func(n Name) bool {
		if n.dropped() || n.Class != Organization || n.Len() < 2 || f.parse.Tokens[n.Start].Text != word {
			return false
		}
		for i := n.Start + 1; i < n.End; i++ {
			if companyWords[strings.TrimRight(f.parse.Lower(i), ".")] {
				return true
			}
		}
		return false
	})
}

// companyWords are words of companies' names.
var companyWords = lexicon.Class("company-name")

var newsAgencies = lexicon.Agencies()

// singlePeople returns the tokens of the single names of people by how they are written,
// without those that are of somebody's full name or first names.
func (f doubts) singlePeople() map[string][]int {
	full := map[string]bool{}
	for _, n := range f.names {
		if n.Class != Person || n.Len() < 2 {
			continue
		}
		for i := n.Start; i < n.End; i++ {
			full[f.parse.Tokens[i].Text] = true
		}
	}
	found := map[string][]int{}
	for _, n := range f.names {
		if n.dropped() || n.Class != Person || n.Len() != 1 {
			continue
		}
		if word := f.parse.Tokens[n.Start].Text; !full[word] && (!f.words.IsGiven(word) || f.isCounted(n.Start)) {
			found[word] = append(found[word], n.Start)
		}
	}
	return found
}

// isCounted reports whether a word is said with "a" or "an", as an award is and a person is
// not: "won an Oscar".
func (f doubts) isCounted(i int) bool {
	for j := range f.parse.Tokens {
		if f.parse.Tokens[j].Text == f.parse.Tokens[i].Text && j > 0 && f.parse.Head(j-1) == j && (f.parse.Lower(j-1) == "a" || f.parse.Lower(j-1) == "an") {
			return true
		}
	}
	return false
}

// minBrand is how many letters a brand has that ends in a capital. Judgement.
const minBrand = 3

// isBrand reports whether a word has a capital within, as brands have and people's names
// only after their particles: "BelTA", but "McKay", "DeLuca".
func isBrand(word string) bool {
	letters := []rune(word)
	for i := 3; i < len(letters); i++ {
		if unicode.IsUpper(letters[i]) && unicode.IsLower(letters[i-1]) && unicode.IsLower(letters[i-2]) && unicode.IsLower(letters[i-3]) {
			return !strings.HasPrefix(word, "Mac") && !strings.HasPrefix(word, "Fitz")
		}
	}
	return len(letters) > minBrand && unicode.IsUpper(letters[len(letters)-1]) && unicode.IsLower(letters[1])
}

// isDoubtful reports whether nothing in the uses of a word speaks for a person, and
// something against one: it is said with an article, or only of something else.
func (c *context) isDoubtful(uses []int) bool {
	against, modifiers := c.parse.Tag(uses[0]) == "NNPS", 0
	for _, i := range uses {
		if c.speaksForPerson(i) {
			return false
		}
		against = against || c.speaksAgainstPerson(i)
		if dep := c.parse.Dep(i); dep == "compound" || dep == "nmod" || dep == "amod" {
			modifiers++
		}
	}
	return against || modifiers == len(uses)
}

// speaksForPerson reports whether the use of a word is one of a person's name: behind a
// title, or as one who does what people do.
func (c *context) speaksForPerson(i int) bool {
	if i > 0 {
		before := c.parse.Tokens[i-1]
		if c.words.IsHonorific(before.Text) || c.words.IsOfficeNoun(c.parse.Lower(i-1)) {
			return true
		}
	}
	return c.actsAsPerson(i)
}

// speaksAgainstPerson reports whether the use of a word is one of a thing's or a place's:
// "the Observatory", "the village of Norra", "Norra, a popular browser".
func (c *context) speaksAgainstPerson(i int) bool {
	if i > 0 && c.parse.Head(i-1) == i && isArticle(c.parse.Tokens[i-1].Text) {
		return true
	}
	if i > 1 && c.parse.Lower(i-1) == "of" && placeHeads[c.parse.Lower(i-2)] {
		return true
	}
	apposed := c.parse.Child(i, "appos")
	if apposed < i || c.parse.Tag(apposed) != "NN" {
		return false
	}
	lower := c.parse.Lower(apposed)
	return !c.words.IsOfficeNoun(lower) && vocabulary.GenderOfNoun(lower) == vocabulary.UnknownGender
}
