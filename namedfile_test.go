package main

import (
	"path/filepath"
	"strings"
	"testing"
)

// A file that is not there, or is a folder, is told in a user's words.
func TestNamedFiles(t *testing.T) {
	folder := t.TempDir()
	missing := filepath.Join(folder, "none.txt")
	for _, c := range []struct {
		want      string
		arguments []string
	}{
		{"--file: there is no file " + missing, []string{"query", "--file", missing}},
		{"--file: " + folder + " is a folder", []string{"query", "--file", folder}},
		{"--register: there is no file " + missing, []string{"load", folder, "--register", missing}},
		{"there is no file " + missing, []string{"edit", "import", missing}},
		{"--max-bytes must be at least 1, not 0", []string{"load", folder, "--max-bytes", "0"}},
		{"--max-bytes must be at least 1, not -1", []string{"extract", folder, "--max-bytes=-1"}},
	} {
		code, _, printed := runApp(t, c.arguments...)
		if code != exitUsage || !strings.Contains(printed, c.want) || strings.Contains(printed, "stat ") || strings.Contains(printed, "open ") {
			t.Errorf("%v: exit code %d, want %d and %q:\n%s", c.arguments, code, exitUsage, c.want, printed)
		}
	}
}
