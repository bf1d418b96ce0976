package statement

import "dateline/loader/lexicon"

// committing are verbs of which the progressive tells of a stance.
var committing = lexicon.Class("stance")

// statementVerbs are the verbs of speech whose subject makes a statement.
var statementVerbs = lexicon.Class("statement")
