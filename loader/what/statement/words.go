package statement

import "dateline/loader/lexicon"

var (
	// statementVerbs are the verbs of speech whose subject makes a statement.
	statementVerbs = lexicon.Class("statement")
	// committing are verbs whose progressive tells of a stance: "is pledging to".
	committing = lexicon.Class("stance")
)
