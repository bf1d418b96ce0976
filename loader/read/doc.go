// Package read turns news articles into [graph.Article] values: plain text with
// everything that a browser copies along, Markdown, web pages, JSON, tables and more,
// from wherever package source finds them. [Sources] does it all.
//
// # From a file to an article
//
// sources.go takes the items of package source, formats.go recognizes their formats,
// decode.go turns bytes into text, and text.go, html.go, json.go and so on read one
// format each. Metadata comes from what contains the article, such as a feed, from
// fields and front matter (record.go, metadata.go, frontmatter.go)
// or from a sidecar, a file beside the text (sidecar.go). For web pages,
// trafilatura extracts the article; the method clean in clean.go then finds the
// article's own lines in any text, one step after the other.
//
// # Source and text
//
// The source is what was saved; an article's Text is only the article. Each line
// of the source is either kept or dropped as furniture: the masthead, section
// names, the headline (which becomes the Title), the byline, the date line, photo
// credits, links to other stories, calls to subscribe, and the stories that a site
// shows at the foot. The words of kept lines do not change; markup.go only removes
// what is not a word, such as link targets, footnote marks and invisible
// characters. Of a plain text, [Item] also has the text with its headline, which the
// loader reads where the body tells of no contact. An [Origin] maps the kept code points to the source.
//
// # Day of publication
//
// The day of publication is taken from the first of these that has it, each read
// by the file of its name:
//
//   - the given metadata (metadata.go), for web pages also the page's (published_page.go);
//   - the article's own date line (published_line.go), or an agency's dateline at
//     the start of the text (published_wire.go);
//   - the URL (published_url.go);
//   - the day of an update in the date line, with a warning;
//   - an embedded post (published_post.go).
//
// published.go has this order, day.go the ways to write a day. The date in a site's
// masthead is the day on which the page was saved, and the dates at its foot belong
// to other stories, so neither is ever used. If nothing says the day, it stays
// unknown.
//
// # Limits
//
// No article takes more than about two seconds and 200 MB from its bytes to its
// text, whatever it contains. A page is read up to its 8,000th element or 250,000th
// byte of text, a plain text up to its 400,000th byte, and an article's text up to
// 100,000 code points or 20,000 words and punctuation marks, which limits the later
// steps too (bound.go, bound_page.go). A warning says what was left out. A file
// larger than Options.MaxBytes is refused.
//
// # Adding a format
//
// Write a function from bytes to articles, and add a row to the list in formats.go.
package read
