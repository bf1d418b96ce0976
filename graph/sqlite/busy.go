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
	// busyTimeout is how long SQLite itself waits for another process's lock.
	busyTimeout = 5 * time.Second
	// busyPause is the pause where SQLite does not wait, for example when the
	// write-ahead log is turned on while another process writes.
	busyPause = 10 * time.Millisecond
)

// whenFree runs work, again and again while another process has the file locked, until
// ctx ends. It logs once if that takes longer than busyTimeout.
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
