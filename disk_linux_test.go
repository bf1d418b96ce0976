package main

import (
	"compress/gzip"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"golang.org/x/sys/unix"

	"dateline/graph"
)

// mountSmall mounts a file system in memory that holds this many bytes.
func mountSmall(t *testing.T, bytes int) string {
	t.Helper()
	folder := t.TempDir()
	if err := unix.Mount("none", folder, "tmpfs", 0, fmt.Sprintf("size=%d", bytes)); err != nil {
		t.Skipf("a small disk needs root: %v", err)
	}
	t.Cleanup(func() {
		if err := unix.Unmount(folder, 0); err != nil {
			t.Error(err)
		}
	})
	return folder
}

// TestFullDisks loads onto disks that get full half-way. What was reported as stored is
// stored, the error says what to do, and once there is room the load goes on to the digest
// of one that was never disturbed.
func TestFullDisks(t *testing.T) {
	rounds := 20
	if testing.Short() {
		rounds = 3
	}
	folder := t.TempDir()
	source, calm := filepath.Join(folder, "news.jsonl"), filepath.Join(folder, "calm.db")
	ids := writeNews(t, source, 150)
	loadProcess(t, source, calm, 0)
	want := fileDigest(t, calm)
	info, err := os.Stat(calm)
	must(t, err)
	random := rand.New(rand.NewPCG(3, 20))
	full := 0
	for range rounds {
		size := 1<<20 + random.IntN(int(info.Size())*3/2)
		disk := mountSmall(t, size)
		path := filepath.Join(disk, "news.db")
		output, err := exec.Command("dateline", "load", source, "--store", "sqlite:"+path).CombinedOutput()
		if err != nil {
			full++
			if !strings.Contains(string(output), "STORE_UNAVAILABLE") && !strings.Contains(string(output), "store unavailable") {
				t.Errorf("a full disk: %s", output)
			}
		}
		must(t, unix.Mount("none", disk, "tmpfs", unix.MS_REMOUNT, "size=200m"))
		acknowledged := map[string]bool{}
		for line := range strings.Lines(string(output)) {
			if name, _, found := strings.Cut(strings.TrimPrefix(line, "added "), ": "); found && strings.HasPrefix(line, "added ") {
				acknowledged[ids[strings.TrimSpace(name)]] = true
			}
		}
		checkPresent(t, path, acknowledged)
		loadProcess(t, source, path, 0)
		if got := fileDigest(t, path); got != want {
			t.Errorf("after a full disk of %d bytes the digest is %s, undisturbed %s", size, got, want)
		}
	}
	if full < rounds/2 {
		t.Errorf("only %d of %d disks were full", full, rounds)
	}
}

// A backup that finds no room leaves nothing behind and harms nothing.
func TestBackupOntoAFullDisk(t *testing.T) {
	folder := t.TempDir()
	source, store := filepath.Join(folder, "news.jsonl"), filepath.Join(folder, "news.db")
	writeNews(t, source, 60)
	loadProcess(t, source, store, 0)
	want := fileDigest(t, store)
	disk := mountSmall(t, 256<<10)
	code, _, printed := runApp(t, "backup", filepath.Join(disk, "saved.db"), "--store", "sqlite:"+store)
	if code != exitStore || !strings.Contains(printed, "STORE_UNAVAILABLE") {
		t.Errorf("exit code %d\n%s", code, printed)
	}
	if left, _ := os.ReadDir(disk); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
	if got := fileDigest(t, store); got != want {
		t.Errorf("the store's digest is %s, was %s", got, want)
	}
}

// TestKilledUpgrades kills the program while it brings a store of an earlier schema up to
// date. Another run then gives the graph of an upgrade that was never disturbed.
func TestKilledUpgrades(t *testing.T) {
	rounds := 20
	if testing.Short() {
		rounds = 4
	}
	folder := t.TempDir()
	old := filepath.Join(folder, "old.db")
	unpack(t, "testdata/upgrade/schema3.db.gz", old)
	whole, err := os.ReadFile(old)
	must(t, err)
	fixture := filepath.Join(folder, "one.jsonl")
	must(t, os.WriteFile(fixture, []byte(`{"id": "new", "title": "New", "text": "The harbour was quiet."}`), 0o600))
	began := time.Now()
	loadProcess(t, fixture, old, 0) // opens for writing, and so upgrades
	calm := time.Since(began)
	want := fileDigest(t, old)

	random := rand.New(rand.NewPCG(5, 20))
	killed := 0
	for round := range rounds {
		path := filepath.Join(folder, fmt.Sprintf("killed%d.db", round))
		must(t, os.WriteFile(path, whole, 0o600))
		for range 3 {
			output := loadProcess(t, fixture, path, time.Duration(1+random.Int64N(int64(calm))))
			if !strings.Contains(output, "0 failed") {
				killed++
			}
		}
		loadProcess(t, fixture, path, 0)
		if got := fileDigest(t, path); got != want {
			t.Errorf("after kills the digest is %s, undisturbed %s", got, want)
		}
		code, out, errors := runApp(t, "doctor", "--store", "sqlite:"+path)
		if code != exitOK {
			t.Errorf("the doctor: %s%s", out, errors)
		}
	}
	if killed < rounds {
		t.Errorf("only %d of %d runs were killed", killed, 3*rounds)
	}
	store := openStore(t, old)
	page, err := store.Articles(t.Context(), graph.ArticleQuery{PageRequest: graph.PageRequest{First: 1, Total: true}})
	must(t, err)
	const articles = 60 // of the fixture
	if page.Total != articles+1 {
		t.Errorf("%d articles after the upgrade, want %d", page.Total, articles+1)
	}
}

func unpack(t *testing.T, packed, path string) {
	t.Helper()
	from, err := os.Open(packed)
	must(t, err)
	defer from.Close()
	reader, err := gzip.NewReader(from)
	must(t, err)
	to, err := os.Create(path)
	must(t, err)
	_, err = io.Copy(to, reader)
	must(t, err)
	must(t, to.Close())
}
