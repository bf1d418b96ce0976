package read

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"

	"go.yaml.in/yaml/v3"
)

// sidecarEndings are the endings of sidecars. A sidecar is a file with the metadata
// of the text or page beside it: a.json or a.yaml beside a.txt, with the same fields
// as front matter.
var sidecarEndings = []string{".meta.json", ".meta.yaml", ".meta.yml", ".json", ".yaml", ".yml"}

// sidecarOf finds the sidecar of a text or page, or "".
func sidecarOf(path string) string {
	if !takesSidecar(path) {
		return ""
	}
	base := strings.TrimSuffix(path, filepath.Ext(path))
	for _, stem := range []string{base, path} {
		for _, ending := range sidecarEndings {
			if exists(stem+ending) && isSidecar(stem+ending) {
				return stem + ending
			}
		}
	}
	return ""
}

// takesSidecar reports whether a file has a format with one article and no fields.
func takesSidecar(path string) bool {
	f, known := formatOfExtension(path)
	return known && f.holdsOne
}

// isSidecar reports whether a file is beside a text of the same name and has no text
// of its own.
func isSidecar(path string) bool {
	stem := ""
	for _, ending := range sidecarEndings {
		if s, found := strings.CutSuffix(path, ending); found {
			stem = s
			break
		}
	}
	if stem == "" || !hasArticleBeside(stem) {
		return false
	}
	if filepath.Ext(path) != ".json" {
		return true
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return false
	}
	var r record
	if json.Unmarshal(data, &r) != nil {
		return true
	}
	r = r.folded()
	return r.get(fieldText) == "" && r.get(fieldHTML) == ""
}

func hasArticleBeside(stem string) bool {
	if takesSidecar(stem) && exists(stem) {
		return true
	}
	for _, f := range formats {
		if !f.holdsOne {
			continue
		}
		for _, extension := range f.extensions {
			if exists(stem + extension) {
				return true
			}
		}
	}
	return false
}

// maxSidecar is the most bytes of a sidecar.
const maxSidecar = 1 << 20

// readSidecar reads the sidecar of a file, if it has one.
func readSidecar(path string, most int64) (metadata, []string, error) {
	beside := sidecarOf(path)
	if beside == "" {
		return metadata{}, nil, nil
	}
	name := filepath.ToSlash(beside)
	opened, err := os.Open(beside)
	if err != nil {
		return metadata{}, nil, failure(Unreadable, name, err, "cannot be opened")
	}
	defer opened.Close()
	data, err := readAll(name, opened, min(most, maxSidecar), 0)
	if err != nil {
		return metadata{}, nil, err
	}
	text, warnings, err := decode(name, data)
	if err != nil {
		return metadata{}, nil, err
	}
	var r record
	unmarshal := yaml.Unmarshal
	if strings.HasSuffix(beside, ".json") {
		unmarshal = json.Unmarshal
	}
	if err := unmarshal([]byte(text), &r); err != nil {
		return metadata{}, nil, failure(BadMetadata, name, err, "cannot be parsed")
	}
	m, more := metadataOf(r)
	return m, append(warnings, more...), nil
}

func exists(path string) bool {
	info, err := os.Stat(path)
	return err == nil && !info.IsDir()
}
