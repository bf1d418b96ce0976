// Package office reads the offices and roles that a text gives to people: who is called
// president, of what, and whether still. It knows no facts about who holds an office.
//
// # Title
//
// A title stands before a name: "Russian Foreign Minister", "Msgr." (titles.go).
//
// # Apposition
//
// A role can stand beside a name, "X, the president of France", or be said of it, "X is the
// president" (appositions.go).
//
// # Role phrase
//
// A noun phrase of a role by itself, "the French president", is read here (phrases.go);
// whom it means is for package reference.
package office
