package sqlite

import (
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"

	"dateline/graph"
	"dateline/graph/sqlite/internal/db"
	"dateline/graph/sqlite/internal/schema"
	"dateline/graph/storekit"
)

const restoreAdvice = "Restore a backup (dateline restore), or load the articles into a new store."

// CopyAdvice is what to do if the articles are whole and what follows from them is not.
const CopyAdvice = "Make it anew from its own articles: dateline copy --from sqlite:OLD.db --to sqlite:NEW.db. Or restore a backup."

// Diagnose checks a store's file without changing it: that it can be read, its schema and
// indexes, its pages, that what refers to something finds it, and the disk. What cannot be
// checked because of an earlier fault is left out. It returns ErrTimeout if ctx ends.
func Diagnose(ctx context.Context, path string) ([]storekit.Finding, error) {
	findings := []storekit.Finding{fileFinding(path)}
	if len(findings[0].Faults) > 0 {
		return findings, nil
	}
	findings = append(findings, rightsFinding(path), diskFinding(path))
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
	for _, check := range []func(context.Context, *db.Conn) storekit.Finding{schemaFinding, integrityFinding, referencesFinding, lookupsFinding} {
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

// rightsFinding reports what keeps this user from loading.
func rightsFinding(path string) storekit.Finding {
	f := storekit.Finding{Check: "rights", Advice: "Give this user the right to write to the file and its folder, unless it is only to read."}
	if err := writable(path); err != nil {
		f.Faults = append(f.Faults, err.Error()+", so this user cannot load anything")
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
	if err := checkLog(path + "-wal"); err != nil {
		f.Faults = append(f.Faults, err.Error())
		f.Advice = "If the file was copied or restored by hand, copy it again with its own -wal, or restore a backup (dateline restore)."
	}
	if log, err := os.Stat(path + "-wal"); err == nil && log.Size() > 2*(info.Size()+maxLog) {
		f.Faults = append(f.Faults, fmt.Sprintf("the write-ahead log has %d MiB: some program has been reading for very long, and keeps it from being emptied", log.Size()>>20))
	}
	return f
}

// writable returns why somebody cannot write to a file and its folder, where SQLite keeps
// its log. A medium that nobody can write to is no fault: it was chosen.
func writable(path string) error {
	file, err := os.OpenFile(path, os.O_WRONLY, 0)
	if err == nil {
		_ = file.Close() // it was only tried
		err = mayWrite(filepath.Dir(path))
	}
	if errors.Is(err, fs.ErrPermission) {
		return err
	}
	return nil
}

// checkLog reports a write-ahead log that SQLite would pass over, with all that was stored
// in it, since it does not begin like one.
func checkLog(path string) error {
	file, err := os.Open(path)
	if err != nil {
		return nil // there is none
	}
	defer file.Close()
	var magic [4]byte
	if _, err := io.ReadFull(file, magic[:]); errors.Is(err, io.EOF) {
		return nil // it was emptied
	}
	if number := binary.BigEndian.Uint32(magic[:]); number&^1 != logMagic {
		return fmt.Errorf("%s beside it is no write-ahead log of SQLite's: what was stored last may be lost", filepath.Base(path))
	}
	return nil
}

// logMagic begins a log whose checksums are little-endian, and with one more big-endian
// (sqlite.org/fileformat.html, "WAL-mode file format").
const logMagic = 0x377f0682

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

// reference is what should not be there, and a query for how often it is.
type reference struct{ what, query string }

// references of the graph are what must be found where another table has it.
var references = []reference{
	{"reports whose article is missing", "SELECT count(*) FROM reports WHERE article_id NOT IN (SELECT id FROM articles)"},
	{"reports without their event", "SELECT count(*) FROM reports WHERE event_id IS NULL OR event_id NOT IN (SELECT id FROM events)"},
	{"events without a report", "SELECT count(*) FROM events WHERE id NOT IN (SELECT event_id FROM reports WHERE event_id IS NOT NULL)"},
	{"members whose article is missing", "SELECT count(*) FROM members WHERE article_id NOT IN (SELECT id FROM articles)"},
	{"members without their entity", "SELECT count(*) FROM members WHERE entity_id IS NULL OR entity_id NOT IN (SELECT id FROM entities)"},
	{"mentions whose article is missing", "SELECT count(*) FROM mentions WHERE article_id NOT IN (SELECT id FROM articles)"},
	{"names of entities that are missing", "SELECT count(*) FROM names WHERE entity_id NOT IN (SELECT id FROM entities)"},
}

// lookups are references of the tables by which questions find the graph's: what lacks there
// is missing from answers.
var lookups = []reference{
	{"parties of events that are missing", "SELECT count(*) FROM event_parties WHERE event_id NOT IN (SELECT id FROM events)"},
	{"parties of reports that are missing", "SELECT count(*) FROM report_parties WHERE report_id NOT IN (SELECT id FROM reports)"},
	{"links of events that are missing", "SELECT count(*) FROM links WHERE event_id NOT IN (SELECT id FROM events)"},
	{"events that are not found by their parties", "SELECT count(*) FROM events WHERE participants NOT IN ('', '[]') AND id NOT IN (SELECT event_id FROM event_parties)"},
	{"events that are not found by their publishers and days", "SELECT count(*) FROM events WHERE row NOT IN (SELECT event_row FROM event_sources)"},
	{"events that are not found by the words of their summary", "SELECT count(*) FROM events WHERE row NOT IN (SELECT event_row FROM event_summaries) OR row NOT IN (SELECT id FROM event_words_docsize)"},
	{"reports that are not found by the words of their quote", "SELECT count(*) FROM reports WHERE row NOT IN (SELECT row FROM quotes) OR row NOT IN (SELECT id FROM quote_words_docsize)"},
	{"articles that are not found by the words of their title", "SELECT count(*) FROM articles WHERE title_length > 0 AND row NOT IN (SELECT id FROM title_words_docsize)"},
	{"entities that are not found by any name", "SELECT count(*) FROM entities WHERE name_folded <> '' AND id NOT IN (SELECT entity_id FROM names)"},
	{"names that are not found by their words", "SELECT count(*) FROM names WHERE row NOT IN (SELECT id FROM name_words_docsize)"},
	{"pairs of parties that are not summed up", "SELECT count(*) FROM (SELECT entity_id, other_id FROM links WHERE acting = 0 AND entity_id < other_id EXCEPT SELECT entity_id, other_id FROM pairs)"},
	{"changes that were not finished", "SELECT (SELECT count(*) FROM changed_events) + (SELECT count(*) FROM changed_pairs)"},
}

func referencesFinding(ctx context.Context, c *db.Conn) storekit.Finding {
	return findingOf(ctx, c, "references", restoreAdvice, references)
}

func lookupsFinding(ctx context.Context, c *db.Conn) storekit.Finding {
	return findingOf(ctx, c, "lookups", CopyAdvice, lookups)
}

func findingOf(ctx context.Context, c *db.Conn, check, advice string, list []reference) storekit.Finding {
	f := storekit.Finding{Check: check, Advice: advice}
	for _, reference := range list {
		n, _, err := c.Number(ctx, reference.query)
		if err != nil {
			return damaged(check, err)
		}
		if n > 0 {
			f.Faults = append(f.Faults, fmt.Sprintf("%s: %d", reference.what, n))
		}
	}
	return f
}
