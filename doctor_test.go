package main

import (
	"database/sql"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	_ "modernc.org/sqlite"

	"dateline/graph/neo4j/neo4jtest"
)

// damage is done to a copy of a healthy store; the doctor must name it.
type damage struct {
	name string
	// do damages the file.
	do func(t *testing.T, path string)
	// want is part of the line that names the damage.
	want string
}

var damages = []damage{
	{"no file", func(t *testing.T, path string) { must(t, os.Remove(path)) }, "FAULT  file: "},
	{"an empty file", func(t *testing.T, path string) { must(t, os.Truncate(path, 0)) }, "FAULT  file: it is empty"},
	{"a text", func(t *testing.T, path string) {
		must(t, os.WriteFile(path, []byte(strings.Repeat("herring ", 1000)), 0o600))
	}, "not an SQLite database"},
	{"a database of another program", change("PRAGMA application_id = 1"), "a database of another program"},
	{"a newer schema", change("PRAGMA user_version = 99"), "FAULT  schema: "},
	{"a lost index", change("DROP INDEX reports_of_event"), "FAULT  schema: the index reports_of_event is missing"},
	{"a lost table", change("DROP TABLE links"), "FAULT  schema: the table links is missing"},
	{"a table of somebody else", change("CREATE TABLE notes (text)"), "FAULT  schema: the table notes is not Dateline's"},
	{"noise in a page", noise, "FAULT  integrity: "},
	{"a file cut short", func(t *testing.T, path string) { must(t, os.Truncate(path, 40*4096)) }, "malformed"},
	{"a lost event", change("DELETE FROM events WHERE row = (SELECT min(row) FROM events)"), "reports without their event"},
	{"a lost article", change("DELETE FROM articles WHERE row = (SELECT min(row) FROM articles)"), "reports whose article is missing"},
	{"a lost entity", change("DELETE FROM entities WHERE id = (SELECT min(id) FROM entities)"), "members without their entity"},
	{"a changed quote", change("UPDATE reports SET quote = 'They met.' WHERE row = (SELECT min(row) FROM reports)"), "FAULT  graph: "},
	{"a changed title", change("UPDATE articles SET title = 'Nothing happened' WHERE row = (SELECT min(row) FROM articles)"), "FAULT  articles: not what was stored, in title, day, text, mentions or reports: art_"},
	{"a changed day", change("UPDATE articles SET published = 20010101 WHERE row = (SELECT min(row) FROM articles)"), "FAULT  articles: "},
	{"lost mentions", change("DELETE FROM mentions WHERE member_id = (SELECT min(member_id) FROM mentions)"), "FAULT  articles: "},
	{"a changed status", change("UPDATE events SET status = 'DENIED'"), "FAULT  merge: "},
	{"a quote that full text lost", change("DELETE FROM quote_words_docsize WHERE id = (SELECT min(id) FROM quote_words_docsize)"), "FAULT  lookups: reports that are not found by the words of their quote: 1"},
	{"full text cut off", change("DELETE FROM quote_words_data WHERE id > 10"), "FAULT  integrity: "},
	{"names without words", change("DELETE FROM name_words_docsize"), "FAULT  lookups: names that are not found by their words: "},
	{"a name that is not listed", change("DELETE FROM names WHERE row = (SELECT min(row) FROM names)"), "names has "},
	{"an event that its parties don't find", change("DELETE FROM event_parties WHERE event_id = (SELECT min(event_id) FROM event_parties)"), "FAULT  lookups: events that are not found by their parties: 1"},
	{"lost links", change("DELETE FROM links"), "FAULT  merge: "},
	{"a publisher spelled otherwise", change("UPDATE event_publishers SET name = 'x' WHERE event_row = (SELECT min(event_row) FROM event_publishers)"), "rows of event_publishers differ"},
	{"a day that lists go by", change("UPDATE events SET earliest = 20010101 WHERE row = (SELECT min(row) FROM events WHERE undated = 0)"), "rows of events differ"},
	{"sums that were lost", change("DELETE FROM event_sources"), "FAULT  lookups: events that are not found by their publishers and days: "},
	{"a report nobody made", change("INSERT INTO report_parties SELECT article_id, member_id, 'rep_none' FROM report_parties LIMIT 1"), "FAULT  lookups: parties of reports that are missing: 1"},
	{"broken JSON", change("UPDATE events SET about = '[{' WHERE row = (SELECT max(row) FROM events)"), "invalid JSON"},
	{"an unfinished change", change("INSERT INTO changed_events VALUES ('evt_none')"), "FAULT  lookups: changes that were not finished: 1"},
	{"a changed index", change("DROP INDEX reports_of_event; CREATE INDEX reports_of_event ON reports (event_id, status)"), "FAULT  schema: the index reports_of_event was changed"},
	{"a lost trigger", change("DROP TRIGGER report_gone"), "FAULT  schema: the trigger report_gone is missing"},
	{"a page of zeros", func(t *testing.T, path string) { overwrite(t, path, 60*4096, make([]byte, 4096)) }, "FAULT  integrity: "},
	{"a page of another place", func(t *testing.T, path string) {
		data, err := os.ReadFile(path)
		must(t, err)
		overwrite(t, path, 55*4096, data[50*4096:51*4096])
	}, "FAULT  integrity: "},
	{"a log that is none", func(t *testing.T, path string) {
		must(t, os.WriteFile(path+"-wal", []byte(strings.Repeat("herring ", 1000)), 0o600))
	}, "news.db-wal beside it is no write-ahead log"},
	{"a folder in its place", func(t *testing.T, path string) {
		must(t, os.Remove(path))
		must(t, os.Mkdir(path, 0o700))
	}, "FAULT  file: it is not a regular file"},
	{"another program's journal", func(t *testing.T, path string) { must(t, os.WriteFile(path+"-journal", []byte("x"), 0o600)) }, "-journal is beside it"},
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// change runs a statement on the file, as another program would.
func change(statement string) func(t *testing.T, path string) {
	return func(t *testing.T, path string) {
		db, err := sql.Open("sqlite", "file:"+path)
		must(t, err)
		defer db.Close()
		_, err = db.Exec(statement)
		must(t, err)
	}
}

// overwrite writes a part of a file anew.
func overwrite(t *testing.T, path string, at int64, data []byte) {
	t.Helper()
	file, err := os.OpenFile(path, os.O_WRONLY, 0)
	must(t, err)
	_, err = file.WriteAt(data, at)
	must(t, errors.Join(err, file.Close()))
}

// noise overwrites pages behind those of the schema, which come first.
func noise(t *testing.T, path string) {
	data, err := os.ReadFile(path)
	must(t, err)
	start := len(data) * 3 / 4
	for i := start; i < min(start+16*4096, len(data)); i++ {
		data[i] = byte(i * 7)
	}
	must(t, os.WriteFile(path, data, 0o600))
}

// TestDoctorNamesDamages damages a store in many ways, one at a time.
func TestDoctorNamesDamages(t *testing.T) {
	folder := t.TempDir()
	healthy := filepath.Join(folder, "healthy.db")
	loadProcess(t, "samples", healthy, 0)
	whole, err := os.ReadFile(healthy)
	must(t, err)
	code, out, problems := runApp(t, "doctor", "--deep", "--store", "sqlite:"+healthy)
	if code != exitOK || strings.Contains(out, "FAULT") || strings.Count(out, "ok     ") != 11 {
		t.Fatalf("a healthy store: exit code %d\n%s%s", code, out, problems)
	}
	for _, d := range damages {
		t.Run(d.name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "news.db")
			must(t, os.WriteFile(path, whole, 0o600))
			d.do(t, path)
			code, out, problems := runApp(t, "doctor", "--deep", "--store", "sqlite:"+path)
			if code != exitFailed || !strings.Contains(out, d.want) {
				t.Errorf("exit code %d, want %q in\n%s%s", code, d.want, out, problems)
			}
		})
	}
}

