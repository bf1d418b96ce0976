package lexicon

import (
	"errors"
	"testing"
	"testing/fstest"
)

// TestUse reads by an edited list, also where a set or a value was taken before, and by
// those built in again.
func TestUse(t *testing.T) {
	sections := Sections()
	byLength := Value(func() int { return len(sections) })
	want := byLength()
	edited := fstest.MapFS{"sections.txt": {Data: []byte("arts\nmotoring\n")}}
	if err := Use(edited); err != nil {
		t.Fatal(err)
	}
	if !sections["motoring"] || sections["world"] || byLength() != 2 {
		t.Errorf("the sections are %v, of which there are %d", sections, byLength())
	}
	if !Class("speech")["say"] {
		t.Error("a list that the folder lacks is not the one built in")
	}
	err := Use(fstest.MapFS{"sections.txt": {Data: []byte("motoring\narts\n")}})
	var faults Faults
	if !errors.As(err, &faults) || len(faults) != 1 || !sections["motoring"] {
		t.Errorf("a list with a fault gives %v, and the sections %v", err, sections)
	}
	if err := Use(fstest.MapFS{}); err != nil || sections["motoring"] || byLength() != want {
		t.Errorf("%v, %d sections, want the %d built in", err, byLength(), want)
	}
}
