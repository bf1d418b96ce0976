package database

import (
	_ "embed"
	"strings"
)

//go:embed labels.tsv
var labelTable string

// labels are the lists of labels.tsv.
var labels = readLabels(labelTable)

func readLabels(table string) map[string]map[string]bool {
	lists := map[string]map[string]bool{}
	for line := range strings.Lines(table) {
		list, label, ok := strings.Cut(strings.TrimSuffix(line, "\n"), "\t")
		if !ok || strings.HasPrefix(line, "#") {
			continue
		}
		if lists[list] == nil {
			lists[list] = map[string]bool{}
		}
		lists[list][label] = true
	}
	return lists
}
