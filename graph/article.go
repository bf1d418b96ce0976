package graph

import (
	"strings"
	"time"
)

// Article is what was published: one text, and what its source or the text itself says
// about it. A field that neither gives is empty.
type Article struct {
	ID string `json:"id"`
	// ExternalID is the ID that the source gave it.
	ExternalID string `json:"externalId,omitempty"`
	URL        string `json:"url,omitempty"`
	Title      string `json:"title,omitempty"`
	Publisher  string `json:"publisher,omitempty"`
	Byline     string `json:"byline,omitempty"`
	// Published is the day of publication; zero if unknown.
	Published Date `json:"published"`
	// PublishedFrom is where that day was found: "metadata", "date line", "url",
	// "embedded post", "page metadata", "feed", "message" or "register".
	PublishedFrom string `json:"publishedFrom,omitempty"`
	// Language is a BCP 47 tag, such as en.
	Language string `json:"language"`
	// Text is the article's own text, without page furniture. Every offset in this
	// package counts its code points.
	Text string `json:"text"`
	// Source is where it was loaded from last. The graph's digest does not cover it, since
	// the same article can come from several places.
	Source Source `json:"-"`
	// LoadedAt is when a loader first stored it. The graph's digest does not cover it.
	LoadedAt time.Time `json:"-"`
}

// ArticleID returns the ID of an article: a hash of its URL if it has one; else of its
// publisher, title and day if it has all three; else of its text. An article that is
// loaded again under another file name keeps its ID.
func ArticleID(a *Article) string {
	if a.URL != "" {
		return NewID(PrefixArticle, "url", canonicalURL(a.URL))
	}
	if a.Publisher != "" && a.Title != "" && !a.Published.IsZero() {
		return NewID(PrefixArticle, "title", Fold(a.Publisher), Fold(a.Title), a.Published.String())
	}
	return NewID(PrefixArticle, "text", strings.Join(strings.Fields(a.Text), " "))
}

// Host returns the host of a URL in lower case, without "www." and port. A host alone is
// such a URL as well. It returns "" for what has no host with a dot in it.
func Host(url string) string {
	if _, rest, found := strings.Cut(url, "://"); found {
		url = rest
	}
	if end := strings.IndexAny(url, "/?#:"); end >= 0 {
		url = url[:end]
	}
	if !strings.Contains(url, ".") || strings.Contains(url, " ") {
		return ""
	}
	return strings.TrimPrefix(strings.ToLower(url), "www.")
}

// canonicalURL drops what leads to the same page: the scheme, "www.", a fragment and a
// trailing slash.
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

// Supersedes reports whether a is kept of two versions of one article: the one with the
// longer text is, then the greater one, so that the graph does not depend on the order
// in which they came. It is false for versions that do not differ.
func (a *Article) Supersedes(b *Article) bool {
	if len(a.Text) != len(b.Text) {
		return len(a.Text) > len(b.Text)
	}
	return a.version() > b.version()
}

func (a *Article) version() string {
	fields := []string{a.Text, a.Title, a.Publisher, a.Byline, a.Published.String(), a.URL, a.ExternalID, a.PublishedFrom, a.Language}
	return strings.Join(fields, "\x00")
}

// NodeID returns the article's ID.
func (a *Article) NodeID() string { return a.ID }
