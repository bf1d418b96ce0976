// Package contact finds contacts: somebody meets, calls, writes to or visits somebody.
// The steps of a contact are one function, complete in contact.go, and each step is a
// file: trigger, sides, place, means, status, source, time, claim, same, quote,
// confidence.
//
// # Trigger
//
// The word that tells of a contact: a verb ("met", "phoned") or a noun ("talks", "a
// letter"). contact_verbs.tsv and contact_nouns.tsv of loader/lexicon list them with their
// means and with the places in the sentence where their parties stand. The kinds of
// trigger are the files trigger_*.go; sense_*.go tells whether a word is a trigger here or
// means something else ("called him a liar").
//
// # Side
//
// A contact has a first side, the one that acts (the subject, the possessor, the sender),
// and a second side (the object, "with Okoro", "to Okoro"). A mutual contact has
// participants on both sides, a directed one leads from one to the other. The files
// sides_*.go find them; mediator.go finds who brought them together.
//
// # Occasion
//
// A noun that only says on what occasion a verb happened: "Lim met Okoro at a summit".
// It is no contact of its own (trigger_occasion.go).
//
// # Anaphor
//
// A noun that refers to a contact told before ("the call") adds to that one
// (anaphora.go).
//
// # Implied
//
// A noun that names fewer than two parties ("after three phone calls") can imply the
// others (implied.go).
//
// # Same
//
// Contacts of one article that are the same event become one (same.go).
package contact
