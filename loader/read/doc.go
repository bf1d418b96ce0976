// Package read turns what people save of news articles into [graph.Article]
// values: plain text with all that a browser copies along, Markdown, web pages,
// JSON and JSON lines; single files, folders, globs and standard input.
//
// # Source and text
//
// The source is what was saved; an article's Text is the article alone. A line
// of the source is either kept or dropped as furniture: the masthead, section
// names, the headline (it is the Title), the byline, the date line, photo
// credits, links to other stories, calls to subscribe, and the stories that a
// site shows at the foot. Kept lines stay word for word; only what is no word is
// taken out of them (link targets, footnote marks, invisible characters). An
// [Origin] tells where each kept code point stands in the source.
//
// # Published
//
// The day of publication is taken only from what tells it: given metadata, else
// the article's own date line, else the date in its URL, else the day of an
// update (with a warning), else the posts that it embeds. A site's masthead
// shows the day on which the page was saved, and the foot shows the days of other
// stories; neither is ever taken. Where nothing tells, the day stays unknown.
//
// # Bounds
//
// No article takes more than about two seconds and 200 MB from its bytes to its
// text, whatever it consists of: a page is read to its 8,000th element or
// 250,000th byte of text, a plain text to its 400,000th byte, an article's text
// to 100,000 code points or 20,000 words and marks, which bounds the steps that
// come after as well. What is left out is told in a warning; a file of more than
// Options.MaxBytes is refused.
//
// # Adding a format
//
// A format is a function from bytes to articles and one row of the list in
// formats.go.
package read
