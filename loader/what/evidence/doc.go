// Package evidence answers what rules ask of an article. It brings together the parse,
// the quotations, the times and the cast, and derives what needs more than one of them;
// it knows nothing of any event type.
//
// # Parties
//
// The members that a noun phrase stands for, without places and the press: "the foreign
// ministers of Chad and Oman" are two (parties.go, coordination.go, group.go).
//
// # Members
//
// What a rule must know of somebody or something apart from any phrase: whether it has a
// name, is a medium, asks questions for a living, receives visitors (member.go, press.go).
//
// # Speaker
//
// Who says a quotation or a clause: the subject of its verb of speech as a member
// (speaker.go, quotation.go, spokesperson.go).
//
// # Time
//
// The time expression that belongs to a trigger (time.go), or the day of which the text
// is telling there (narrative.go).
//
// # Finding
//
// What rules return (finding.go).
package evidence
