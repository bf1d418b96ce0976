package annotate

import (
	"bytes"
	"compress/gzip"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"dateline/graph"
	"dateline/loader/read"
)

// Record has the fields of a line that are read. Any other field may be gold and is
// ignored.
type Record struct {
	// ID is a string or a number, and is repeated in the prediction.
	ID        any    `json:"id"`
	Title     string `json:"title"`
	Publisher string `json:"publisher"`
	// Published and DCT are the day of publication, which dates are relative to. DCT
	// (document creation time), TimeML's name, takes precedence.
	Published string `json:"published"`
	DCT       string `json:"dct"`
	URL       string `json:"url"`
	// Text, HTML and HTMLFile are the article; the first one that is not empty is
	// read. HTMLFile is a path relative to the JSON lines file; .gz is unpacked.
	Text     string `json:"text"`
	HTML     string `json:"html"`
	HTMLFile string `json:"html_file"`
	// Name1 and Name2 are names to compare, Schema their type (Person, Organization,
	// Company, …).
	Name1  string `json:"name1"`
	Name2  string `json:"name2"`
	Schema string `json:"schema"`

	name   string // for messages: "news.jsonl:12"
	folder string // of the file that the line stands in
}

// newRecord reads one line; name is for messages.
func newRecord(line []byte, name, folder string) (*Record, error) {
	r := &Record{name: name, folder: folder}
	decoder := json.NewDecoder(bytes.NewReader(line))
	decoder.UseNumber() // a long ID fits no float64
	err := decoder.Decode(r)
	if err == nil {
		err = atEnd(decoder)
	}
	if err != nil {
		return nil, &read.Error{Reason: read.BadJSON, Source: name, Message: "is not a JSON object with an id and a text", Err: err}
	}
	switch r.ID.(type) {
	case string, json.Number:
		return r, nil
	}
	return nil, &read.Error{Reason: read.BadJSON, Source: name, Message: "has no id"}
}

// atEnd returns an error if anything follows what a decoder has read.
func atEnd(decoder *json.Decoder) error {
	if _, err := decoder.Token(); errors.Is(err, io.EOF) {
		return nil
	}
	return errors.New("something follows the object")
}

// Item returns the record's article as loading reads it.
func (r *Record) Item() (read.Item, error) {
	data, format, err := r.source()
	if err != nil {
		return read.Item{}, err
	}
	options := read.Options{Stdin: bytes.NewReader(data), Format: format, MaxBytes: int64(len(data)) + 1}
	for item := range read.Sources(context.Background(), []string{"-"}, options) {
		item.Source = r.name
		item.Article.ExternalID = fmt.Sprint(r.ID)
		if unread := (*read.Error)(nil); errors.As(item.Err, &unread) {
			named := *unread
			named.Source = r.name
			return item, &named
		}
		return item, item.Err
	}
	return read.Item{}, &read.Error{Reason: read.NoText, Source: r.name, Message: "has no article"}
}

// source returns what to read and its format: the bytes of the page file, in
// whatever encoding, or the fields of the record that are not gold.
func (r *Record) source() (data []byte, format string, err error) {
	if r.Text == "" && r.HTML == "" && r.HTMLFile != "" {
		data, err = r.page()
		return data, "html", err
	}
	data, err = json.Marshal(map[string]string{
		"title": r.Title, "publisher": r.Publisher, "published": r.day(), "url": r.URL, "text": r.Text, "html": r.HTML,
	})
	if err != nil {
		return nil, "", fmt.Errorf("write %s anew: %w", r.name, err)
	}
	return data, "jsonl", nil
}

// Article returns the record's article with its own text, uncleaned. It returns an
// error if there is none.
func (r *Record) Article() (graph.Article, error) {
	item, err := r.Item()
	if strings.TrimSpace(r.Text) == "" {
		return item.Article, err
	}
	if err != nil {
		// A text that is too short or too odd for an article still counts.
		item.Article = graph.Article{ExternalID: fmt.Sprint(r.ID)}
		item.Article.Published, _ = graph.ParseDate(r.day())
	}
	item.Article.Text = strings.ToValidUTF8(r.Text, "\uFFFD")
	item.Article.ID = graph.ArticleID(&item.Article)
	return item.Article, nil
}

func (r *Record) day() string {
	if r.DCT != "" {
		return r.DCT
	}
	return r.Published
}

// page returns the bytes of the record's page file.
func (r *Record) page() ([]byte, error) {
	path := r.HTMLFile
	if !filepath.IsAbs(path) {
		path = filepath.Join(r.folder, filepath.FromSlash(path))
	}
	data, err := readPage(path)
	switch {
	case errors.Is(err, errTooLarge):
		return nil, &read.Error{Reason: read.TooLarge, Source: r.name, Message: "names a page that is too large, " + r.HTMLFile}
	case errors.Is(err, fs.ErrNotExist):
		return nil, &read.Error{Reason: read.NotFound, Source: r.name, Message: "names a page that does not exist, " + r.HTMLFile}
	case err != nil:
		return nil, &read.Error{Reason: read.Unreadable, Source: r.name, Message: "names a page that cannot be read, " + r.HTMLFile, Err: err}
	}
	return data, nil
}

var errTooLarge = errors.New("too large")

// readPage reads a file, and unpacks it if its name ends in .gz.
func readPage(path string) ([]byte, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	var from io.Reader = file
	if strings.HasSuffix(path, ".gz") {
		unzipped, err := gzip.NewReader(file)
		if err != nil {
			return nil, fmt.Errorf("unpack %s: %w", path, err)
		}
		defer unzipped.Close()
		from = unzipped
	}
	data, err := io.ReadAll(io.LimitReader(from, read.DefaultMaxBytes+1))
	if err == nil && len(data) > read.DefaultMaxBytes {
		err = errTooLarge
	}
	return data, err
}
