package lexicon

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// TestEveryClassIsAsked finds classes that no rule asks for.
func TestEveryClassIsAsked(t *testing.T) {
	asked := map[string]bool{}
	call := regexp.MustCompile(`lexicon\.Class\("([^"]+)"\)`)
	err := filepath.WalkDir("..", func(path string, entry fs.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(path, ".go") {
			return err
		}
		source, err := os.ReadFile(path)
		for _, at := range call.FindAllStringSubmatch(string(source), -1) {
			asked[at[1]] = true
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, list := range classLists {
		for _, class := range readFile(embedded, list.name).values["classes"] {
			if !asked[class] {
				t.Errorf("%s: no rule asks for class %q", list.name, class)
			}
		}
	}
}
