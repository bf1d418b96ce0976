package sqlite

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"

	"dateline/graph"
	"dateline/graph/sqlite/internal/db"
	"dateline/graph/sqlite/internal/schema"
	"dateline/graph/storekit"
)

const restoreAdvice = "Restore a backup (dateline restore), or load the articles into a new store."

// Diagnose checks a store's file without changing it: that it can be read, its schema and
// indexes, its pages, that what refers to something finds it, and the disk. What cannot be
// checked because of an earlier fault is left out. It returns ErrTimeout if ctx ends.
func Diagnose(ctx context.Context, path string) ([]storekit.Finding, error) {
	findings := []storekit.Finding{fileFinding(path)}
	if len(findings[0].Faults) > 0 {
		return findings, nil
	}
	findings = append(findings, diskFinding(path))
	query := url.Values{"mode": {"ro"}, "_error_rc": {"1"}, "_pragma": {"cache_size(-32000)"}}
	if !hasLog(path) {
		query.Set("immutable", "1")
	}
	uri, err := fileURI(path, query)
	if err != nil {
		return nil, err
	}
	c, err := connectTo(ctx, uri)
	if err != nil {
		return append(findings, damaged("schema", notOurs(err))), ctx.Err()
	}
	defer func() { _ = c.Close() }() // it only reads
	for _, check := range []func(context.Context, *db.Conn) storekit.Finding{schemaFinding, integrityFinding, referencesFinding} {
		finding := check(ctx, c)
		if err := ctx.Err(); err != nil {
			return nil, db.Translate(err, "diagnose %q", path)
		}
		findings = append(findings, finding)
		if len(finding.Faults) > 0 && finding.Check == "schema" {
			break // the other checks rely on it
		}
	}
	return findings, nil
}

// damaged is the finding of a check that failed itself.
func damaged(check string, err error) storekit.Finding {
	return storekit.Finding{Check: check, Faults: []string{err.Error()}, Advice: adviceOf(err)}
}

func adviceOf(err error) string {
	if errors.Is(err, graph.ErrSchema) {
		return graph.AdviceFor(err).Hint
	}
	return restoreAdvice
}

func fileFinding(path string) storekit.Finding {
	f := storekit.Finding{Check: "file", Advice: "Check the path and the permissions, or restore a backup."}
	info, err := os.Stat(path)
	switch {
	case err != nil:
		f.Faults = append(f.Faults, err.Error())
	case !info.Mode().IsRegular():
		f.Faults = append(f.Faults, "it is not a regular file")
	case info.Size() == 0:
		f.Faults = append(f.Faults, "it is empty")
	}
	if len(f.Faults) > 0 {
		return f
	}
	file, err := os.Open(path)
	if err != nil {
		f.Faults = append(f.Faults, err.Error())
		return f
	}
	_ = file.Close() // it was only tried
	if _, err := os.Stat(path + "-journal"); err == nil {
		f.Faults = append(f.Faults, "a file "+filepath.Base(path)+"-journal is beside it, which Dateline does not make: another program wrote to it")
	}
	return f
}

// diskFinding warns before the disk is full: a backup or a restore needs as much room as
// the store has.
func diskFinding(path string) storekit.Finding {
	f := storekit.Finding{Check: "disk", Advice: "Free some room, or move the store with its -wal file to a larger disk."}
	info, err := os.Stat(path)
	if err != nil {
		return damaged("disk", err)
	}
	free, known := freeBytes(filepath.Dir(path))
	if known && free < uint64(info.Size()) {
		f.Faults = append(f.Faults, fmt.Sprintf("%d MiB are free, and the store has %d MiB", free>>20, info.Size()>>20))
	}
	if log, err := os.Stat(path + "-wal"); err == nil && log.Size() > 2*(info.Size()+maxLog) {
		f.Faults = append(f.Faults, fmt.Sprintf("the write-ahead log has %d MiB: some program has been reading for very long, and keeps it from being emptied", log.Size()>>20))
	}
	return f
}

// maxLog is the size that the log returns to; see settings.
const maxLog = 64 << 20

func schemaFinding(ctx context.Context, c *db.Conn) storekit.Finding {
	f := storekit.Finding{Check: "schema", Advice: restoreAdvice}
	if err := schema.Check(ctx, c); err != nil {
		return damaged("schema", notOurs(err))
	}
	empty, err := connectTo(ctx, "file::memory:")
	if err != nil {
		return damaged("schema", err)
	}
	defer func() { _ = empty.Close() }()
	f.Faults, err = schema.Differences(ctx, c, empty)
	if err != nil {
		return damaged("schema", err)
	}
	return f
}

// integrityFinding has SQLite read every page, and compare every index, also those of
// full text, with its table.
func integrityFinding(ctx context.Context, c *db.Conn) storekit.Finding {
	faults, err := c.Texts(ctx, "PRAGMA integrity_check(20)")
	if err != nil {
		return damaged("integrity", err)
	}
	if len(faults) == 1 && faults[0] == "ok" {
		faults = nil
	}
	return storekit.Finding{Check: "integrity", Faults: faults, Advice: restoreAdvice}
}

// references are what must be found where another table has it.
var references = []struct{ what, query string }{
	{"reports whose article is missing", "SELECT count(*) FROM reports WHERE article_id NOT IN (SELECT id FROM articles)"},
	{"reports without their event", "SELECT count(*) FROM reports WHERE event_id IS NULL OR event_id NOT IN (SELECT id FROM events)"},
	{"events without a report", "SELECT count(*) FROM events WHERE id NOT IN (SELECT event_id FROM reports WHERE event_id IS NOT NULL)"},
	{"members whose article is missing", "SELECT count(*) FROM members WHERE article_id NOT IN (SELECT id FROM articles)"},
	{"members without their entity", "SELECT count(*) FROM members WHERE entity_id IS NULL OR entity_id NOT IN (SELECT id FROM entities)"},
	{"mentions whose article is missing", "SELECT count(*) FROM mentions WHERE article_id NOT IN (SELECT id FROM articles)"},
	{"names of entities that are missing", "SELECT count(*) FROM names WHERE entity_id NOT IN (SELECT id FROM entities)"},
	{"parties of events that are missing", "SELECT count(*) FROM event_parties WHERE event_id NOT IN (SELECT id FROM events)"},
}

func referencesFinding(ctx context.Context, c *db.Conn) storekit.Finding {
	f := storekit.Finding{Check: "references", Advice: restoreAdvice}
	for _, reference := range references {
		n, _, err := c.Number(ctx, reference.query)
		if err != nil {
			return damaged("references", err)
		}
		if n > 0 {
			f.Faults = append(f.Faults, fmt.Sprintf("%d %s", n, reference.what))
		}
	}
	return f
}
