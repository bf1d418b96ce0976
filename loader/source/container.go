package source

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"path"
	"regexp"
	"strings"
)

// container is a kind of file that holds articles with names or metadata of their own.
type container struct {
	// name is used in messages and lists, what explains it.
	name, what string
	// extensions of its files, in lower case, with the dot.
	extensions []string
	// looksLike recognizes it by the first bytes; nil if only the extension tells.
	looksLike func(head []byte) bool
	// open opens the members, in order.
	open func(w *walk, item Item, body *bufio.Reader)
}

// containers are all kinds. To add one, write its function and add a row. The first row
// that a file's bytes look like applies, else the first that has its extension.
var containers []container

func init() { // not a literal, since open leads back to this list
	containers = []container{
		{"gzip", "a compressed file or tar archive", []string{".gz", ".tgz"}, startsWith("\x1f\x8b"), openGzip},
		{"zstd", "a compressed file or web archive", []string{".zst"}, looksLikeZstd, openZstd},
		{"epub", "a book or a newspaper, a chapter an article", []string{".epub"}, looksLikeEPUB, openEPUB},
		{"zip", "an archive, or a web archive in one", []string{".zip", ".wacz"}, nil, openZip},
		{"tar", "an archive", []string{".tar"}, looksLikeTar, openTar},
		{"warc", "a web archive: its pages, documents and feeds", []string{".warc"}, startsWith("WARC/"), openWARC},
		{"arc", "a web archive of the older kind", []string{".arc"}, startsWith("filedesc://"), openARC},
		{"mbox", "a mailbox", []string{".mbox", ".mbx"}, looksLikeMbox, openMbox},
		{"mail", "a message with its attachments", []string{".eml"}, nil, openMail},
		{"opml", "a list of feeds", []string{".opml"}, looksLikeOPML, openOPML},
		{"sitemap", "a list of a site's pages", nil, looksLikeSitemap, openSitemap},
		{"urls", "a list of web addresses, one in each line", nil, looksLikeURLs, openURLs},
		{"feed", "RSS, Atom or JSON Feed, item by item", []string{".rss", ".atom", ".rdf"}, looksLikeFeed, openFeed},
	}
}

// Listed is one kind of container, for lists.
type Listed struct {
	Name, What string
	Extensions []string
}

// Containers lists the containers that are opened.
func Containers() []Listed {
	var all []Listed
	for _, c := range containers {
		all = append(all, Listed{c.name, c.what, c.extensions})
	}
	return all
}

func startsWith(magic string) func([]byte) bool {
	return func(head []byte) bool { return bytes.HasPrefix(head, []byte(magic)) }
}

// containerOf returns the kind of container that an item is; nil if it is none.
func containerOf(item Item, head []byte) *container {
	if item.Format != "" && item.Address == "" { // servers call feeds pages
		return containerNamed(item.Format)
	}
	for i := range containers {
		if c := &containers[i]; c.looksLike != nil && c.looksLike(head) {
			return c
		}
	}
	if item.Format != "" {
		return containerNamed(item.Format)
	}
	return containerOfName(item.Name)
}

func containerNamed(name string) *container {
	for i := range containers {
		if containers[i].name == name {
			return &containers[i]
		}
	}
	return nil
}

func containerOfName(name string) *container {
	extension := strings.ToLower(path.Ext(name))
	for i := range containers {
		for _, e := range containers[i].extensions {
			if e == extension {
				return &containers[i]
			}
		}
	}
	return nil
}

// member returns the name of a container's member.
func member(of, name string) string { return of + "!" + name }

func isEnd(err error) bool { return errors.Is(err, io.EOF) || errors.Is(err, bufio.ErrBufferFull) }

var xmlNoise = regexp.MustCompile(`(?s)^(?:\s+|\x{feff}|<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^>\[]*(?:\[[^\]]*\])?\s*>)`)

// rootOf returns the name of the first element of XML, with its attributes; "" for
// anything else.
func rootOf(head []byte) string {
	text := string(head)
	for {
		cut := xmlNoise.FindString(text)
		if cut == "" {
			break
		}
		text = text[len(cut):]
	}
	if !strings.HasPrefix(text, "<") {
		return ""
	}
	tag, _, _ := strings.Cut(text[1:], ">")
	return tag
}

// hasRoot reports whether the first element of XML has one of these local names.
func hasRoot(head []byte, names ...string) bool {
	fields := strings.Fields(strings.TrimSuffix(rootOf(head), "/"))
	if len(fields) == 0 {
		return false
	}
	local := fields[0]
	if _, after, found := strings.Cut(local, ":"); found {
		local = after
	}
	for _, name := range names {
		if local == name {
			return true
		}
	}
	return false
}
