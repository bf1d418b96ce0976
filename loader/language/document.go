package language

import "iter"

// Document is a parsed text: its tokens, their tree, its sentences and names.
// It is complete when Parse returns it and is not to be changed afterwards;
// any number of goroutines may read it.
type Document struct {
	Text      string   // as parsed: valid UTF-8
	Tokens    []Token  // in order of the text
	Sentences []Span   // in order; together they cover all tokens
	Entities  []Entity // in order, without overlap

	index *documentIndex // nil in a Document that was built by hand
}

// Token is a word, a number, a mark or a run of white space.
type Token struct {
	Text       string // as written
	Norm       string // the form that the model compares words by: "'m" → "am", "£" → "$"
	Lemma      string // base form: "met" → "meet"
	Tag        string // Penn Treebank: VBD
	POS        string // Universal Dependencies: VERB
	Morph      string // features: "Number=Sing|Tense=Past", "" for none
	Dep        string // ClearNLP label: nsubj, dobj, pobj …
	Head       int    // index of the head in Document.Tokens; a root is its own head
	Start, End int    // code points in Document.Text
	Space      bool   // followed by one space
	Sentence   int    // index in Document.Sentences
	Entity     int    // index in Document.Entities, -1 for none
}

// Span is a run of tokens: indices in Document.Tokens, the end excluded.
type Span struct{ Start, End int }

// Len returns the number of tokens in a span.
func (s Span) Len() int { return s.End - s.Start }

// Entity is a named thing: its tokens, and one of the 18 OntoNotes labels.
type Entity struct {
	Span
	Label string
}

// Children returns the tokens whose head is token i, in order of the text. The
// slice belongs to the document.
func (d *Document) Children(i int) []int {
	return d.indexed().children(i)
}

// Subtree returns the smallest range of tokens, first included and last
// excluded, that covers token i and everything that depends on it.
func (d *Document) Subtree(i int) (first, last int) {
	span := d.indexed().subtrees[i]
	return span.Start, span.End
}

// SentenceOf returns the sentence that token i stands in.
func (d *Document) SentenceOf(i int) Span {
	return d.Sentences[d.Tokens[i].Sentence]
}

// Slice returns the exact text from the first to the last token of s, without
// the space after it; "" for an empty span.
func (d *Document) Slice(s Span) string {
	if s.Start >= s.End {
		return ""
	}
	index := d.indexed()
	return d.Text[index.bytes[s.Start]:index.byteEnds[s.End-1]]
}

// Ancestors goes up the tree from token i: its head first, the root last.
func (d *Document) Ancestors(i int) iter.Seq[int] {
	return func(yield func(int) bool) {
		// A tree of n tokens is at most n deep; the bound ends a walk through
		// a cycle, which only a Document built by hand can have.
		for range d.Tokens {
			head := d.Tokens[i].Head
			if head == i || !yield(head) {
				return
			}
			i = head
		}
	}
}

// indexed returns the document's index, or a passing one for a Document that was
// built by hand.
func (d *Document) indexed() *documentIndex {
	if d.index != nil {
		return d.index
	}
	return newDocumentIndex(d)
}
