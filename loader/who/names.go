package who

import (
	"dateline/loader/language"
)

// class is what a name names.
type class int

const (
	classPerson class = iota
	classOrganization
	classPlace
	classLexicon // what its lexicon entry says
)

// name is a run of tokens that names something.
type name struct {
	language.Span
	class class
	entry *entry // from the lexicon; nil for other names
}
