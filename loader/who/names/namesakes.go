package names

import (
	"slices"
	"strings"

	"dateline/loader/lexicon"
	"dateline/loader/who/vocabulary"
)

// namesakes distinguishes American states from the countries that share their name,
// "Georgia", once for a whole article.
type namesakes struct{ *finder }

// resolveNamesakes makes the American state of a country's name where the article is
// about that.
func (f *finder) resolveNamesakes() {
	n := namesakes{f}
	for name, american := range f.words.Namesakes {
		found := n.statesNamed(name)
		if len(found) == 0 || !n.isAmerican(found) {
			continue
		}
		for _, index := range found {
			f.names[index].Entry = american
		}
		n.dropPeople(f.words.Names[name].State)
	}
}

// statesNamed returns the mentions of a state's name.
func (n namesakes) statesNamed(name string) []int {
	var found []int
	for index := range n.names {
		if one := &n.names[index]; !one.dropped() && one.HasUse(vocabulary.UseState) && one.Entry.Name == name {
			found = append(found, index)
		}
	}
	return found
}

// dropPeople gives up the names of a state's people, who are the namesake's here.
func (n namesakes) dropPeople(s *vocabulary.State) {
	for index := range n.names {
		if one := &n.names[index]; !one.dropped() && one.HasUse(vocabulary.UsePeople) && one.Entry.State == s {
			n.drop(index)
		}
	}
}

// isAmerican reports whether names that a country shares with an American state are
// that state's: the article has more officials of a kind that only states of America
// have, and names more of its places, than of what is the country's or its
// neighbours'. Officials and what is the country's own count double. Judgement.
func (n namesakes) isAmerican(names []int) bool {
	country := n.names[names[0]].Entry.State
	votes := 0
	for _, index := range names {
		if n.hasStateOfficial(n.names[index]) {
			votes += 2
		}
	}
	seen := map[string]bool{}
	for _, other := range n.names {
		if other.dropped() || other.Entry == nil || seen[other.Entry.Name] {
			continue
		}
		if vote := voteAgainst(country, other.Entry); vote != 0 {
			votes += vote
			seen[other.Entry.Name] = true
		}
	}
	return votes > 0
}

// voteAgainst returns how much a name in the article speaks for the American namesake
// of a country; it is negative where it speaks for the country.
func voteAgainst(country *vocabulary.State, e *vocabulary.Entry) int {
	switch {
	case e.Use == vocabulary.UsePlace && e.Country == "US":
		return 1
	case e.State == country && (e.Use == vocabulary.UseAdjective || e.Use == vocabulary.UseCapital):
		return -2
	case e.State != nil && slices.Contains(neighbours[country.Code], e.State.Code):
		return -1
	}
	return 0
}

// hasStateOfficial reports whether an office that a part of a country has stands
// after its name or before "of" it: "Georgia Governor", "the governor of Georgia". A
// country's own are called by its adjective.
func (n namesakes) hasStateOfficial(at Name) bool {
	if n.clues.headline[at.Start] {
		return false
	}
	if at.Start > 1 && (n.parse.Tokens[at.Start-1].Text == "of" || n.parse.Tokens[at.Start-1].Text == "from") {
		return stateOfficials[vocabulary.BaseNoun(n.parse.Lower(at.Start-2))]
	}
	for i := at.End; i < min(at.End+3, len(n.parse.Tokens)); i++ { // "Georgia Republican Senator"
		if n.owner[i] >= 0 || !strings.HasPrefix(n.parse.Tokens[i].Tag, "N") && n.parse.Tokens[i].Tag != "JJ" {
			return false
		}
		if stateOfficials[vocabulary.BaseNoun(strings.TrimSuffix(n.parse.Lower(i), "s"))] {
			return true
		}
	}
	return false
}

// neighbours are the states that articles about a state name with it.
var neighbours = lexicon.Neighbours()

// stateOfficials are nouns of those whom an American state has and elects.
var stateOfficials = lexicon.Class("state-official")
