// Package lexicon holds every list of words and names that Dateline reads by, and one
// loader for them. A list is a file of this folder, built into the program. Who knows
// the language and not the code can edit it: one entry a line, in the order of its
// bytes, so that a change is one line and two lists can be compared.
//
// # Files
//
// A table ends in .tsv: comments that begin with "# ", a row that names the columns,
// and the entries, their cells parted by tabs. The comments say what each column means,
// and below a column what values it has, where those are all. Empty cells at the end of
// a line need no tabs. A plain list ends in .txt: comments, and an entry a line.
//
// # Classes
//
// A rule asks for a class: the verbs of speech, the nouns of a person. Verbs.tsv,
// nouns.tsv, words.tsv (adjectives, adverbs, small words) and written.tsv (words that
// count with their capitals) name the classes of each word; their headers say what the
// classes are for. [Class] returns the words of one.
//
// # Users
//
// Some words are known to several steps, not always the same words: particles and
// suffixes of names, honorifics, forms of first names, letters of one sound. Such a
// list stands once, and column users says which step knows a line.
//
// # Checking
//
// [Check] refuses, with file and line and what to do: entries that stand twice, columns
// and values that are unknown, lines out of order, cells that do not fit, states that
// there are none of, and lines that get in each other's way, such as two senses of a
// verb that the same words would fit. The command dateline lexicon check prints that;
// dateline lexicon find says where a word stands.
package lexicon
