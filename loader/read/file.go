package read

import (
	"bytes"
	"fmt"
	"io"
	"math"
)

// file is what a reader of a format gets: a stream, and what is known beside it.
type file struct {
	// name is for messages.
	name string
	data io.Reader
	// most is how many bytes one article can have, size how many the file has; 0
	// where that is not known.
	most, size int64
	// beside is the metadata that lies beside the file.
	beside metadata
}

// readWhole makes the reader of a format with one article a file.
func readWhole(read func(name string, data []byte, beside metadata) Item) func(file, func(Item) bool) {
	return func(f file, yield func(Item) bool) {
		data, err := readAll(f.name, f.data, f.most, f.size)
		if err != nil {
			yield(Item{Source: f.name, Err: err})
			return
		}
		yield(guarded(f.name, func() Item { return read(f.name, data, f.beside) }))
	}
}

// readAll reads a stream that has no more than most bytes, and probably as many
// as size.
func readAll(name string, data io.Reader, most, size int64) ([]byte, error) {
	var all bytes.Buffer
	all.Grow(int(min(size, most)) + bytes.MinRead)
	if _, err := all.ReadFrom(io.LimitReader(data, most+1)); err != nil {
		return nil, failure(Unreadable, name, err, "cannot be read")
	}
	if int64(all.Len()) > most {
		return nil, tooLarge(name, most)
	}
	return all.Bytes(), nil
}

func tooLarge(name string, most int64) *Error {
	return failure(TooLarge, name, nil, "is larger than %s, the most for one article", size(most))
}

func size(n int64) string {
	const mebibyte = 1 << 20
	if n >= mebibyte {
		return fmt.Sprintf("%g MiB", math.Round(float64(n)/mebibyte*10)/10)
	}
	return fmt.Sprintf("%d bytes", n)
}

// guarded turns a panic of a library that reads hostile input into an error.
func guarded(name string, read func() Item) (item Item) {
	defer func() {
		if p := recover(); p != nil {
			item = Item{Source: name, Err: failure(Unreadable, name, nil, "made a reader fail: %v", p)}
		}
	}()
	return read()
}
