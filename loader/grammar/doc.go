// Package grammar answers questions about the sentences of a parsed text: who does
// what a verb says, what its objects are, whether it is passive, negated, planned or
// only said. It knows the parse and some classes of words, but no names, times or
// quotations: those belong to later steps.
//
// # Parse
//
// A Parse wraps the dependency tree that package language builds. Its methods walk
// the tree; the questions are plain functions, in a file named after the concept.
// Tokens are indices in Document.Tokens, and -1 means that there is none.
//
// # Proposition
//
// "Okoro was to be phoned by Lim", "Lim, who agreed to phone Okoro" and "Lim's call to
// Okoro" tell of the same parties. Reader.At gives the proposition of a verb or noun: the
// event word with its arguments by slot, wherever the construction puts them, and by which
// constructions each came (proposition.go, proposition_noun.go). The files argument_*.go
// find arguments: coordination and its like (argument.go), objects, prepositional
// phrases, relative pronouns. What the parser hangs on the wrong word is taken back on the
// way and marked ByRepair. Rules ask for slots with Proposition.In and for parties with
// PartiesIn of package evidence.
//
// # Subject and control
//
// Many verbs have no subject of their own: "Lim promised Okoro to call", "the envoy
// who phoned". Reader.Subjects follows control, coordination and relative clauses to
// the one who acts (subject.go, control.go, relative.go). Two other questions have
// functions of their own: Holder returns whose words or thoughts a verb attributes, and
// surface.go has the subject that stands there, whoever acts.
//
// # Governing verbs
//
// "Lim denied that he had planned to meet Okoro" tells of no meeting, since "denied"
// and "planned" govern "meet". Governors lists the words that govern a token
// (governor.go); tense.go, modality.go and negation.go say what a single verb tells.
//
// # Light verbs
//
// In "held talks with Okoro" the noun says what happened and the verb only carries
// it: its subject and its prepositional phrases are those of the talks (lightverb.go).
package grammar
