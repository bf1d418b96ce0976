package export

import "crypto/sha256"

// seen remembers IDs by 16 bytes of their hash, to write each thing once.
type seen map[[16]byte]struct{}

// add reports whether the ID is new.
func (s seen) add(id string) bool {
	sum := sha256.Sum256([]byte(id))
	key := [16]byte(sum[:16])
	if _, known := s[key]; known {
		return false
	}
	s[key] = struct{}{}
	return true
}
