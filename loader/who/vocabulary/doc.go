// Package vocabulary is what the lists of the lexicon say of names, words and offices,
// in the form in which finding people asks for it.
//
// # Entry
//
// A name that the lists know, such as "Moscow", "Russian" or "the Kremlin", has an entry:
// what it stands for, and of which state (entry.go, state.go).
//
// # Office
//
// Offices that are said of one another share a class, and those that are the same a title:
// a "premier" is a "prime minister" (office.go).
//
// # Gender
//
// A title, a first name, a noun or a pronoun can show whether somebody is a man or a
// woman (gender.go).
package vocabulary
