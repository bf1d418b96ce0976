//go:build !unix

package access

import "io/fs"

// othersMayWrite cannot be told from the mode on systems without Unix's.
func othersMayWrite(fs.FileInfo) bool { return false }
