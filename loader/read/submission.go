package read

import "dateline/graph"

// Submitted reads an article that somebody handed in, as the reader of JSON does. The name
// is for messages.
func Submitted(name string, s graph.Submission) Item {
	r := record{
		"id": s.ExternalID, "url": s.URL, "title": s.Title, "publisher": s.Publisher, "byline": s.Byline,
		"language": s.Language, "published": s.Published, "text": s.Text, "html": s.HTML,
	}
	if len(s.Text) > DefaultMaxBytes || len(s.HTML) > DefaultMaxBytes {
		return Item{Source: name, Err: tooLarge(name, DefaultMaxBytes)}
	}
	return guarded(name, func() Item { return readRecord(name, r, metadata{}) })
}
