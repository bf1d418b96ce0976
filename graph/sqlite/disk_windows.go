package sqlite

import "golang.org/x/sys/windows"

// freeBytes returns the room for us on the disk of a folder, and whether it is known.
func freeBytes(folder string) (uint64, bool) {
	name, err := windows.UTF16PtrFromString(folder)
	if err != nil {
		return 0, false
	}
	var free uint64
	if err := windows.GetDiskFreeSpaceEx(name, &free, nil, nil); err != nil {
		return 0, false
	}
	return free, true
}

// mayWrite returns nil: whether we may make files in a folder is not known before.
func mayWrite(string) error { return nil }
