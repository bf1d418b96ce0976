package read

import (
	"slices"

	"dateline/graph"
)

// Text reads the article of one plain text or Markdown file as people save it, with
// or without YAML front matter. The warnings say what was ignored or replaced. An
// error is an *Error.
func Text(name string, data []byte) (graph.Article, []string, error) {
	item := readText(name, data, metadata{})
	return item.Article, item.Warnings, item.Err
}

// readText reads the article of a plain text; given is the metadata that is already
// known.
func readText(name string, data []byte, given metadata) Item {
	source, warnings, err := decode(name, data)
	if err != nil {
		return Item{Source: name, Err: err, Warnings: warnings}
	}
	body, front, err := frontMatter(name, source)
	if err != nil {
		return Item{Source: name, Err: err, Warnings: warnings}
	}
	own, more := metadataOf(front)
	return readPlain(name, source, body, own.or(given), append(warnings, more...))
}

// readPlain reads the article of a source, from byte body on.
func readPlain(name, source string, body int, given metadata, warnings []string) Item {
	bounded, more := boundedSource(source)
	warnings = append(warnings, more...)
	// The front matter is blanked, so that offsets stay the same.
	c := clean(blank(bounded, body), given)
	text, origin, more := boundedText(c.text, c.origin)
	item := Item{Source: name, Original: source, Origin: origin, Warnings: slices.Concat(warnings, c.warnings, more)}
	if c.text == "" {
		item.Err = failure(NoText, name, nil, "has no text that belongs to an article")
		return item
	}
	item.Article = articleOf(given.or(c.found), text)
	if len(text) == len(c.text) {
		item.Headlined = c.headlined
	}
	return item
}

func articleOf(m metadata, text string) graph.Article {
	m.Language = languageGiven(m.Language, text)
	if host := hostOf(m.URL); m.Publisher == "" && m.URL != "" && !sharedHosts[host] {
		m.Publisher = host
	}
	a := graph.Article{
		ExternalID:    m.ID,
		URL:           m.URL,
		Title:         m.Title,
		Publisher:     m.Publisher,
		Byline:        m.Byline,
		Published:     m.Published,
		PublishedFrom: m.PublishedFrom,
		Language:      m.Language,
		Text:          text,
	}
	a.ID = graph.ArticleID(&a)
	return a
}
