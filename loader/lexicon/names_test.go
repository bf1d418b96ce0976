package lexicon

import (
	"slices"
	"strings"
	"testing"

	"dateline/graph"
)

// TestValuesOfGraph holds the values of columns that speak of the graph to its words.
func TestValuesOfGraph(t *testing.T) {
	kinds := []graph.OrganizationKind{
		graph.OrganizationState, graph.OrganizationGovernment, graph.OrganizationCompany,
		graph.OrganizationMedia, graph.OrganizationParty, graph.OrganizationOther,
	}
	for _, o := range Organizations() {
		if !slices.Contains(kinds, graph.OrganizationKind(strings.ToUpper(o.Kind))) {
			t.Errorf("%s: the graph has no kind of organization %q", o.Name.Name, o.Kind)
		}
	}
}
