package db

import (
	"fmt"
	"math/bits"

	"dateline/graph"
)

// MapFile has a connection read up to 2 GiB of the file, all that SQLite allows, in
// the system's memory for files rather than copy each page from there: a page of
// events touches some two hundred pages of the file, and takes two thirds of the
// time. That memory is shared by all connections and processes, and the system's to
// take back. What is beyond is copied. Nothing is ever written through a map, and
// the connection that writes has none.
const MapFile = `PRAGMA mmap_size = 2147418112`

// MayMap is false where 2 GiB for each connection would be most of the addresses.
const MayMap = bits.UintSize >= 64

// fault is memory that could not be read: a page of a mapped file that is not in
// the file any more, or that its medium does not give.
type fault interface {
	error
	Addr() uintptr
}

// faulted is to be deferred by what reads the file. It makes an error of a fault,
// which would end the program otherwise: another program that cuts the file short
// while it is read causes one. SQLite is Go here, so that a fault in it is a panic;
// it holds no locks but the connection's own where it reads a page. What the
// connection has in hand is unknown from then on: nothing of it may be used or
// freed any more.
func (c *Conn) faulted(err *error) {
	cause := recover()
	if cause == nil {
		return
	}
	f, ok := cause.(fault)
	if !ok {
		panic(cause)
	}
	c.Broken = fmt.Errorf("%w: part of the file cannot be read; was it cut short while open? %w", graph.ErrCorrupt, f)
	*err = c.Broken
}
