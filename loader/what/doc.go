// Package what reads the sentences of one article for what happened: who
// contacted whom, when, by what means, in which status and on whose word
// (CONTACT), and who said what (STATEMENT). Each is a graph.Report with the
// exact words that it rests on.
//
// # Rule
//
// An event type is a rule: one row of the list in find.go, a function from the
// article to findings. Rules know nothing of each other.
//
// # Trigger
//
// The word that tells of an event: a verb ("met", "phoned") or a noun ("talks",
// "a letter"). lexicon.go lists them with their means and with the places in the
// sentence where their parties stand.
//
// # Side
//
// A contact has a first side, the one that acts (the subject, the possessor, the
// sender), and a second side (the object, "with B", "to B"). A mutual contact has
// participants on both sides; a directed one goes from one to the other.
//
// # Chain
//
// The words that govern a trigger, up to the verb of its sentence: "Lim denied
// that he had planned to meet Okoro" makes a chain of plan and deny. The chain
// gives the status, and whose word it is.
package what
