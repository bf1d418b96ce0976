// Package names finds the runs of words in a text that name people, bodies and places,
// and says how each name is used. It knows the text alone: which names mean the same
// member is for package roster.
//
// # Claim
//
// Each step claims the tokens of names, or corrects what was claimed. The order of the
// steps is one of trust, and has its reasons in find.go.
//
// # Proposal
//
// The language model proposes names. Those that it runs together are parted, their ends
// are trimmed, and implausible ones are left out (proposals.go, trim.go, plausible.go).
//
// # Clue and context
//
// A clue is what a word says of itself: its capital, where that means something, the lists
// and the model (clues.go). The context is what the words around say of a name (context.go).
//
// # Agreement
//
// The mentions of an article agree: a word that is a surname once is one throughout, and a
// form that is a name once is found wherever it stands (agreement.go).
//
// # Location
//
// The name of a state, its capital or its seat of government is an actor in "Moscow
// replied", and a location in "in Moscow": the grammar around it decides (locations.go).
package names
