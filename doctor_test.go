package main

import (
	"database/sql"
	"os"
	"path/filepath"
	"strings"
	"testing"

	_ "modernc.org/sqlite"
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
	{"a changed status", change("UPDATE events SET status = 'DENIED'"), "FAULT  merge: "},
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
	code, out, errors := runApp(t, "doctor", "--deep", "--store", "sqlite:"+healthy)
	if code != exitOK || strings.Contains(out, "FAULT") || strings.Count(out, "ok     ") != 8 {
		t.Fatalf("a healthy store: exit code %d\n%s%s", code, out, errors)
	}
	for _, d := range damages {
		t.Run(d.name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "news.db")
			must(t, os.WriteFile(path, whole, 0o600))
			d.do(t, path)
			code, out, errors := runApp(t, "doctor", "--deep", "--store", "sqlite:"+path)
			if code != exitFailed || !strings.Contains(out, d.want) {
				t.Errorf("exit code %d, want %q in\n%s%s", code, d.want, out, errors)
			}
		})
	}
}
