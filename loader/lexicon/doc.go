// Package lexicon holds the words and names that Dateline's rules know, as lists that
// somebody who knows the language but not the code can edit. A list is a file in this
// folder, embedded in the program, with one entry per line in byte order, so that a
// change is one line of a diff.
//
// # Files
//
// A table ends in .tsv. It has comments, which begin with "# ", then a row that names
// the columns, then the entries, with a tab between cells. The comments explain each
// column and, where a column has a fixed set of values, each value. Trailing empty
// cells need no tabs. A plain list ends in .txt. It has comments and one entry per line.
//
// # Classes
//
// Most rules ask for a class of words, such as verbs of speech or nouns for a person.
// The files verbs.tsv, nouns.tsv, words.tsv (adjectives, adverbs and function words) and
// written.tsv (words that are matched with their capitals) give the classes of each
// word, and their headers explain the classes. [Class] returns the words of a class.
// Each class has a single meaning: two rules share a class only if a word that suits
// one must suit the other.
//
// # Users
//
// Several steps of the loader know particles, honorifics, name suffixes, variants of
// first names and sounds of letters, but not always the same ones. Each of these lists
// exists once, and its column "users" says which steps use an entry.
//
// # Checking
//
// [Check] reports duplicates, unknown columns and values, lines out of order, malformed
// cells, codes of states that do not exist, and entries that overlap, such as two senses
// of a verb that the same words would match. Each [Fault] has a file, a line and what to
// do about it. On the command line these are dateline lexicon check and, to see where a
// word is listed, dateline lexicon find.
//
// [Use] replaces lists while the program runs, to try an edited list without a rebuild.
package lexicon
