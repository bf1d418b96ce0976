package db

import (
	"context"
	"time"

	"modernc.org/sqlite"
	codes "modernc.org/sqlite/lib"

	"dateline/graph/storekit"
)

const (
	// pagesAtOnce is how many pages a copy writes before it looks whether ctx has ended.
	pagesAtOnce = 2000
	// lockedPause is the pause before a copy that met another's lock goes on.
	lockedPause = 10 * time.Millisecond
)

// copier is what the driver's connections offer for copies of whole files.
type copier interface {
	NewBackup(uri string) (*sqlite.Backup, error)
	NewRestore(uri string) (*sqlite.Backup, error)
}

// CopyTo copies the file, page by page, into the one that a URI names. All pages are of
// one moment, while others go on writing: the transaction that reads them fixes it.
func (c *Conn) CopyTo(ctx context.Context, uri string) error {
	begin := func() error { return c.Begin(ctx, BeginDeferred) }
	return c.Transaction(ctx, begin, func() error {
		if _, _, err := c.Number(ctx, "SELECT count(*) FROM sqlite_schema"); err != nil {
			return err
		}
		if err := c.forget(); err != nil { // an open statement would hold a lock
			return err
		}
		backup, err := c.raw.(copier).NewBackup(uri)
		if err != nil {
			return err
		}
		return pages(ctx, backup)
	})
}

// ReplaceBy replaces what the file holds by what the one that a URI names holds, in one
// transaction. Others see the old content until it is whole, and after a crash still do.
func (c *Conn) ReplaceBy(ctx context.Context, uri string) error {
	if err := c.forget(); err != nil {
		return err
	}
	restore, err := c.raw.(copier).NewRestore(uri)
	if err != nil {
		return err
	}
	return pages(ctx, restore)
}

// pages copies all pages and ends the copy; if it fails or ctx ends, the target is as it
// was.
func pages(ctx context.Context, backup *sqlite.Backup) error {
	for {
		more, err := backup.Step(pagesAtOnce)
		switch code := PrimaryCode(err); {
		case err == nil && !more:
			return backup.Finish()
		case code == codes.SQLITE_BUSY || code == codes.SQLITE_LOCKED:
			err = storekit.Sleep(ctx, lockedPause)
		case err == nil:
			err = ctx.Err()
		}
		if err != nil {
			_ = backup.Finish() // says the same again
			return err
		}
	}
}
