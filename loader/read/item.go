package read

import (
	"io"

	"dateline/graph"
)

// Item is one article of a source, or why there is none.
type Item struct {
	// Source is where it came from, for messages: "news/a.jsonl:12", "stdin", "page.html".
	Source string
	// Article has its ID and a Text; LoadedAt is not set. It is zero where Err is set.
	Article graph.Article
	// Err is an *Error, or nil.
	Err error
	// Warnings tell what was ignored or replaced on the way.
	Warnings []string
	// Original is the decoded plain text that Article.Text was cleaned from: of a
	// text file the whole, of a record its text. Empty for HTML.
	Original string
	// Origin tells where the parts of Article.Text stand in Original. Nil for HTML.
	Origin Origin
}

// DefaultMaxBytes is how large one article can be where Options says nothing.
const DefaultMaxBytes = 10 << 20

// Options say how sources are read. The zero Options are the usual ones.
type Options struct {
	// MaxBytes is the most that one article can have, in bytes of its source; 0
	// means DefaultMaxBytes. A file of many articles can be larger than that.
	MaxBytes int64
	// Stdin is what the path "-" reads.
	Stdin io.Reader
	// Format is that of standard input: text, html, json or jsonl; empty to find out.
	Format string
}

func (o Options) maxBytes() int64 {
	if o.MaxBytes <= 0 {
		return DefaultMaxBytes
	}
	return o.MaxBytes
}
