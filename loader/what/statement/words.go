package statement

import "dateline/loader/lexicon"

var (
	// statementVerbs are the verbs of speech whose subject makes a statement.
	statementVerbs = lexicon.Class("statement")
	// committing are verbs whose progressive tells of a stance: "is pledging to".
	committing = lexicon.Class("stance")
	// glossing are verbs of how an author understands somebody: "explains her choice".
	glossing = lexicon.Class("glossing")
	// inContact stand before the contact in which something was said to the other side.
	inContact = lexicon.Class("circumstance")
	// contactNouns are the nouns of contacts, ofPress and public what makes one with the press.
	contactNouns = lexicon.ContactNouns()
	ofPress      = lexicon.Class("of-press")
	public       = lexicon.Class("public")
	// toAudience are verbs of speech whose object is the audience: "told reporters".
	toAudience = lexicon.Class("statement-to")
)
