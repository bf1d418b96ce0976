//go:build !linux && !darwin && !freebsd && !windows

package sqlite

// freeBytes returns the room for us on the disk of a folder, and whether it is known.
func freeBytes(string) (uint64, bool) { return 0, false }

// mayWrite returns nil: whether we may make files in a folder is not known before.
func mayWrite(string) error { return nil }
