package main

import (
	"database/sql"
	"path/filepath"
	"strings"
	"testing"

	"dateline/graph"
)

// A damaged store is not the user's fault: every command that reads it says
// STORE_CORRUPT and exits with 3.
func TestDamagedStore(t *testing.T) {
	path := filepath.Join(t.TempDir(), "news.db")
	loadInto(t, openStore(t, path), "samples")
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if _, err := db.Exec("UPDATE events SET edtf = '2026-02-31'"); err != nil {
		t.Fatal(err)
	}
	for _, command := range [][]string{
		{"digest"}, {"dump"}, {"query", "{ contacts { nodes { summary } } }"}, {"copy", "--from", "sqlite:" + path, "--to", "sqlite:" + path + ".copy"},
	} {
		t.Run(command[0], func(t *testing.T) {
			if command[0] != "copy" {
				command = append(command, "--store", "sqlite:"+path)
			}
			got, _, printed := runApp(t, command...)
			if got != exitStore {
				t.Errorf("exit code %d, want %d", got, exitStore)
			}
			if code := string(graph.CodeCorrupt); !strings.Contains(printed, code) {
				t.Errorf("no %s in %s", code, printed)
			}
		})
	}
}
