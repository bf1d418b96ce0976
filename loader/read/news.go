package read

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"regexp"
	"strings"

	"dateline/loader/newsml"
)

var newsRoot = regexp.MustCompile(`^(?:\s|\x{feff}|<\?[^>]*\?>|<!--[\s\S]*?-->|<!DOCTYPE[^>\[]*(?:\[[^\]]*\]\s*)?>)*<(?:\w+:)?(` + strings.Join(newsml.Roots, "|") + `)[\s>/]`)

func looksLikeNews(head []byte) bool { return newsRoot.Match(bytes.TrimPrefix(head, bomUTF8)) }

// readXML reads the articles of a file of NewsML or NITF.
func readXML(f file, yield func(Item) bool) {
	body := bufio.NewReaderSize(marksDropped(f.data), headBytes)
	head, _ := body.Peek(headBytes)
	if !looksLikeNews(head) && looksLikeHTML(head) && bytes.Contains(head, []byte("<html")) {
		f.data = body
		readPage(f, yield)
		return
	}
	if len(bytes.TrimSpace(head)) == 0 {
		yield(Item{Source: f.name, Err: failure(Empty, f.name, nil, "is empty")})
		return
	}
	if !looksLikeNews(head) {
		yield(Item{Source: f.name, Err: failure(UnknownFormat, f.name, nil, "is XML of a kind that is not read; NewsML, NITF, feeds and sitemaps are")})
		return
	}
	n, going := 0, true
	var waiting *newsml.Article // the first, whose name depends on whether there is a second
	give := func(a newsml.Article, name string) {
		going = going && yield(guarded(name, func() Item { return readNews(name, a, f.beside) }))
	}
	err := newsml.Read(body, int(f.most), func(a newsml.Article) bool {
		if n++; n == 1 {
			waiting = &a
			return true
		}
		if waiting != nil {
			give(*waiting, f.name+"#1")
			waiting = nil
		}
		give(a, fmt.Sprintf("%s#%d", f.name, n))
		return going
	})
	if waiting != nil {
		give(*waiting, f.name)
	}
	switch {
	case !going:
	case errors.Is(err, newsml.ErrTooLarge):
		yield(Item{Source: f.name, Err: tooLarge(f.name, f.most)})
	case err != nil && !errors.Is(err, io.EOF):
		yield(Item{Source: f.name, Err: newsFailure(f.name, err)})
	case n == 0:
		yield(Item{Source: f.name, Err: failure(NoText, f.name, nil, "has no item of news")})
	}
}

func newsFailure(name string, err error) error {
	var own *Error
	if errors.As(err, &own) {
		return failure(own.Reason, name, own.Err, "%s", own.Message)
	}
	return failure(Damaged, name, err, "is not whole")
}

func readNews(name string, a newsml.Article, beside metadata) Item {
	given, warnings := metadata(a.Known).checked()
	if len(a.Paragraphs) == 0 {
		return Item{Source: name, Warnings: warnings, Err: failure(NoText, name, nil, "has no text, as an item of pictures or sound has none")}
	}
	return readPlain(name, strings.ToValidUTF8(strings.Join(a.Paragraphs, "\n\n"), "\uFFFD"), 0, given.or(beside), warnings)
}
