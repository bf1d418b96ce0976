// Package aside finds what stands in the sentences of news without being of them, and has
// a text parsed without it: the parser was not taught such things, and loses the sentence
// around them.
//
// # Dateline
//
// A dateline says where and when a report was written: "OSLO, May 3 (Agency) -". It becomes
// a sentence of its own (dateline.go).
//
// # Addition
//
// An acronym in brackets, "the Norra Trade Union (NTU)", leans on the word before it
// (additions.go).
//
// # Suffix
//
// What follows a name's comma belongs to the name: "Otto Lim, Jr." (suffixes.go).
//
// # Furniture
//
// A link that was saved in the middle of a sentence, with the headlines that it shows
// (furniture.go).
//
// # Spelling
//
// Lines in capitals, names with small particles, "d'Alba", and quotations in single marks are
// parsed as the parser was taught to read them (respell.go, capitals.go, marks.go).
package aside
