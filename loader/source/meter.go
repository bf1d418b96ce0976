package source

import (
	"context"
	"io"
	"io/fs"
	"os"
	"sync/atomic"
)

// Meter shows how far the files of a load are read. Its methods can be called at any time;
// a nil Meter counts nothing.
type Meter struct {
	total, read atomic.Int64
	known       atomic.Bool
}

// Survey adds up the sizes of the files that these paths lead to, for the share that is
// read. Nothing is known of web addresses and standard input.
func (m *Meter) Survey(ctx context.Context, paths []string, o Options) {
	known := true
	sum := int64(0)
	o.PassedOver, o.Describes, o.Skip = nil, nil, nil
	w := &walk{Options: o, ctx: ctx, yield: func(Item) bool { return true }, going: true}
	w.survey = func(info fs.FileInfo) { sum += info.Size() }
	for _, path := range paths {
		if path == "-" || isAddress(path) {
			known = false
			break
		}
		w.path(path)
	}
	m.total.Store(sum)
	m.known.Store(known && ctx.Err() == nil)
}

// Share returns how much of the files is read, from 0 to 1; false if that is not known.
func (m *Meter) Share() (float64, bool) {
	if m == nil || !m.known.Load() || m.total.Load() == 0 {
		return 0, false
	}
	return min(1, float64(m.read.Load())/float64(m.total.Load())), true
}

func (m *Meter) add(n int64) {
	if m != nil {
		m.read.Add(n)
	}
}

// metered counts what is read of a file, and the rest of its size when it is closed:
// readers of archives do not read all of it, or some of it twice.
type metered struct {
	*os.File
	meter *Meter
	left  int64
}

func (f *metered) count(n int) {
	counted := min(int64(n), f.left)
	f.left -= counted
	f.meter.add(counted)
}

// Read implements io.Reader.
func (f *metered) Read(p []byte) (int, error) {
	n, err := f.File.Read(p)
	f.count(n)
	return n, err
}

// ReadAt implements io.ReaderAt.
func (f *metered) ReadAt(p []byte, off int64) (int, error) {
	n, err := f.File.ReadAt(p, off)
	f.count(n)
	return n, err
}

// WriteTo implements io.WriterTo, in place of the file's own, which would not be counted.
func (f *metered) WriteTo(w io.Writer) (int64, error) { return io.Copy(w, struct{ io.Reader }{f}) }

// Close implements io.Closer.
func (f *metered) Close() error {
	f.meter.add(f.left)
	f.left = 0
	return f.File.Close()
}
