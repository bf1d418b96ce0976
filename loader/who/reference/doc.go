// Package reference finds whom the phrases of a text mean that are no names: pronouns,
// roles, groups and other phrases of people and bodies. What is ambiguous stays unresolved,
// since a contact that is missing does less harm than one of the wrong person.
//
// # Antecedent
//
// The member or phrase that a pronoun takes up. Of a person it is chosen among all whom the
// text spoke of before (discourse.go, candidate.go) by their features (feature.go) and learned
// weights (pronouns.go, weights.tsv); for "it" and "they" rules decide (it.go, they.go).
//
// # Holder
//
// "The French leader" is whom the article itself names as the holder of such an office of
// France, never merely the nearest person: nearness merges strangers (holders.go).
//
// # Nominal
//
// A phrase without a name, "a French diplomat", is a party known by its role
// alone. It may take up one that the article had before (nominals.go, bodies.go), or mean
// nobody in particular (vague.go).
//
// # Group
//
// "Both leaders", "the Russian and French ministers" and "the Clintons" mean several
// (groups.go).
package reference
