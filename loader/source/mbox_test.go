package source

import (
	"io"
	"strings"
	"testing"
)

// A mailbox of any size takes the memory of a message.
func TestLongMailbox(t *testing.T) {
	message := "From a@b.example Mon Mar  2 08:00:00 2026\nFrom: Ida Moen <ida@b.example>\nSubject: Notes\nMessage-ID: <1@b.example>\nDate: Mon, 2 Mar 2026 08:00:00 +0100\n\n" +
		strings.Repeat("Ida Moen met Per Aas in Kellby on Monday.\n", 200) + "\n"
	const messages = 2_000 // some 17 MB
	readings := map[string]int64{}
	for name, n := range map[string]int{"a tenth": messages / 10, "all": messages} {
		w := &walk{ctx: t.Context(), going: true}
		read, before, most := 0, heapNow(), int64(0)
		w.yield = func(item Item) bool {
			if item.Err != nil {
				t.Error(item.Err)
				return true
			}
			if read++; read%(n/5) == 0 {
				most = max(most, heapNow())
			}
			_, err := io.Copy(io.Discard, item.Body)
			return err == nil
		}
		w.open(Item{Name: "a.mbox", Body: io.MultiReader(repeated(message, n)...)})
		if read != n {
			t.Errorf("%d messages of %d", read, n)
		}
		readings[name] = most - before
	}
	t.Logf("the heap grew by %s for all, %s for a tenth", Size(readings["all"]), Size(readings["a tenth"]))
	if readings["all"] > 4<<20+max(0, readings["a tenth"]) {
		t.Errorf("the heap grew by %s for %d messages, and by %s for a tenth of them", Size(readings["all"]), messages, Size(readings["a tenth"]))
	}
}
