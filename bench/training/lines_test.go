package training

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestEachLine(t *testing.T) {
	path := filepath.Join(t.TempDir(), "gold.jsonl")
	if err := os.WriteFile(path, []byte("{\"id\": 1}\n{\"id\": 2}\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	var read []string
	err := EachLine(path, func(line []byte) error { read = append(read, string(line)); return nil })
	if err != nil || len(read) != 2 || read[1] != `{"id": 2}` {
		t.Errorf("got %q, %v", read, err)
	}
	broken := errors.New("broken")
	err = EachLine(path, func(line []byte) error { return broken })
	if !errors.Is(err, broken) || !strings.Contains(err.Error(), "line 1") {
		t.Errorf("got %v, want the line's error with its number", err)
	}
	if err := EachLine(path+"x", nil); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("got %v of a missing file", err)
	}
}
