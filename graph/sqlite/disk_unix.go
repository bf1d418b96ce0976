//go:build linux || darwin || freebsd

package sqlite

import (
	"os"

	"golang.org/x/sys/unix"
)

// freeBytes returns the room for us on the disk of a folder, and whether it is known.
func freeBytes(folder string) (uint64, bool) {
	var stat unix.Statfs_t
	if err := unix.Statfs(folder, &stat); err != nil {
		return 0, false
	}
	return bytesOf(stat.Bavail, stat.Bsize), true
}

// bytesOf returns the bytes of some blocks. Systems differ in the types of both, and FreeBSD
// has fewer than no blocks for us where only root's are left.
func bytesOf[Blocks int64 | uint64, Size int32 | int64 | uint32 | uint64](blocks Blocks, size Size) uint64 {
	return uint64(max(blocks, 0)) * uint64(size)
}

// mayWrite returns why we may not make files in a folder.
func mayWrite(folder string) error {
	if err := unix.Access(folder, unix.W_OK); err != nil {
		return &os.PathError{Op: "write to", Path: folder, Err: err}
	}
	return nil
}
