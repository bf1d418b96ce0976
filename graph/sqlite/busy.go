package sqlite

import (
	"context"
	"log/slog"
	"time"

	"dateline/graph/sqlite/internal/db"

	codes "modernc.org/sqlite/lib"

	"dateline/graph/storekit"
)

const (
	// busyTimeout is how long SQLite waits for another process's lock before it says
	// that the file is busy.
	busyTimeout = 5 * time.Second
	// busyPause is for the cases in which SQLite says so at once, such as when the
	// write-ahead log is turned on while another process writes.
	busyPause = 10 * time.Millisecond
)

// whenFree runs work, and again for as long as another process has the file locked and
// ctx allows. Once the wait exceeds busyTimeout, it logs that.
func (s *Store) whenFree(ctx context.Context, work func() error) error {
	start, logged := time.Now(), false
	for {
		err := work()
		if db.PrimaryCode(err) != codes.SQLITE_BUSY {
			return err
		}
		if !logged && time.Since(start) >= s.busyTimeout {
			logged = true
			slog.WarnContext(ctx, "waiting for another process that is writing to the store", "store", s.path)
		}
		if err := storekit.Sleep(ctx, busyPause); err != nil {
			return err
		}
	}
}
