package match

import "regexp"

// splitCompounds writes the Arabic names of two parts among the words of a name apart and
// without their article, in one spelling: "abd al rahman" and "abdulrahman" as "abd rahman",
// "noureddine" as "nour din".
func splitCompounds(words []string) []string {
	var split []string
	for i := 0; i < len(words); i++ {
		switch {
		case servants[words[i]] && i+1 < len(words):
			split = append(split, servantOf)
			if articles[words[i+1]] && i+2 < len(words) {
				i++
			}
		case articles[words[i]] && i > 0 && i+1 < len(words) && faiths[words[i+1]]:
			split = append(split, faith)
			i++
		default:
			split = append(split, partsOf(words[i])...)
		}
	}
	return split
}

// partsOf returns the parts of a compound that is written together, or the word itself.
func partsOf(word string) []string {
	if rest := withServant.FindStringSubmatch(word); rest != nil {
		return []string{servantOf, rest[1]}
	}
	if stem := withFaith.FindStringSubmatch(word); stem != nil {
		return []string{stem[1], faith}
	}
	return []string{word}
}

// areCompounds reports whether two names have the same parts of compounds, and any.
func areCompounds(x, y []string) bool {
	count := func(words []string) int {
		n := 0
		for _, word := range words {
			if word == servantOf || word == faith {
				n++
			}
		}
		return n
	}
	return count(x) > 0 && count(x) == count(y)
}

// The parts that compounds share, in one spelling.
const (
	servantOf = "abd"
	faith     = "din"
)

var (
	// servants begin the names that say whose servant somebody is, apart from the rest.
	servants = map[string]bool{"abd": true, "abdul": true, "abdel": true, "abdal": true, "abdur": true, "abdus": true}
	// articles stand within compounds, also as they sound before some letters.
	articles = map[string]bool{"al": true, "el": true, "ul": true, "ud": true, "ad": true, "ed": true}
	// faiths are spellings of the word that ends the names of defenders of the faith.
	faiths = map[string]bool{"din": true, "deen": true, "dine": true}
	// withServant and withFaith match the compounds that are written together.
	withServant = regexp.MustCompile(`^abd(?:[aeu]l|er|ur|el|u)(l?ah|\w{3,})$`)
	withFaith   = regexp.MustCompile(`^(\w{2,}?)(?:[aeiu]d|d)d(?:in|ine|een)$`)
)
