package language

import "testing"

// The numbers are those of spaCy's StringStore and thinc's Ops.hash.

func TestStringHash(t *testing.T) {
	hasher := stringHasher{symbols: map[string]uint64{"X": 101}}
	for s, want := range map[string]uint64{
		"":                          0,
		"X":                         101,
		"coffee":                    3197928453018144401,
		"Kyiv":                      14593447867761991774,
		"na\u00efve fa\u00e7ade 日本": 2956419765375572572,
	} {
		if got := hasher.hash(s); got != want {
			t.Errorf("hash(%q) = %d, want %d", s, got, want)
		}
	}
}

func TestRowHashes(t *testing.T) {
	for _, test := range []struct {
		value uint64
		seed  uint32
		want  [4]uint32
	}{
		{0, 8, [4]uint32{}},
		{1, 8, [4]uint32{1161550108, 2247783286, 1742325162, 1224191281}},
		{3197928453018144401, 8, [4]uint32{2399055680, 1118310852, 3598583520, 1677466278}},
		{3197928453018144401, 13, [4]uint32{3135765659, 3773144255, 3201613701, 4191575974}},
	} {
		if got := rowHashes(test.value, test.seed); got != test.want {
			t.Errorf("rowHashes(%d, %d) = %d, want %d", test.value, test.seed, got, test.want)
		}
	}
}
