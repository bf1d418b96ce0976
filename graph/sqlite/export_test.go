package sqlite

import "time"

// BusyTimeout opens a store that soon notices that another process has its file locked.
func BusyTimeout(d time.Duration) Option { return func(s *Store) { s.busyTimeout = d } }
