package export

import (
	"bufio"
	"fmt"
	"io"
	"os"

	"dateline/graph"
)

// spill keeps what a format has to write later in a temporary file, so that it takes no
// memory. The file is made when it is first written.
type spill struct {
	file   *os.File
	buffer *bufio.Writer
	err    error // the first, which stays
}

// WriteString implements io.StringWriter. It fails again once it has failed.
func (s *spill) WriteString(text string) (int, error) {
	if s.file == nil && s.err == nil {
		s.open()
	}
	if s.err != nil {
		return 0, s.err
	}
	n, err := s.buffer.WriteString(text)
	if err != nil {
		s.err = noRoom(err)
	}
	return n, s.err
}

// noRoom says what to do if the file cannot be made or written.
func noRoom(err error) error {
	return graph.WithHint(fmt.Errorf("%w: keep part of the export: %w", graph.ErrUnavailable, err),
		"This format needs room for a temporary file: set TMPDIR to a folder that can be written, and has room.")
}

func (s *spill) open() {
	file, err := os.CreateTemp("", "dateline-export-")
	if err != nil {
		s.err = noRoom(err)
		return
	}
	s.file, s.buffer = file, bufio.NewWriterSize(file, 64<<10)
}

// copyTo writes what was kept.
func (s *spill) copyTo(w io.Writer) error {
	if s.file == nil {
		return nil
	}
	if err := s.buffer.Flush(); err != nil {
		return noRoom(err)
	}
	if _, err := s.file.Seek(0, io.SeekStart); err != nil {
		return err
	}
	_, err := io.Copy(w, s.file)
	return err
}

// Close removes the file.
func (s *spill) Close() error {
	if s.file == nil {
		return nil
	}
	_ = s.file.Close()
	return os.Remove(s.file.Name())
}
