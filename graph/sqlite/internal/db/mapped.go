package db

import (
	"fmt"
	"math/bits"

	"dateline/graph"
)

// MapFile makes a connection map up to 2 GiB of the file, SQLite's limit, into memory
// instead of copying each page from the system's file cache. A page of events touches
// some two hundred pages of the file, and takes two thirds of the time with a map. All
// connections and processes share that memory, and the system can take it back. The
// rest of a larger file is copied. Nothing is written through a map, and the writing
// connection has none.
const MapFile = `PRAGMA mmap_size = 2147418112`

// MayMap is false on 32-bit machines, where 2 GiB for each connection would be most of
// the address space.
const MayMap = bits.UintSize >= 64

// fault is a page of a mapped file that could not be read: because the file is shorter
// now, or because its medium failed.
type fault interface {
	error
	Addr() uintptr
}

// faulted, deferred by whatever reads the file, turns a fault into an error. Otherwise
// a fault would end the program, for example when another program truncates the file.
// SQLite is Go code here, so a fault in it is a panic; while it reads a page it holds no
// locks except the connection's own. The connection is in an unknown state afterwards:
// nothing of it may be used or freed.
func (c *Conn) faulted(err *error) {
	cause := recover()
	if cause == nil {
		return
	}
	f, ok := cause.(fault)
	if !ok {
		panic(cause)
	}
	c.Broken = fmt.Errorf("%w: part of the file cannot be read; was it truncated while open? %w", graph.ErrCorrupt, f)
	*err = c.Broken
}
