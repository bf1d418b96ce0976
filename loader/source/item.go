package source

import (
	"io"
	"strings"

	"dateline/graph"
)

// Item is one thing that may hold articles, or the reason why there is none.
type Item struct {
	// Name says where the item came from, for messages: "news/a.zip!b.html", "stdin".
	Name string
	// Path is the file that the item is, or "" for a member of a container, a page or
	// standard input.
	Path string
	// File is the file that the item is or is in; "" for pages and standard input.
	File string
	// Address is the web address that the item was fetched from; "" if it was not.
	Address string
	// Format names the format where the container says it, such as "html"; "" if it has
	// to be recognized.
	Format string
	// Charset is the encoding that a server or a message names; "" if none does.
	Charset string
	// Body is the content. It can be read until the next item.
	Body io.Reader
	// Size is the size of Body in bytes, as far as its container tells the truth; 0 if
	// it is not known.
	Size int64
	// Excerpt is true if Body is only a summary of the article, since its page is not to be
	// had.
	Excerpt bool
	// Summary is what a feed says of the item whose page Body is, as HTML; "" for other items.
	Summary string
	// Hash identifies what a feed says of an item, to know it again; "" for other items.
	Hash string
	// Known is what the container says of the article.
	Known Known
	// Kind is what sort of source it is; "" for what Known and the format suggest.
	Kind graph.SourceKind
	// Warnings say what was left out.
	Warnings []string
	// Err is an *Error, or nil.
	Err error
}

// Known is what is known of an article besides its text. Fields that are not known are
// empty.
type Known struct {
	ID, Title, Publisher, Byline, URL, Language string
	Published                                   graph.Date
	PublishedFrom                               string
}

// Values of Known.PublishedFrom.
const (
	FromFeed    = "feed"
	FromMessage = "message"
)

// Passed is a file that was passed over, with the reason in words.
type Passed struct{ Name, Why string }

// Options say how sources are opened. The zero value has the defaults.
type Options struct {
	// MaxBytes is the most bytes of one article; 0 means DefaultMaxBytes.
	MaxBytes int64
	// Stdin is what the path "-" reads.
	Stdin io.Reader
	// Reads reports whether a file of this name may hold an article. Files in folders
	// and archives for which it is false are passed over.
	Reads func(name string) bool
	// Describes reports whether the file at a path only describes another one.
	Describes func(path string) bool
	// PassedOver, if set, is told of every file that is passed over.
	PassedOver func(Passed)
	// Meter, if set, counts what is read of files.
	Meter *Meter
	// Web fetches what is at web addresses; nil if none may be fetched.
	Web *Web
	// Again is set if what fails now is tried again later, so that a feed's item whose page
	// cannot be reached is not read from its summary.
	Again bool
	// IsKnown, if set, reports whether an item of a feed was loaded before. It is not
	// fetched then.
	IsKnown func(name, hash string) bool
	// Skip, if set, reports whether a file need not be read, such as one that has not
	// changed since it was loaded.
	Skip func(path string) bool
}

// DefaultMaxBytes is the limit of an article if Options sets none.
const DefaultMaxBytes = 10 << 20

func (o *Options) maxBytes() int64 {
	if o.MaxBytes <= 0 {
		return DefaultMaxBytes
	}
	return o.MaxBytes
}

// OnlySummary returns an item with its summary in place of a page that is not the item's.
// It has no Hash, so that the page is asked for again.
func (i Item) OnlySummary() Item {
	i.Format, i.Charset, i.Address, i.Hash = "fragment", "", "", ""
	i.Body, i.Size = strings.NewReader(i.Summary), int64(len(i.Summary))
	i.Excerpt, i.Summary = true, ""
	i.Warnings = append(i.Warnings, "the page has nothing of the feed's summary, which was read in its place")
	return i
}
