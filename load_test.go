package main

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"dateline/loader/read"
)

// TestMaxBytes holds that the command line refuses an article from the size on
// that package read and the documentation name.
func TestMaxBytes(t *testing.T) {
	for _, test := range []struct {
		size    int
		refused bool
	}{{read.DefaultMaxBytes, false}, {read.DefaultMaxBytes + 1, true}} {
		path := filepath.Join(t.TempDir(), "long.txt")
		if err := os.WriteFile(path, bytes.Repeat([]byte("\n"), test.size), 0o600); err != nil {
			t.Fatal(err)
		}
		var printed bytes.Buffer
		app := &App{Stdin: strings.NewReader(""), Stdout: io.Discard, Stderr: &printed, Now: time.Now}
		if code := app.Run(t.Context(), []string{"extract", path}); code != exitFailed {
			t.Errorf("%d bytes: exit code %d, want %d", test.size, code, exitFailed)
		}
		if refused := strings.Contains(printed.String(), "TOO_LARGE: is larger than 10 MiB"); refused != test.refused {
			t.Errorf("%d bytes: refused %t, want %t:\n%s", test.size, refused, test.refused, printed.String())
		}
	}
}
