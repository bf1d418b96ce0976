package statement

import "dateline/loader/lexicon"

var (
	// statementVerbs are the verbs of speech whose subject makes a statement.
	statementVerbs = lexicon.Class("statement")
	// committing are verbs whose progressive tells of a stance: "is pledging to".
	committing = lexicon.Class("stance")
	// toAudience are verbs of speech whose object is the audience: "told reporters".
	toAudience = lexicon.Class("statement-to")
)
