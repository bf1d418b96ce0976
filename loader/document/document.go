// Package document reads office documents: DOCX, ODT and RTF, and, in package pdf, PDF. A
// [Document] is what all of them come to: paragraphs in reading order, and what the file says
// of itself. Which of that is an article, package read decides.
//
// What an author has deleted, hidden or commented on is no text; what has been inserted is.
// Footnotes follow the text, each as a paragraph, so that they break no sentence. The rows of
// a table are paragraphs.
package document

// Document is the text of a file.
type Document struct {
	// Title and Author are what the file's properties say, which is often what a template or
	// a program wrote there.
	Title, Author string
	// URL is the page that the file was printed from; "" if it does not say.
	URL string
	// Language is the tag of the text's language; "" if the file does not say.
	Language   string
	Paragraphs []Paragraph
	// Pages is how many pages the file has; 0 if pages are not known.
	Pages int
	// Warnings say what was left out.
	Warnings []string
}

// Paragraph is one paragraph, heading or row of a table, on one line.
type Paragraph struct {
	Text string
	// Level is that of a heading, from 1 for the title of the whole; 0 for other text.
	Level int
	// Page is the page that it begins on, from 1; 0 if pages are not known. Turns are where
	// it goes on to the next pages, in bytes of Text.
	Page  int
	Turns []int
}
