package neo4j

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
	"time"

	"dateline/graph/neo4j/internal/bolt"
	"dateline/graph/neo4j/internal/read"
	"dateline/graph/neo4j/internal/unit"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"dateline/graph/neo4j/neo4jtest"
)

// TestWritePlans looks at the plans that are made on an empty database, and then
// kept: each has to begin at an index, and to follow relationships from there.
func TestWritePlans(t *testing.T) {
	server := neo4jtest.Shared(t)
	server.Erase(t)
	s, err := Open(t.Context(), server.URL, Login(server.User, server.Password), Patience(10*time.Minute))
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	all := []any{}
	params := map[string]any{"sources": all, "rows": all, "ids": all, "locks": all, "blocks": all, "members": all, "entities": all, "reports": all, "events": all, "reviews": all, "gate": 1, "put": all, "named": all, "unnamed": all, "moved": all,
		"gone": all, "unlinked": all, "parted": all, "dismissed": all, "acting": all, "participants": all, "contacts": all, "places": all, "dates": all, "dated": all, "changed": all, "after": "", "limit": 1, "logged": all, "kept": 1}
	statements := unit.Statements()
	maps.Copy(statements, map[string]string{
		"walkBatches": walkBatches, "walkEntities": walkEntities, "walkEvents": walkEvents, "walkEdits": walkEdits,
		"readEntityIDs": read.ReadEntityIDs, "followSuccessors": read.FollowSuccessors,
	})
	for name, text := range statements {
		session := s.db.Session(t.Context(), driver.AccessModeWrite)
		result, err := session.Run(t.Context(), "PROFILE "+text, params)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		summary, err := result.Consume(t.Context())
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		bolt.Release(t.Context(), session)
		operators := operatorsOf(summary.Profile())
		for _, operator := range operators {
			if strings.Contains(operator, "Scan") || strings.Contains(operator, "HashJoin") {
				t.Errorf("the plan of %s has %s:\n%s", name, operator, strings.Join(operators, "\n"))
			}
		}
	}
}

// operatorsOf lists the operators of a plan, from the last to be run to the first.
// (Of a plan that was not run, the driver gives the last child several times.)
func operatorsOf(p driver.ProfiledPlan) []string {
	all := []string{fmt.Sprintf("%s %v", p.Operator(), p.Arguments()["Details"])}
	for _, child := range p.Children() {
		all = slices.Concat(all, operatorsOf(child))
	}
	return all
}
