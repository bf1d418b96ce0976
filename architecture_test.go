package main

import (
	"os"
	"os/exec"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// TestArchitecture checks that docs/architecture.md names files and packages that
// exist, and every package but internal ones and those of bench/.
func TestArchitecture(t *testing.T) {
	text, err := os.ReadFile("docs/architecture.md")
	if err != nil {
		t.Fatal(err)
	}
	page := string(text)
	tree := treePaths(between(t, page, "## Packages\n\n```\n", "```"))
	for _, name := range append(tree, codePaths(page)...) {
		if _, err := os.Stat(name); err != nil {
			t.Errorf("the page names %s, which does not exist", name)
		}
	}
	for _, folder := range packageFolders(t) {
		if !slices.Contains(tree, folder) {
			t.Errorf("the page does not list package %s", folder)
		}
	}
}

// treePaths returns the paths of a tree that is indented by two spaces a level, each
// with a description behind it.
func treePaths(tree string) []string {
	var paths, above []string
	for line := range strings.Lines(tree) {
		name := strings.TrimLeft(line, " ")
		level := (len(line) - len(name)) / 2
		name, _, _ = strings.Cut(name, " ")
		above = append(above[:level], path.Clean(name))
		paths = append(paths, path.Join(above...))
	}
	return paths
}

// codePath matches the path of a file or folder that is set as code.
var codePath = regexp.MustCompile("`([a-z_0-9]+(?:/[a-z_0-9]+)*(?:\\.(?:go|tsv|md)|/[a-z_0-9]+))`")

func codePaths(page string) []string {
	var paths []string
	for _, at := range codePath.FindAllStringSubmatch(page, -1) {
		paths = append(paths, at[1])
	}
	return paths
}

func packageFolders(t *testing.T) []string {
	t.Helper()
	output, err := exec.Command("go", "list", "./...").Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	var folders []string
	for _, pkg := range strings.Fields(string(output)) {
		folder := strings.TrimPrefix(strings.TrimPrefix(pkg, "dateline"), "/")
		hidden := folder == "" || strings.HasPrefix(folder, "bench/") || strings.Contains("/"+folder+"/", "/internal/")
		if !hidden {
			folders = append(folders, folder)
		}
	}
	return folders
}
