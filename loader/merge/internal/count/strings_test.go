package count

import (
	"slices"
	"testing"
)

func TestMostFrequent(t *testing.T) {
	names := Strings{}
	for _, name := range []string{"Kyiv", "Kiev", "Oslo", "Kyiv", "Bergen", "Oslo"} {
		names.Add(name)
	}
	if got, want := names.MostFrequent(), []string{"Kyiv", "Oslo", "Bergen", "Kiev"}; !slices.Equal(got, want) {
		t.Errorf("most frequent are %v, want %v", got, want)
	}
}
