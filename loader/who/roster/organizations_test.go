package roster

import (
	"testing"

	"dateline/graph"
)

func TestOrganizations(t *testing.T) {
	checkMembers(t, []struct{ why, text, want string }{
		{"an acronym in brackets", "The Northern Freedom Front (NFF) left. The NFF returned.", "Northern Freedom Front, also NFF"},
		{"a state stands before it once", "The U.S. Bureau of Fisheries left. The Bureau of Fisheries returned.", "U.S. Bureau of Fisheries, also Bureau of Fisheries"},
		{"a known body without its state", "The U.S. Senate met. The Senate left.", "U.S. Senate, also Senate"},
		{"a suffix comes and goes", "Norra Industries Inc. left. Norra Industries returned.", "Norra Industries Inc., also Norra Industries"},
	})
}

func TestOrganizationKind(t *testing.T) {
	for name, want := range map[string]graph.OrganizationKind{
		"Social Democratic Party": graph.OrganizationParty,
		"Defense Ministry":        graph.OrganizationGovernment,
		"Norra Industries":        graph.OrganizationCompany,
		"News Corp":               graph.OrganizationMedia,
		"Orlando Sentinel":        graph.OrganizationMedia,
		"Northern Watch":          graph.OrganizationOther,
	} {
		if got := organizationKind(name); got != want {
			t.Errorf("%s: got %s, want %s", name, got, want)
		}
	}
}

func TestOrganizationCountry(t *testing.T) {
	r := read(t, "The Danish Foreign Ministry met the Bank of Italy.")
	r.Finish()
	for i, want := range []string{"DK", "IT"} {
		if got := r.Members[i].Country; got != want {
			t.Errorf("%s: got %q, want %q", r.Members[i].Name, got, want)
		}
	}
}
