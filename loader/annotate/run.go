package annotate

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"runtime/debug"
	"strconv"

	"golang.org/x/sync/errgroup"

	"dateline/loader"
	"dateline/loader/read"
)

// Input is one JSON lines file.
type Input struct {
	// Name is for messages.
	Name string
	// Folder is what paths in the file are relative to.
	Folder string
	Lines  io.Reader
}

// Prediction is the result of a layer for one line, or the error.
type Prediction struct {
	// Source names the line: "news.jsonl:12".
	Source string
	// Line is the prediction to print, with the record's ID and the layer's value;
	// nil if Err is set.
	Line map[string]any
	Err  error
}

// job is one line being predicted.
type job struct {
	number int
	line   []byte
	err    error
	done   chan Prediction
}

// Run predicts a layer for every line of a file, several at once, and calls report
// with each prediction, in the order of the lines. A line that cannot be read does
// not affect the others. Run returns an error only if the context ends, the file
// itself cannot be read, or report returns one.
func Run(ctx context.Context, e *loader.Extractor, layer Layer, in Input, workers int, report func(Prediction) error) error {
	workers = max(1, workers)
	group, ctx := errgroup.WithContext(ctx)
	queue := make(chan *job)
	ordered := make(chan *job, 4*workers) // lines that can wait for a slow one
	group.Go(func() error {
		defer close(queue)
		defer close(ordered)
		return eachLine(in, func(j *job) error {
			for _, to := range []chan *job{ordered, queue} {
				select {
				case to <- j:
				case <-ctx.Done():
					return ctx.Err()
				}
			}
			return nil
		})
	})
	for range workers {
		group.Go(func() error {
			for j := range queue {
				j.done <- predict(e, layer, in, j)
			}
			return nil
		})
	}
	group.Go(func() error {
		for j := range ordered {
			select {
			case p := <-j.done:
				if err := report(p); err != nil {
					return err
				}
			case <-ctx.Done():
				return ctx.Err()
			}
		}
		return nil
	})
	return group.Wait()
}

// eachLine calls yield with each line that is not blank. A line that is too long has
// an error instead.
func eachLine(in Input, yield func(*job) error) error {
	lines := bufio.NewReaderSize(in.Lines, 1<<16)
	for number := 1; ; number++ {
		line, err := readLine(lines)
		if err != nil && !errors.Is(err, io.EOF) && !errors.Is(err, errTooLarge) {
			return fmt.Errorf("read %s: %w", in.Name, err)
		}
		j := &job{number: number, line: line, done: make(chan Prediction, 1)}
		if errors.Is(err, errTooLarge) {
			j.err = &read.Error{Reason: read.TooLarge, Message: "is longer than " + strconv.Itoa(read.DefaultMaxBytes>>20) + " MiB, the limit for one line"}
		}
		if j.err != nil || len(bytes.TrimSpace(line)) > 0 {
			if err := yield(j); err != nil {
				return err
			}
		}
		if errors.Is(err, io.EOF) {
			return nil
		}
	}
}

// readLine reads up to a line feed. A line that is too long is skipped to its end.
func readLine(lines *bufio.Reader) ([]byte, error) {
	var line []byte
	tooLong := false
	for {
		part, err := lines.ReadSlice('\n')
		tooLong = tooLong || len(line)+len(part) > read.DefaultMaxBytes
		if tooLong {
			line = nil
		} else {
			line = append(line, part...)
		}
		if errors.Is(err, bufio.ErrBufferFull) {
			continue
		}
		if tooLong && (err == nil || errors.Is(err, io.EOF)) {
			return nil, errors.Join(errTooLarge, err)
		}
		return line, err
	}
}

// predict returns the layer's prediction for one line. A panic becomes its error.
func predict(e *loader.Extractor, layer Layer, in Input, j *job) (p Prediction) {
	p.Source = in.Name + ":" + strconv.Itoa(j.number)
	defer func() {
		if fault := recover(); fault != nil {
			p.Line, p.Err = nil, fmt.Errorf("annotate %s: defect: %v\n%s", p.Source, fault, debug.Stack())
		}
	}()
	if p.Err = j.err; p.Err != nil {
		return p
	}
	record, err := newRecord(j.line, p.Source, in.Folder)
	if err != nil {
		p.Err = err
		return p
	}
	value, err := layer.Predict(e, record)
	if err != nil {
		p.Err = err
		return p
	}
	p.Line = map[string]any{"id": record.ID, layer.Key: value}
	return p
}
