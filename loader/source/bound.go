package source

import (
	"bytes"
	"fmt"
	"io"
	"os"
)

// The limits of archives.
const (
	// freeMember and freeArchive can be unpacked of one member and of a whole archive,
	// whatever their sizes.
	freeMember  = 64 << 20
	freeArchive = 256 << 20
	// maxRatio is how much larger than packed everything beyond can be. Text
	// shrinks to a fifth, a bomb to a thousandth.
	maxRatio = 100
	// maxMembers is the most members of one ZIP archive, whose list is held in memory.
	maxMembers = 200_000
	// maxSpooled is the most bytes of an archive that is not a file of its own.
	maxSpooled = 1 << 30
	// inMemory is the most bytes of such an archive that are held in memory.
	inMemory = 16 << 20
)

// unpacking counts what comes out of an archive against what went in.
type unpacking struct {
	name     string
	free     int64
	packed   func() int64
	unpacked int64
}

func (u *unpacking) check() error {
	if u.unpacked <= u.free || u.unpacked <= u.packed()*maxRatio {
		return nil
	}
	return Failure(TooLarge, u.name, nil, "unpacks to more than %d times its size, as only made-up archives do", maxRatio)
}

// reader returns what is unpacked through from, until there is too much of it.
func (u *unpacking) reader(from io.Reader) io.Reader { return &unpacked{u, from} }

type unpacked struct {
	*unpacking
	from io.Reader
}

func (r *unpacked) Read(p []byte) (int, error) {
	if err := r.check(); err != nil {
		return 0, err
	}
	n, err := r.from.Read(p)
	r.unpacked += int64(n)
	return n, err
}

// counter counts what is read through it.
type counter struct {
	from io.Reader
	n    int64
}

func (c *counter) Read(p []byte) (int, error) {
	n, err := c.from.Read(p)
	c.n += int64(n)
	return n, err
}

// spool is a stream that can be read at any place: in memory if it is small, else in a
// temporary file.
type spool struct {
	io.ReaderAt
	size int64
	file *os.File
}

func (s *spool) Close() error {
	if s.file == nil {
		return nil
	}
	_ = s.file.Close()
	return os.Remove(s.file.Name())
}

// spoolOf copies a stream.
func spoolOf(from io.Reader) (*spool, error) {
	head, err := io.ReadAll(io.LimitReader(from, inMemory))
	if err != nil {
		return nil, err
	}
	if len(head) < inMemory {
		return &spool{ReaderAt: bytes.NewReader(head), size: int64(len(head))}, nil
	}
	file, err := os.CreateTemp("", "dateline-*")
	if err != nil {
		return nil, fmt.Errorf("unpack into a temporary file: %w", err)
	}
	s := &spool{ReaderAt: file, file: file}
	if _, err := file.Write(head); err != nil {
		_ = s.Close()
		return nil, fmt.Errorf("unpack into a temporary file: %w", err)
	}
	n, err := io.Copy(file, io.LimitReader(from, maxSpooled-inMemory+1))
	s.size = inMemory + n
	switch {
	case err != nil:
		_ = s.Close()
		return nil, err
	case s.size > maxSpooled:
		_ = s.Close()
		return nil, Failure(TooLarge, "", nil, "is larger than %s, the limit for an archive within another", Size(maxSpooled))
	}
	return s, nil
}
