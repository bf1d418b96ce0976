// Package who finds the people, organizations and places of one article: who is
// named, under which names, in which offices, and whom "he", "the French leader"
// or "Moscow" stand for. Its packages are the steps, in their order: names, roster,
// office and reference; vocabulary is what all of them know.
//
// # Name
//
// A name is a run of tokens that names something (names).
//
// # Member
//
// A member is one article's own person, organization or place, with all the
// forms that the article uses (a graph.Member; roster). Cast is all of them.
//
// # Role phrase
//
// "The French leader" is whom the article itself names as the holder of such an
// office of France (office, reference). Where the article names no holder, the phrase
// is a nominal member: a party known by its role alone. No fact about who holds an
// office is known here.
//
// # Actor and location
//
// The name of a state, its capital or its seat of government is an actor in
// "Moscow replied" (the state) and "the Kremlin replied" (a body of it), and a
// location in "in Moscow": a member each.
package who
