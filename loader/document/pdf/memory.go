package pdf

import (
	"runtime/debug"

	"github.com/tetratelabs/wazero/experimental"
)

// maxMemory is the most memory of PDFium for one document, in bytes. Most take a third.
const maxMemory = 96 << 20

// memory is that of one document. All of it is reserved at once, since memory that grows
// would be copied again and again; what is not used costs nothing.
type memory struct {
	bytes []byte
	used  uint64
}

func newMemory(_, _ uint64) experimental.LinearMemory { return &memory{bytes: make([]byte, maxMemory)} }

// Reallocate returns the memory in another size, nil if that is too much.
func (m *memory) Reallocate(size uint64) []byte {
	if size > maxMemory {
		return nil
	}
	m.used = max(m.used, size)
	return m.bytes[:size:size]
}

// Free gives the memory back, at once if it is so much that it would be missed.
func (m *memory) Free() {
	m.bytes = nil
	if m.used > maxMemory/2 {
		debug.FreeOSMemory()
	}
}
