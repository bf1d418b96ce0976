package who

import (
	"slices"
	"strings"
)

// namesakes makes the American state of a state's name, "Georgia", where the
// article is about that: it is asked once for the whole article.
func (f *finder) namesakes() {
	for name, state := range f.words.namesakes {
		var found []int
		for index := range f.names {
			if n := &f.names[index]; n.Start < n.End && n.entry != nil && n.entry.use == useState && n.entry.name == name {
				found = append(found, index)
			}
		}
		if len(found) == 0 || !f.isAmerican(found) {
			continue
		}
		for _, index := range found {
			f.names[index].entry = state
		}
		f.dropPeople(f.words.names[name].state)
	}
}

// dropPeople takes back the names of a state's people, who are the namesake's here.
func (f *finder) dropPeople(s *state) {
	for index := range f.names {
		if n := &f.names[index]; n.Start < n.End && n.entry != nil && n.entry.state == s && n.entry.use == usePeople {
			f.drop(index)
		}
	}
}

// isAmerican reports whether names that a country shares with an American state are
// that state's: the article names more places of America, and officials as only
// states of it are said to have, than what is the country's or its neighbours'.
func (f *finder) isAmerican(names []int) bool {
	country := f.names[names[0]].entry.state
	votes := 0
	for _, index := range names {
		if f.hasStateOfficial(f.names[index]) {
			votes += 2
		}
	}
	seen := map[string]bool{}
	for _, n := range f.names {
		if n.Start == n.End || n.entry == nil || seen[n.entry.name] {
			continue
		}
		switch e := n.entry; {
		case e.use == usePlace && e.country == "US":
			votes++
		case e.state == country && (e.use == useAdjective || e.use == useCapital):
			votes -= 2
		case e.state != nil && slices.Contains(neighbours[country.code], e.state.code):
			votes--
		default:
			continue
		}
		seen[n.entry.name] = true
	}
	return votes > 0
}

// hasStateOfficial reports whether an office that a part of a country has stands
// after its name or before "of" it: "Georgia Governor", "the governor of Georgia". A
// country's own are called by its adjective.
func (f *finder) hasStateOfficial(n name) bool {
	if f.text.headline[n.Start] {
		return false
	}
	if n.Start > 1 && (f.doc.Tokens[n.Start-1].Text == "of" || f.doc.Tokens[n.Start-1].Text == "from") {
		return stateOfficials[level(strings.ToLower(f.doc.Tokens[n.Start-2].Text))]
	}
	for i := n.End; i < min(n.End+3, len(f.doc.Tokens)); i++ {
		if f.owner[i] >= 0 || !strings.HasPrefix(f.doc.Tokens[i].Tag, "N") && f.doc.Tokens[i].Tag != "JJ" {
			return false
		}
		if stateOfficials[level(strings.TrimSuffix(strings.ToLower(f.doc.Tokens[i].Text), "s"))] {
			return true
		}
	}
	return false
}

// neighbours are the states that articles about a state name with it.
var neighbours = map[string][]string{"GE": {"RU", "AM", "AZ", "UA", "TR", "MD", "BY", "-su", "AB", "OS"}}

// stateOfficials are nouns of those whom an American state has and elects.
var stateOfficials = wordSet("governor lieutenant senator congressman attorney secretary republican democrat legislature")
