package main

import (
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

// TestLexicon runs the scripts of those who edit the lists of words.
func TestLexicon(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:  "testdata/lexicon",
		Cmds: map[string]func(*testscript.TestScript, bool, []string){"insert": insertLine},
	})
}

// insertLine adds a line to a list where it sorts: insert FILE LINE.
func insertLine(script *testscript.TestScript, _ bool, args []string) {
	if len(args) != 2 {
		script.Fatalf("usage: insert FILE LINE")
	}
	lines := strings.Split(strings.TrimSuffix(script.ReadFile(args[0]), "\n"), "\n")
	header := slices.IndexFunc(lines, func(line string) bool { return !strings.HasPrefix(line, "#") })
	entries := slices.Concat(lines[header+1:], args[1:])
	slices.Sort(entries)
	list := strings.Join(append(lines[:header+1], entries...), "\n") + "\n"
	script.Check(os.WriteFile(script.MkAbs(args[0]), []byte(list), 0o600))
}
