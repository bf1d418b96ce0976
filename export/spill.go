package export

import (
	"bufio"
	"fmt"
	"io"
	"os"
)

// spill keeps what a format has to write later in a temporary file, so that it takes no
// memory. The file is made when it is first written.
type spill struct {
	file   *os.File
	buffer *bufio.Writer
}

// Write implements io.Writer.
func (s *spill) Write(p []byte) (int, error) {
	if s.file == nil {
		file, err := os.CreateTemp("", "dateline-export-")
		if err != nil {
			return 0, fmt.Errorf("keep part of the export: %w", err)
		}
		s.file, s.buffer = file, bufio.NewWriterSize(file, 64<<10)
	}
	return s.buffer.Write(p)
}

// copyTo writes what was kept.
func (s *spill) copyTo(w io.Writer) error {
	if s.file == nil {
		return nil
	}
	if err := s.buffer.Flush(); err != nil {
		return err
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
