package who

import (
	"slices"
	"strings"

	"dateline/loader/lexicon"
)

// resolveNamesakes makes the American state of a state's name, "Georgia", where the
// article is about that: it is asked once for the whole article.
func (f *finder) resolveNamesakes() {
	for name, american := range f.words.namesakes {
		found := f.statesNamed(name)
		if len(found) == 0 || !f.isAmerican(found) {
			continue
		}
		for _, index := range found {
			f.names[index].entry = american
		}
		f.dropPeople(f.words.names[name].state)
	}
}

// statesNamed returns the mentions of a state's name.
func (f *finder) statesNamed(name string) []int {
	var found []int
	for index := range f.names {
		if n := &f.names[index]; !n.dropped() && n.hasUse(useState) && n.entry.name == name {
			found = append(found, index)
		}
	}
	return found
}

// dropPeople gives up the names of a state's people, who are the namesake's here.
func (f *finder) dropPeople(s *state) {
	for index := range f.names {
		if n := &f.names[index]; !n.dropped() && n.hasUse(usePeople) && n.entry.state == s {
			f.drop(index)
		}
	}
}

// isAmerican reports whether names that a country shares with an American state are
// that state's: the article has more officials of a kind that only states of America
// have, and names more of its places, than of what is the country's or its
// neighbours'. Officials and what is the country's own count double. Judgement.
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
		if n.dropped() || n.entry == nil || seen[n.entry.name] {
			continue
		}
		if vote := n.entry.voteAgainst(country); vote != 0 {
			votes += vote
			seen[n.entry.name] = true
		}
	}
	return votes > 0
}

// voteAgainst returns how much a name in the article speaks for the American namesake
// of a country; it is negative where it speaks for the country.
func (e *entry) voteAgainst(country *state) int {
	switch {
	case e.use == usePlace && e.country == "US":
		return 1
	case e.state == country && (e.use == useAdjective || e.use == useCapital):
		return -2
	case e.state != nil && slices.Contains(neighbours[country.code], e.state.code):
		return -1
	}
	return 0
}

// hasStateOfficial reports whether an office that a part of a country has stands
// after its name or before "of" it: "Georgia Governor", "the governor of Georgia". A
// country's own are called by its adjective.
func (f *finder) hasStateOfficial(n name) bool {
	if f.text.headline[n.Start] {
		return false
	}
	if n.Start > 1 && (f.parse.Tokens[n.Start-1].Text == "of" || f.parse.Tokens[n.Start-1].Text == "from") {
		return stateOfficials[level(f.parse.Lower(n.Start-2))]
	}
	for i := n.End; i < min(n.End+3, len(f.parse.Tokens)); i++ { // "Georgia Republican Senator"
		if f.owner[i] >= 0 || !strings.HasPrefix(f.parse.Tokens[i].Tag, "N") && f.parse.Tokens[i].Tag != "JJ" {
			return false
		}
		if stateOfficials[level(strings.TrimSuffix(f.parse.Lower(i), "s"))] {
			return true
		}
	}
	return false
}

// neighbours are the states that articles about a state name with it.
var neighbours = map[string][]string{"GE": {"RU", "AM", "AZ", "UA", "TR", "MD", "BY", "-su", "AB", "OS"}}

// stateOfficials are nouns of those whom an American state has and elects.
var stateOfficials = lexicon.Class("state-official")
