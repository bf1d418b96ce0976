package sqlite

import (
	"fmt"
	"testing"

	"pgregory.net/rapid"
)

// A shelf gives what was put there last or nothing, keeps what was just put, and
// stays within its room.
func TestShelf(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		room := rapid.IntRange(0, 400).Draw(t, "room")
		s := &shelf[int]{room: room}
		last := make(map[string]int)
		for i := range rapid.IntRange(1, 60).Draw(t, "steps") {
			id := fmt.Sprint(rapid.IntRange(0, 12).Draw(t, "id"))
			if rapid.Bool().Draw(t, "put") {
				size := rapid.IntRange(1, 100).Draw(t, "size")
				s.put(id, sized[int]{i, size})
				last[id] = i
				if got, ok := s.get(id); size <= room && (!ok || got != i) {
					t.Fatalf("%d of size %d was put and is %d, %v", i, size, got, ok)
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
