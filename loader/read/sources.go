package read

import (
	"bufio"
	"context"
	"fmt"
	"iter"
	"strings"

	"dateline/loader/source"
)

// Sources reads the articles of files, folders, patterns, and "-" for standard input, as
// [source.Items] opens them. A source that cannot be read gives an item with an error,
// and reading continues with the next. A cancelled context ends the sequence.
func Sources(ctx context.Context, paths []string, o Options) iter.Seq[Item] {
	return func(yield func(Item) bool) {
		each := func(item Item) bool { return ctx.Err() == nil && yield(item) }
		for opened := range source.Items(ctx, paths, o.source()) {
			if !readOpened(opened, o, each) {
				return
			}
		}
	}
}

// readOpened reads the articles of one item with where they are from. It reports whether to
// go on.
func readOpened(opened source.Item, o Options, yield func(Item) bool) bool {
	going, failures := true, 0
	readItem(opened, o, func(item Item) bool {
		if item.Err == nil && opened.Summary != "" && !tellsOf(&item.Article, opened) {
			going = readOpened(opened.OnlySummary(), o, yield)
			return false
		}
		if failures++; item.Err == nil {
			failures = 0
		}
		if failures > maxFailures {
			item = Item{Source: opened.Name, Err: failure(Damaged, opened.Name, nil, "has %d items in a row that cannot be read; the rest was not read", maxFailures)}
		}
		item.Source = strings.ToValidUTF8(item.Source, "\uFFFD") // names of files are any bytes
		item.File, item.Hash = opened.File, opened.Hash
		item.Article.Source.Location, item.Article.Source.Excerpt = item.Source, opened.Excerpt
		if item.Batch != nil {
			item.Batch.Article.Source = item.Article.Source
		}
		if item.Article.Source.Stated == "" {
			item.Article.Source.Stated = opened.Kind
		}
		going = going && yield(item)
		return going && failures <= maxFailures
	})
	return going
}

// maxFailures is how many articles of one file may fail one after another. A file of which
// so many cannot be read is not what it is taken for.
const maxFailures = 1_000

func (o Options) source() source.Options {
	return source.Options{
		MaxBytes: o.maxBytes(), Stdin: o.Stdin, PassedOver: o.PassedOver, Reads: isRead, Describes: isSidecar,
		Web: o.Web, Again: o.Again, IsKnown: o.IsKnown, Skip: o.Skip, Meter: o.Meter,
	}
}

// isRead reports whether files of this name may hold articles.
func isRead(name string) bool {
	_, read := formatOfExtension(name)
	_, told := unreadKind(name)
	return read || told
}

// readItem reads the articles of one item.
func readItem(opened source.Item, o Options, yield func(Item) bool) {
	name := opened.Name
	if opened.Err != nil {
		yield(Item{Source: name, Err: opened.Err})
		return
	}
	body, buffered := opened.Body.(*bufio.Reader)
	if !buffered {
		body = bufio.NewReaderSize(opened.Body, headBytes)
	}
	head, _ := body.Peek(headBytes)
	f, err := formatOf(opened, head, o)
	if err != nil {
		yield(Item{Source: name, Err: err})
		return
	}
	most := f.limit(o.maxBytes())
	if f.holdsOne && opened.Size > most {
		yield(Item{Source: name, Err: tooLarge(name, most)})
		return
	}
	beside, warnings, err := besideOf(opened, o)
	if err != nil {
		yield(Item{Source: name, Err: err})
		return
	}
	in := file{name: name, data: body, most: most, size: opened.Size, beside: beside, charset: opened.Charset, columns: o.Columns, register: o.Register}
	f.read(in, func(item Item) bool {
		item.Warnings = append(warnings, item.Warnings...)
		return yield(item)
	})
}

// besideOf returns what is known of an item: from what contains it, or from its sidecar.
func besideOf(opened source.Item, o Options) (metadata, []string, error) {
	known, warnings := metadata(opened.Known).checked()
	warnings = append(opened.Warnings, warnings...)
	if opened.Path == "" {
		return known, warnings, nil
	}
	beside, more, err := readSidecar(opened.Path, o.maxBytes())
	return known.or(beside), append(warnings, more...), err
}

// formatOf returns the format of an item: as its container says, else by its extension,
// else by its first bytes.
func formatOf(opened source.Item, head []byte, o Options) (format, error) {
	named := opened.Format
	if opened.Name == stdin && named == "" {
		named = o.Format
	}
	if named != "" {
		f, ok := formatNamed(named)
		if !ok {
			return f, failure(UnknownFormat, opened.Name, nil, "%s", unknownFormat(named))
		}
		return f, nil
	}
	f, known := formatOfExtension(opened.Name)
	if !known {
		f = formatOfHead(head)
	}
	if what := binaryKind(head); what != "" && !isUTF16(head) && !f.binary {
		if own, ok := binaryFormatOfHead(head); ok {
			return own, nil
		}
		return format{}, notText(opened.Name, what)
	}
	return f, nil
}

const stdin = "stdin"

// headBytes is how much of a file is used to recognize its format.
const headBytes = 4096

func isUTF16(head []byte) bool {
	return len(head) >= 2 && (head[0] == 0xFF && head[1] == 0xFE || head[0] == 0xFE && head[1] == 0xFF)
}

func unknownFormat(name string) string {
	return fmt.Sprintf("has the unknown format %q; the formats are %s", name, strings.Join(FormatNames(), ", "))
}
