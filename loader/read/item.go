package read

import (
	"context"
	"io"
	"slices"

	"dateline/graph"
	"dateline/loader/source"
)

// Item is one article of a source, or the reason why there is none.
type Item struct {
	// Source says where the item came from, for messages: "news/a.jsonl:12",
	// "stdin", "page.html".
	Source string
	// File is the file that the item is or is in, and Hash identifies what a feed says of it;
	// "" for other items.
	File, Hash string
	// Article has an ID and a Text; LoadedAt is not set. It is zero if Err is set.
	Article graph.Article
	// Err is an *Error, or nil.
	Err error
	// Warnings say what was ignored or replaced.
	Warnings []string
	// Original is the decoded plain text that Article.Text was found in: a whole
	// text file, or the text of a record. Empty for HTML.
	Original string
	// Origin maps Article.Text to Original. Nil for HTML.
	Origin Origin
	// Batch is what a row of a register says; nil for other items.
	Batch *graph.Batch
	// PageStarts are the offsets in Original, in code points, at which the pages of a
	// document begin. The first is Article.Source.Page. Nil for what has no pages.
	PageStarts []int
	// Headlined is the text with the headline that stands above it in the source, or
	// nil if none does. A headline is read only where the text itself tells of no
	// contact, since it repeats what the article tells.
	Headlined *Headlined
}

// Headlined is a text that begins with its headline, in a paragraph of its own.
type Headlined struct {
	Text string
	// Origin maps Text to the Original of its item.
	Origin Origin
	// Headline is the length of the headline, in code points.
	Headline int
}

// OriginOf returns what maps one of the item's two texts to its Original.
func (i *Item) OriginOf(text string) Origin {
	if i.Headlined != nil && i.Headlined.Text == text {
		return i.Headlined.Origin
	}
	return i.Origin
}

// PageOf returns the page that a part of one of the item's texts begins on; 0 if it has no
// pages.
func (i *Item) PageOf(text string, start, end int) int {
	if len(i.PageStarts) == 0 {
		return 0
	}
	from, _ := i.OriginOf(text).Source(start, end)
	at, _ := slices.BinarySearch(i.PageStarts, from+1)
	return i.Article.Source.Page + max(0, at-1)
}

// DefaultMaxBytes is the limit of an article if Options sets none.
const DefaultMaxBytes = source.DefaultMaxBytes

// Options say how sources are read. The zero value has the defaults.
type Options struct {
	// MaxBytes is the limit of an article, in bytes of its source; 0 means
	// DefaultMaxBytes. A file with several articles can be larger.
	MaxBytes int64
	// Stdin is what the path "-" reads.
	Stdin io.Reader
	// Format of standard input, by its name in the list of formats; empty to recognize
	// it.
	Format string
	// Columns are the columns of tables by the field of an article that they hold, such
	// as "text": "Body"; columns with the name of a field need not be given.
	Columns map[string]string
	// Register, if set, has tables read as registers.
	Register *Mapping
	// Web, Again, IsKnown and Skip are those of [source.Options].
	Web     *source.Web
	Again   bool
	IsKnown func(name, hash string) bool
	Skip    func(path string) bool
	// PassedOver, if set, is told of every file that is passed over.
	PassedOver func(source.Passed)
	// Meter, if set, counts what is read of files.
	Meter *source.Meter
}

// Survey adds up the sizes of the files that paths lead to in the meter.
func (o Options) Survey(ctx context.Context, paths []string) { o.Meter.Survey(ctx, paths, o.source()) }

func (o Options) maxBytes() int64 {
	if o.MaxBytes <= 0 {
		return DefaultMaxBytes
	}
	return o.MaxBytes
}
