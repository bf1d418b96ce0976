package source

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// openARC opens the pages of a web archive of the older kind. Each record has one line with
// its address, its media type and, at the end, its length; what a server answered follows.
func openARC(w *walk, item Item, body *bufio.Reader) {
	r := &warcReader{walk: w, name: item.Name, from: bufio.NewReaderSize(body, 64<<10)}
	for w.more() && r.nextOfARC() {
	}
	if r.others > 0 {
		w.pass(item.Name, fmt.Sprintf("%d records are no pages", r.others))
	}
}

// nextOfARC opens the next record. It returns false at the end.
func (r *warcReader) nextOfARC() bool {
	line, err := r.lineOfARC()
	if err != nil {
		if !errors.Is(err, io.EOF) {
			r.walk.fail(failureOf(r.name, err, Damaged, "has a record that is not whole"))
		}
		return false
	}
	fields := strings.Fields(line)
	const fewest = 5
	length := int64(-1)
	if len(fields) >= fewest {
		length, err = strconv.ParseInt(fields[len(fields)-1], 10, 64)
	}
	if err != nil || length < 0 {
		r.walk.fail(Failure(Damaged, r.name, nil, "has a record of no known length"))
		return false
	}
	r.told = false
	record := &io.LimitedReader{R: r.from, N: length}
	if address := fields[0]; strings.HasPrefix(address, "http") {
		r.answer(capture{name: member(r.name, address), address: address, length: length}, record)
	}
	if !r.more() {
		return false
	}
	if _, err := io.Copy(io.Discard, record); err != nil || record.N > 0 {
		if !r.told {
			r.walk.fail(failureOf(r.name, err, Damaged, "has a record that is cut off"))
		}
		return false
	}
	return true
}

// lineOfARC returns the next line that is not empty.
func (r *warcReader) lineOfARC() (string, error) {
	for size := 0; ; {
		part, err := r.from.ReadSlice('\n')
		if size += len(part); size > maxRecordHeader || errors.Is(err, bufio.ErrBufferFull) {
			return "", errHeaderTooLong
		}
		if line := strings.TrimSpace(string(part)); line != "" {
			return line, nil
		}
		if err != nil {
			return "", err
		}
	}
}
