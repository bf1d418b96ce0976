package sqlite_test

import (
	"bufio"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"dateline/graph/graphtest"
	"dateline/graph/sqlite"
)

// crashPath tells the test binary to be the program that is killed.
const crashPath = "DATELINE_TEST_CRASH_PATH"

func TestMain(m *testing.M) {
	if path := os.Getenv(crashPath); path != "" {
		if err := loadUntilKilled(path); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		return
	}
	os.Exit(m.Run())
}

// steps are transactions of one step each.
func steps() []graphtest.Put {
	return slices.Collect(graphtest.Sample(3, graphtest.Size{Articles: 300, Reports: 900, Events: 600, Entities: 60}))
}

// loadUntilKilled goes on where the last one was killed: it takes the first line
// of its input as the number of steps that are done, and writes a line for each
// step that was acknowledged.
func loadUntilKilled(path string) error {
	store, err := sqlite.Open(context.Background(), path)
	if err != nil {
		return err
	}
	var done int
	if _, err := fmt.Fscan(os.Stdin, &done); err != nil {
		return err
	}
	for i, put := range steps()[done:] {
		if err := store.Update(context.Background(), put.Apply); err != nil {
			return err
		}
		fmt.Println(done + i + 1)
	}
	return store.Close()
}

// Nothing that was acknowledged is lost when the program is killed, and nothing
// is there by half.
func TestKilledWhileLoading(t *testing.T) {
	if testing.Short() {
		t.Skip("starts and kills programs")
	}
	path := filepath.Join(t.TempDir(), "graph.db")
	all := steps()
	done := 0
	for round := 0; done < len(all) && round < 8; round++ {
		acknowledged := loadAndKill(t, path, done, time.Duration(60+40*round)*time.Millisecond)
		done = stored(t, path, all, max(done, acknowledged))
	}
	if done == 0 {
		t.Error("no program got as far as its first step")
	}
}

// loadAndKill returns the last step that was acknowledged, 0 for none.
func loadAndKill(t *testing.T, path string, done int, after time.Duration) int {
	t.Helper()
	program := exec.Command(os.Args[0])
	program.Env = append(os.Environ(), crashPath+"="+path)
	program.Stderr = os.Stderr
	in, err := program.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	out, err := program.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := program.Start(); err != nil {
		t.Fatal(err)
	}
	fmt.Fprintln(in, done)
	last, started := 0, false
	lines := bufio.NewScanner(out)
	for lines.Scan() {
		fmt.Sscan(lines.Text(), &last)
		if !started {
			started = true
			time.AfterFunc(after, func() { program.Process.Kill() })
		}
	}
	program.Wait()
	return last
}

// stored checks that a file holds the steps that were acknowledged, or one more,
// and tells how many.
func stored(t *testing.T, path string, all []graphtest.Put, acknowledged int) int {
	t.Helper()
	store, err := sqlite.Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	defer store.Close()
	got := graphtest.Digest(t, store)
	for _, count := range []int{acknowledged, acknowledged + 1} {
		if count <= len(all) && got == digestAfter(t, all[:count]) {
			return count
		}
	}
	t.Fatalf("the store is not what %d steps or one more make", acknowledged)
	return 0
}

func digestAfter(t *testing.T, steps []graphtest.Put) string {
	t.Helper()
	store, err := sqlite.Open(t.Context(), sqlite.Memory)
	if err != nil {
		t.Fatal(err)
	}
	defer store.Close()
	if err := graphtest.Fill(t.Context(), store, slices.Values(steps), 1000); err != nil {
		t.Fatal(err)
	}
	return graphtest.Digest(t, store)
}
