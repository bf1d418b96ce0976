package quote

import (
	"slices"
	"testing"

	"dateline/loader/logistic"
)

// A description has the cue, the kind of holder and the shape of the content, and no
// names.
func TestDescriptions(t *testing.T) {
	m := find(t, "Lim never said that she left.")
	var description logistic.Features
	for _, a := range Candidates(m) {
		if a.frame == inClause {
			description = a.Description
		}
	}
	for _, feature := range []string{
		"any", "frame clause", "cue say", "class+hang speech clause", "negated clause",
		"marks clause none", "length clause 3", "content tag clause VBD", "clause clause true true",
	} {
		if !slices.Contains(description, feature) {
			t.Errorf("no %q in %q", feature, description)
		}
	}
	if slices.ContainsFunc(description, func(feature string) bool { return slices.Contains([]string{"Lim", "lim"}, feature) }) {
		t.Errorf("a name in %q", description)
	}
}
