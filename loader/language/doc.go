// Package language reads English: it splits a text into words and sentences
// and says what each word is, which word it belongs to, and what is a name.
//
// It is the pipeline en_core_web_sm 3.8.0 of the library spaCy, written anew
// in Go with the model embedded. It gives the same answers as the original,
// needs no service, no file and no C compiler, and its answers do not depend
// on what was parsed before or is parsed at the same time.
//
//	pipeline, err := language.New()
//	…
//	document := pipeline.Parse("The envoy met reporters in Cairo.")
//	for _, token := range document.Tokens {
//		fmt.Println(token.Text, token.Lemma, token.Dep, document.Tokens[token.Head].Text)
//	}
//
// # Token
//
// A token is the smallest piece of text that has a grammar of its own: a word,
// a number, a mark, or a run of white space other than one blank. "Don't" is
// two tokens, "Do" and "n't"; "U.S." is one. Tokens cover the text: writing
// each token's Text, and a blank where Space is true, gives the text back.
//
// # Tag and part of speech
//
// The tag is the token's class in the Penn Treebank: NNP for a proper noun,
// VBD for a verb in the past tense, IN for a preposition. POS is the coarser
// class of Universal Dependencies: PROPN, VERB, ADP. The lemma is the form
// that a dictionary lists: "met" and "meets" have the lemma "meet".
//
// # Head and dependency
//
// Each token but one in a sentence leans on another token, its head; Dep names
// how, in ClearNLP's words. In "The envoy met reporters", "envoy" is the nsubj
// (subject) of "met", "reporters" its dobj (direct object), and "The" the det
// (determiner) of "envoy". The one token that leans on none, here "met", is the
// root: its Dep is ROOT and its head is itself. So every sentence is a tree,
// and a phrase is a token with all that leans on it, its subtree.
//
// # Entity
//
// An entity is a run of tokens that names something, with one of 18 labels of
// the OntoNotes corpus: PERSON, NORP (nationalities, religious and political
// groups), FAC, ORG, GPE (countries, cities, states), LOC, PRODUCT, EVENT,
// WORK_OF_ART, LAW, LANGUAGE, DATE, TIME, PERCENT, MONEY, QUANTITY, ORDINAL,
// CARDINAL. About one in six is wrong, so a reader should weigh them.
package language
