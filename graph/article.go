package graph

import (
	"strings"
	"time"
)

// Article is what was published: one text, with what its source or the text
// itself tells of it. A field that neither tells is empty.
type Article struct {
	ID string `json:"id"`
	// ExternalID is the ID that the source gave it.
	ExternalID string `json:"externalId,omitempty"`
	URL        string `json:"url,omitempty"`
	Title      string `json:"title,omitempty"`
	Publisher  string `json:"publisher,omitempty"`
	Byline     string `json:"byline,omitempty"`
	// Published is the day of publication; the zero Date where nothing tells.
	Published Date `json:"published"`
	// PublishedFrom says what told it: "metadata", "date line", "url", "embedded
	// post" or "page metadata".
	PublishedFrom string `json:"publishedFrom,omitempty"`
	// Language is a BCP 47 tag, such as en.
	Language string `json:"language"`
	// Text is the article's own text, without page furniture. Every offset in
	// this package counts its code points.
	Text string `json:"text"`
	// LoadedAt is when a loader first stored it. It is no part of the graph's digest.
	LoadedAt time.Time `json:"-"`
}

// ArticleID returns the ID of an article: from its URL where it has one; else from
// its publisher, title and day where it has all three; else from its text. An
// article that is loaded again under another file name keeps its ID.
func ArticleID(a *Article) string {
	if a.URL != "" {
		return NewID(PrefixArticle, "url", canonicalURL(a.URL))
	}
	if a.Publisher != "" && a.Title != "" && !a.Published.IsZero() {
		return NewID(PrefixArticle, "title", Fold(a.Publisher), Fold(a.Title), a.Published.String())
	}
	return NewID(PrefixArticle, "text", strings.Join(strings.Fields(a.Text), " "))
}

// canonicalURL drops what does not change the page: the scheme, "www.", a
// fragment, a trailing slash.
func canonicalURL(url string) string {
	_, rest, found := strings.Cut(url, "://")
	if !found {
		rest = url
	}
	rest, _, _ = strings.Cut(rest, "#")
	host, path, _ := strings.Cut(rest, "/")
	host = strings.TrimPrefix(strings.ToLower(host), "www.")
	return host + "/" + strings.TrimSuffix(path, "/")
}

// Supersedes tells which of two different versions of one article is kept, so
// that the graph does not depend on the order in which they came: the longer
// text, then the greater one. It is false for versions that do not differ.
func (a *Article) Supersedes(b *Article) bool {
	if len(a.Text) != len(b.Text) {
		return len(a.Text) > len(b.Text)
	}
	return a.version() > b.version()
}

func (a *Article) version() string {
	return strings.Join([]string{a.Text, a.Title, a.Publisher, a.Byline, a.Published.String(), a.URL, a.ExternalID, a.PublishedFrom, a.Language}, "\x00")
}
