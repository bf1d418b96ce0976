package main

import (
	"os"
	"path/filepath"
	"testing"
)

// TestSite builds the site, which fails if any of its links leads nowhere.
func TestSite(t *testing.T) {
	t.Chdir("../..")
	folder := t.TempDir()
	if err := build(folder); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"index.html", "examples.html", "files/docs/page.png"} {
		if _, err := os.Stat(filepath.Join(folder, name)); err != nil {
			t.Error(err)
		}
	}
}

// TestBrokenLinks: a link to a file or heading that there is not is an error.
func TestBrokenLinks(t *testing.T) {
	t.Chdir(t.TempDir())
	s := site{folder: "site", names: map[string]string{"a.md": "a.html"}}
	if _, err := s.targetOf("a.md", "gone.txt"); err == nil {
		t.Error("a link to a file that there is not is accepted")
	}
	pages := []page{{Source: "a.md", Name: "a.html", Body: `<h1 id="here">A</h1><a href="#here">x</a><a href="a.html#here">y</a>`}}
	if err := checkAnchors(pages); err != nil {
		t.Error(err)
	}
	pages[0].Body += `<a href="a.html#there">z</a>`
	if err := checkAnchors(pages); err == nil {
		t.Error("a link to a heading that there is not is accepted")
	}
}
