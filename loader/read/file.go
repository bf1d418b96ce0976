package read

import (
	"bytes"
	"errors"
	"io"

	"dateline/loader/source"
)

// file is the input of a format's reader: a stream and what is known about it.
type file struct {
	// name is for messages.
	name string
	data io.Reader
	// most is the limit of an article in bytes, size the size of the file; 0 if it
	// is not known.
	most, size int64
	// beside is the metadata from the file's sidecar, or from what contains the file.
	beside metadata
	// charset is the encoding that a server or a message names; "" if none does.
	charset string
	// columns are the columns of a table by the field that they hold.
	columns map[string]string
	// register says how the rows of a table are read as those of a register; nil for
	// articles.
	register *Mapping
}

// readMarkup returns the reader of a format whose files are one article each, and whose
// encoding a server can name.
func readMarkup(read func(name string, data []byte, beside metadata, charset string) Item) func(file, func(Item) bool) {
	return func(f file, yield func(Item) bool) {
		data, err := readAll(f.name, f.data, f.most, f.size)
		if err != nil {
			yield(Item{Source: f.name, Err: err})
			return
		}
		yield(guarded(f.name, func() Item { return read(f.name, data, f.beside, f.charset) }))
	}
}

// readAll reads a stream of at most most bytes, and probably as many as size.
func readAll(name string, data io.Reader, most, size int64) ([]byte, error) {
	var all bytes.Buffer
	all.Grow(int(min(size, most)) + bytes.MinRead)
	if _, err := all.ReadFrom(io.LimitReader(data, most+1)); err != nil {
		var own *Error
		if errors.As(err, &own) { // of an archive or a server
			return nil, failure(own.Reason, name, own.Err, "%s", own.Message)
		}
		return nil, failure(Unreadable, name, err, "cannot be read")
	}
	if int64(all.Len()) > most {
		return nil, tooLarge(name, most)
	}
	return all.Bytes(), nil
}

func tooLarge(name string, most int64) *Error {
	return failure(TooLarge, name, nil, "is larger than %s, the limit for one article", source.Size(most))
}

// guarded returns an error if a library panics on hostile input.
func guarded(name string, read func() Item) (item Item) {
	defer func() {
		if p := recover(); p != nil {
			item = Item{Source: name, Err: failure(Unreadable, name, nil, "cannot be read: the reader panicked: %v", p)}
		}
	}()
	return read()
}
