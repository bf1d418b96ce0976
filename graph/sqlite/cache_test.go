package sqlite

import (
	"fmt"
	"testing"

	"pgregory.net/rapid"
)

// A shelf gives what it last took of an ID or nothing, has what it just took, and
// stays within its room.
func TestShelf(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		room := rapid.IntRange(0, 1000).Draw(t, "room")
		size := 0
		s := &shelf[int]{room: room, clone: func(n int) int { return n }, size: func(int) int { return size }}
		last := make(map[string]int)
		for i := range rapid.IntRange(1, 60).Draw(t, "steps") {
			id := fmt.Sprint(rapid.IntRange(0, 12).Draw(t, "id"))
			if rapid.Bool().Draw(t, "keep") {
				size = rapid.IntRange(1, 100).Draw(t, "size")
				s.keep(id, i)
				last[id] = i
				if got, ok := s.get(id); size+perThing <= room && (!ok || got != i) {
					t.Fatalf("%d of size %d was kept and is %d, %v", i, size, got, ok)
				}
			}
			if got, ok := s.get(id); ok && got != last[id] {
				t.Fatalf("gave %d, want %d", got, last[id])
			}
			total := 0
			for _, thing := range s.things {
				total += thing.size
			}
			if total > room || total != s.used {
				t.Fatalf("holds %d bytes, has room for %d", total, room)
			}
		}
	})
}