// TestDoctorNamesDamagesOfNeo4j damages a database, and mends it as the doctor says.
func TestDoctorNamesDamagesOfNeo4j(t *testing.T) {
	loadInto(t, openNeo4j(t), "samples")
	server := neo4jtest.Shared(t)
	doctor := func() (int, string) {
		t.Setenv("DATELINE_NEO4J_PASSWORD", server.Password)
		code, out, problems := runApp(t, "doctor", "--deep", "--store", server.URL, "--user", server.User)
		return code, out + problems
	}
	change := func(cypher string) {
		t.Helper()
		if _, err := server.Query(t.Context(), cypher, nil); err != nil {
			t.Fatal(err)
		}
	}
	if code, out := doctor(); code != exitOK || strings.Count(out, "ok     ") != 7 {
		t.Fatalf("a healthy database: exit code %d\n%s", code, out)
	}
	change("DROP INDEX quote_words")
	change("DROP CONSTRAINT edit_id")
	change("MATCH (l:Lock) WHERE l.id < 7 DELETE l")
	change("MATCH (:Report)-[o:OF]->(:Event) WITH o LIMIT 1 DELETE o")
	change("MATCH (m:Member)-[o:OF]->(:Entity) WITH o LIMIT 2 DELETE o")
	change("MATCH (e:Event) WITH e LIMIT 1 SET e.status = 'DENIED', e.brief = null")
	change("MATCH (a:Article) WITH a ORDER BY a.id LIMIT 1 SET a.title = 'Nothing happened'")
	change("MATCH (m:Member)-[:NAMED_IN]->(a) WITH m, a ORDER BY a.id DESC LIMIT 1 SET m.mentionStarts = [], m.mentionEnds = [], m.mentionForms = [], m.mentionTexts = []")
	code, out := doctor()
	for _, want := range []string{
		"FAULT  schema: the index quote_words is missing", "FAULT  schema: the constraint edit_id is missing",
		"FAULT  locks: there are 3065 locks instead of 3072", "FAULT  references: reports without their event: 1",
		"FAULT  references: members without their entity: 2", "FAULT  references: events without a brief",
		"FAULT  articles: not what was stored, in title, day, text, mentions or reports: art_",
	} {
		if !strings.Contains(out, want) {
			t.Errorf("no %q in\n%s", want, out)
		}
	}
	if code != exitFailed {
		t.Errorf("exit code %d", code)
	}
	for _, line := range strings.Split(out, "\n") {
		if _, statement, found := strings.Cut(line, "make it: "); found {
			change(statement)
		}
	}
	change("UNWIND range(0, 3071) AS id MERGE (:Lock {id: id})")
	if _, out := doctor(); strings.Contains(out, "FAULT  schema") || strings.Contains(out, "FAULT  locks") {
		t.Errorf("not mended as it said:\n%s", out)
	}
}
