package mapping

import (
	"fmt"
	"testing"

	"pgregory.net/rapid"
)

// A shelf gives what it last took of an ID or nothing, has what it just took, never
// gives whole what it took in brief, and stays within its room.
func TestShelf(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		room := rapid.IntRange(0, 1000).Draw(t, "room")
		size := 0
		s := &WeightedCache[int]{Room: room, Clone: func(n int, _ bool) int { return n }, Size: func(int) int { return size }}
		last, whole := make(map[string]int), make(map[string]bool)
		for i := range rapid.IntRange(1, 60).Draw(t, "steps") {
			id := fmt.Sprint(rapid.IntRange(0, 12).Draw(t, "id"))
			if rapid.Bool().Draw(t, "keep") {
				size = rapid.IntRange(1, 100).Draw(t, "size")
				brief := rapid.Bool().Draw(t, "brief")
				if _, there := s.Get(id, false); !brief || !there {
					last[id], whole[id] = i, !brief
				}
				s.Keep(id, i, brief)
				if got, ok := s.Get(id, true); size+perThing <= room && (!ok || got != last[id]) {
					t.Fatalf("%d of size %d was kept and is %d, %v", i, size, got, ok)
				}
			}
			if got, ok := s.Get(id, true); ok && got != last[id] {
				t.Fatalf("gave %d, want %d", got, last[id])
			}
			if _, ok := s.Get(id, false); ok && !whole[id] {
				t.Fatalf("gave %s whole, which it has in brief", id)
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
