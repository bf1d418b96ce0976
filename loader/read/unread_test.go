package read

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// A file of a kind that is not read tells what to do, wherever it is; one that is only called
// so is read.
func TestUnreadFormats(t *testing.T) {
	folder := t.TempDir()
	for _, u := range UnreadFormats() {
		if _, read := formatOfExtension("a" + u.Extension); read {
			t.Errorf("%s is read", u.Extension)
		}
		if err := os.WriteFile(filepath.Join(folder, "a"+u.Extension), []byte("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1\x00\x00"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	n := 0
	for item := range Sources(context.Background(), []string{folder}, Options{}) {
		n++
		u, _ := unreadKind(item.Source)
		if item.Err == nil || !strings.Contains(item.Err.Error(), u.What) || !strings.Contains(item.Err.Error(), u.Instead) {
			t.Errorf("%s: %v", item.Source, item.Err)
		}
	}
	if n != len(unread) {
		t.Errorf("%d of %d files are told of", n, len(unread))
	}
	disguised := filepath.Join(t.TempDir(), "letter.doc")
	if err := os.WriteFile(disguised, []byte(`{\rtf1 `+sentence+` `+sentence+`}`), 0o600); err != nil {
		t.Fatal(err)
	}
	for item := range Sources(context.Background(), []string{disguised}, Options{}) {
		if item.Err != nil {
			t.Error(item.Err)
		}
	}
}
