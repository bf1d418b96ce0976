package language

import (
	"encoding/binary"
	"math/bits"
)

// stringHasher gives spaCy's number of a string: a fixed one for the names of
// its symbols, 0 for the empty string, a hash for all others.
type stringHasher struct {
	symbols map[string]uint64
}

func (h stringHasher) hash(s string) uint64 {
	if s == "" {
		return 0
	}
	if symbol, ok := h.symbols[s]; ok {
		return symbol
	}
	return murmur64A(s, 1)
}

// murmur64A is MurmurHash64A by Austin Appleby.
func murmur64A(s string, seed uint64) uint64 {
	const multiplier = 0xc6a4a7935bd1e995
	const shift = 47
	data := []byte(s)
	hash := seed ^ uint64(len(data))*multiplier
	for ; len(data) >= 8; data = data[8:] {
		word := binary.LittleEndian.Uint64(data) * multiplier
		word ^= word >> shift
		word *= multiplier
		hash = (hash ^ word) * multiplier
	}
	if len(data) > 0 {
		for i, b := range data {
			hash ^= uint64(b) << (8 * i)
		}
		hash *= multiplier
	}
	hash ^= hash >> shift
	hash *= multiplier
	return hash ^ hash>>shift
}

// rowHashes returns the four row numbers, still to be reduced by the table's
// size, under which a hash embedding stores a value: MurmurHash3 x64 128 of the
// eight bytes of the value, as thinc computes it.
func rowHashes(value uint64, seed uint32) [4]uint32 {
	const length = 8
	h1 := bits.RotateLeft64(value*0x87c37b91114253d5, 31) * 0x4cf5ad432745937f
	h1 ^= uint64(seed) ^ length
	h2 := uint64(seed) ^ length
	h1 += h2
	h2 += h1
	h1, h2 = murmurMix(h1), murmurMix(h2)
	h1 += h2
	h2 += h1
	return [4]uint32{uint32(h1), uint32(h1 >> 32), uint32(h2), uint32(h2 >> 32)}
}

func murmurMix(h uint64) uint64 {
	h = (h ^ h>>33) * 0xff51afd7ed558ccd
	h = (h ^ h>>33) * 0xc4ceb9fe1a85ec53
	return h ^ h>>33
}
