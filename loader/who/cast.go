package who

import (
	"dateline/graph"
	"dateline/loader/grammar"
	"dateline/loader/language"
	"dateline/loader/who/names"
	"dateline/loader/who/office"
	"dateline/loader/who/reference"
	"dateline/loader/who/roster"
)

// Mention is a place in the text that names or refers to a member.
type Mention = roster.Mention

// Cast is the people, organizations and places of one article. Parties, Location
// and StateOf may add members that only a use makes worth having; they are not safe
// for concurrent use.
type Cast struct {
	Mentions []Mention // in order of the text

	members  *roster.Roster
	resolver *reference.Resolver
}

// Find returns the cast of an article from its parse. It is a pure function of
// both; doc must be the parse of article.Text. Of the article it reads the text, the
// publisher and the ID. The steps lean on each other in this order: names make members,
// members get offices, and role phrases mean the holders of offices.
func Find(doc *language.Document, article *graph.Article) *Cast {
	return FindIn(names.Find(grammar.New(doc), article.Publisher), article)
}

// FindIn returns the cast of an article whose names are known.
func FindIn(text *names.Text, article *graph.Article) *Cast {
	members := roster.New(article, text)
	offices := office.Read(members)
	members.AddAdjectives()
	members.Order()
	resolver := reference.New(offices)
	resolver.ResolveNamed()
	members.Finish()
	return &Cast{Mentions: members.Mentions, members: members, resolver: resolver}
}

// Members returns the members in order of first mention, then those that a question
// added. Members keep their index.
func (c *Cast) Members() []graph.Member { return c.members.Members }

// At returns the smallest resolved mention that covers the token.
func (c *Cast) At(token int) (Mention, bool) { return c.members.At(token) }

// Parties returns the members that the noun phrase headed by a token stands for: the
// one of a name, a pronoun or a role phrase, or several: "both leaders", "the
// Russian and French leaders", "the two countries", "they", "the Clintons". A phrase
// of people or bodies that stands for no known member gets one of its own: "his top
// adviser", "Kremlin officials". Exclude lists members that it cannot be, such as the
// other parties of its clause. Parties returns none for things that cannot act, and where
// nothing is safe. It does not expand names joined by "and": the caller does.
func (c *Cast) Parties(token int, exclude ...int) []int { return c.resolver.Parties(token, exclude) }

// StateOf returns the member of the state that an adjective, a name of people, a capital
// or the first half of a compound stands for: "French", "Americans", "Moscow", the
// "Franco" of "Franco-Russian". False where the token stands for no state.
func (c *Cast) StateOf(token int) (member int, ok bool) { return c.resolver.StateOf(token) }

// Location returns the PLACE member of a location's name at the token, made if need be.
// False where the token names no location.
func (c *Cast) Location(token int) (member int, ok bool) { return c.resolver.Location(token) }
