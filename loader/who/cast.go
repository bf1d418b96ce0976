package who

import (
	"dateline/graph"
	"dateline/loader/grammar"
	"dateline/loader/language"
)

// Cast is the people, organizations and places of one article. Parties, Location
// and StateOf may add members that only a use makes worth having; they are not safe
// for concurrent use.
type Cast struct {
	Mentions []Mention // in order of the text

	roster   *roster
	resolver *resolver
}

// Find returns the cast of an article from its parse. It is a pure function of
// both; doc must be the parse of article.Text. Of the article it reads the text, the
// publisher and the ID.
func Find(doc *language.Document, article *graph.Article) *Cast {
	names := newNamedText(grammar.New(doc), article.Publisher)
	roster := newRoster(article, names)
	offices := &offices{words: names.words, parse: names.parse, names: names, roster: roster, at: map[int]role{}}
	clusters := &clusters{words: names.words, parse: names.parse, names: names, roster: roster}
	clusters.members()
	offices.titles()
	offices.appositives()
	clusters.adjectives()
	roster.order()
	resolver := newResolver(layers{words: names.words, parse: names.parse, names: names, roster: roster, offices: offices})
	resolver.resolveSafe()
	roster.finish()
	return &Cast{Mentions: roster.mentions, roster: roster, resolver: resolver}
}

// Members returns the members in order of first mention, then those that a question
// added. Members keep their index.
func (c *Cast) Members() []graph.Member { return c.roster.members }

// At returns the smallest resolved mention that covers the token.
func (c *Cast) At(token int) (Mention, bool) { return c.roster.at(token) }

// Parties returns the members that the noun phrase headed by a token stands for: the
// one of a name, a pronoun or a role phrase, or several: "both leaders", "the
// Russian and French leaders", "the two countries", "they", "the Clintons". A phrase
// of people or bodies that stands for no known member gets one of its own: "his top
// adviser", "Kremlin officials". Exclude lists members that it cannot be, such as the
// other parties of its clause. Parties returns none for things that are no party, and
// where nothing is safe. Names joined by "and" are the caller's to expand.
func (c *Cast) Parties(token int, exclude ...int) []int { return c.resolver.parties(token, exclude) }

// StateOf is the state that an adjective, a name of people, a capital or the
// first half of a compound stands for: "French", "Americans", "Moscow", the
// "Franco" of "Franco-Russian". False where the token tells no state.
func (c *Cast) StateOf(token int) (member int, ok bool) { return c.resolver.stateOf(token) }

// Location is the PLACE member of a location's name at the token, made if need
// be. False where the token names no location.
func (c *Cast) Location(token int) (member int, ok bool) { return c.resolver.location(token) }
