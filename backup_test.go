package main

import (
	"bufio"
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"dateline/graph"
	"dateline/graph/sqlite"
)

// TestBackupsDuringALoad takes backups while a load goes on. Each restores to a store with
// all articles that were reported as stored before the backup began, whose digest is that
// of the articles that it has.
func TestBackupsDuringALoad(t *testing.T) {
	rounds := 20
	if testing.Short() {
		rounds = 5
	}
	folder := t.TempDir()
	source, live := filepath.Join(folder, "news.jsonl"), filepath.Join(folder, "live.db")
	ids := writeNews(t, source, 400)
	load := exec.Command("dateline", "load", source, "--store", "sqlite:"+live, "--workers", "1")
	output, err := load.StderrPipe()
	must(t, err)
	must(t, load.Start())
	lines := bufio.NewScanner(output)
	var acknowledged []string
	for done := 0; done < rounds; {
		if !lines.Scan() {
			break
		}
		name, _, _ := strings.Cut(strings.TrimPrefix(lines.Text(), "added "), ": ")
		if id, known := ids[strings.TrimSpace(name)]; known {
			acknowledged = append(acknowledged, id)
		}
		if len(acknowledged) < (done+1)*400/(rounds+2) {
			continue
		}
		checkBackup(t, live, filepath.Join(folder, fmt.Sprint("backup", done)), acknowledged)
		done++
	}
	for lines.Scan() { // so that the load does not wait for its reader
	}
	must(t, load.Wait())
	if len(acknowledged) < 100 {
		t.Errorf("only %d articles were reported before the last backup", len(acknowledged))
	}
}

// checkBackup takes a backup, restores it, and checks what was restored.
func checkBackup(t *testing.T, live, backup string, acknowledged []string) {
	t.Helper()
	code, digest, errors := runApp(t, "backup", backup, "--store", "sqlite:"+live)
	if code != exitOK {
		t.Fatalf("backup: exit code %d\n%s", code, errors)
	}
	restored := backup + "-restored"
	code, again, errors := runApp(t, "restore", backup, "--store", "sqlite:"+restored)
	if code != exitOK || again != digest {
		t.Fatalf("restore: exit code %d, digest %s, want %s\n%s", code, again, digest, errors)
	}
	store := openStore(t, restored)
	defer store.Close()
	nodes, err := store.Nodes(t.Context(), acknowledged)
	must(t, err)
	for i, node := range nodes {
		if node == nil {
			t.Errorf("the backup lacks %s, which was reported as stored before", acknowledged[i])
		}
	}
	if err := checkMerge(t.Context(), store, strings.TrimSpace(digest)); err != nil {
		t.Errorf("the backup is no graph of its articles: %v", err)
	}
}

// A live store is replaced in one step, and those who have it open see the new graph.
func TestRestoreIntoALiveStore(t *testing.T) {
	folder := t.TempDir()
	first, second := filepath.Join(folder, "first.db"), filepath.Join(folder, "second.db")
	loadProcess(t, filepath.Join("samples", "quay-weekly.txt"), first, 0)
	loadProcess(t, "samples", second, 0)
	saved := filepath.Join(folder, "saved.db")
	_, want, _ := runApp(t, "backup", saved, "--store", "sqlite:"+first)

	open := openStore(t, second)
	if code, _, errors := runApp(t, "restore", saved, "--store", "sqlite:"+second); code != exitUsage || !strings.Contains(errors, "the store has 10 articles; pass --replace") {
		t.Errorf("without --replace: exit code %d\n%s", code, errors)
	}
	if code, got, errors := runApp(t, "restore", saved, "--replace", "--store", "sqlite:"+second); code != exitOK || got != want {
		t.Errorf("exit code %d, digest %s, want %s\n%s", code, got, want, errors)
	}
	if got, err := graph.Digest(t.Context(), open); err != nil || got != strings.TrimSpace(want) {
		t.Errorf("the store that was open: %s, %v", got, err)
	}
	// It goes on taking articles.
	loadProcess(t, filepath.Join("samples", "harbour-post-call.txt"), second, 0)
}

func TestBackupRefuses(t *testing.T) {
	folder := t.TempDir()
	store, noStore := filepath.Join(folder, "a.db"), filepath.Join(folder, "text.db")
	loadProcess(t, filepath.Join("samples", "quay-weekly.txt"), store, 0)
	must(t, os.WriteFile(noStore, bytes.Repeat([]byte("herring "), 1000), 0o600))
	for _, c := range []struct {
		want string
		args []string
	}{
		{"exists", []string{"backup", noStore, "--store", "sqlite:" + store}},
		{"no such file", []string{"backup", filepath.Join(folder, "b.db"), "--store", "sqlite:" + filepath.Join(folder, "absent.db")}},
		{"not an SQLite database", []string{"restore", noStore, "--store", "sqlite:" + filepath.Join(folder, "c.db")}},
		{"Check the path of the backup", []string{"restore", filepath.Join(folder, "absent"), "--store", "sqlite:" + filepath.Join(folder, "c.db")}},
	} {
		if code, _, errors := runApp(t, c.args...); code == exitOK || !strings.Contains(errors, c.want) {
			t.Errorf("%v: exit code %d, want %q in\n%s", c.args, code, c.want, errors)
		}
	}
	if files, _ := filepath.Glob(filepath.Join(folder, "*part*")); len(files) > 0 {
		t.Errorf("left behind: %v", files)
	}
	if _, err := sqlite.Open(t.Context(), store, sqlite.ReadOnly()); err != nil {
		t.Error(err)
	}
}
