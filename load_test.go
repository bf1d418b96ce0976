package main

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"dateline/loader/read"
)

// TestMaxBytes checks that the command line has the limit of package read.
func TestMaxBytes(t *testing.T) {
	for _, test := range []struct {
		size    int
		refused bool
	}{{read.DefaultMaxBytes, false}, {read.DefaultMaxBytes + 1, true}} {
		path := filepath.Join(t.TempDir(), "long.txt")
		if err := os.WriteFile(path, bytes.Repeat([]byte("\n"), test.size), 0o600); err != nil {
			t.Fatal(err)
		}
		code, _, printed := runApp(t, "extract", path)
		if code != exitFailed {
			t.Errorf("%d bytes: exit code %d, want %d", test.size, code, exitFailed)
		}
		if refused := strings.Contains(printed, "TOO_LARGE: is larger than 10 MiB"); refused != test.refused {
			t.Errorf("%d bytes: refused %t, want %t:\n%s", test.size, refused, test.refused, printed)
		}
	}
}

// TestReason checks that the cause follows the reader's message, and that the path
// is not repeated.
func TestReason(t *testing.T) {
	denied := &fs.PathError{Op: "open", Path: "a.txt", Err: fs.ErrPermission}
	for _, test := range []struct {
		err  error
		want string
	}{
		{&read.Error{Reason: read.Unreadable, Source: "a.txt", Message: "cannot be opened", Err: denied}, "UNREADABLE: cannot be opened: permission denied"},
		{&read.Error{Reason: read.NotFound, Source: "a.txt", Message: "there is no such file", Err: denied}, "NOT_FOUND: there is no such file"},
		{&read.Error{Reason: read.Empty, Source: "a.txt", Message: "is empty"}, "EMPTY: is empty"},
		{errors.New("store a.txt: store unavailable"), "store a.txt: store unavailable"},
	} {
		if got := reason(test.err); got != test.want {
			t.Errorf("%q, want %q", got, test.want)
		}
	}
}
