package storekit_test

import (
	"errors"
	"testing"
	"testing/fstest"

	"dateline/graph"
	"dateline/graph/storekit"
)

func TestMigrations(t *testing.T) {
	files := fstest.MapFS{"sql/0002_graph.sql": {Data: []byte("two")}, "sql/0003_dates.sql": {Data: []byte("three")}}
	steps, err := storekit.Migrations(files, "sql/*.sql", 2)
	if err != nil || len(steps) != 2 || steps[1] != (storekit.Migration{Version: 3, Name: "sql/0003_dates.sql", Script: "three"}) {
		t.Fatalf("%+v, error %v", steps, err)
	}
	for version, want := range map[int]int{0: 2, 2: 1, 3: 0} {
		pending, err := storekit.Pending(steps, version)
		if err != nil || len(pending) != want {
			t.Errorf("version %d lacks %+v, error %v", version, pending, err)
		}
	}
	if _, err := storekit.Pending(steps, 4); !errors.Is(err, graph.ErrSchema) {
		t.Errorf("a newer store: %v, want %v", err, graph.ErrSchema)
	}
	files["sql/0005_gap.sql"] = &fstest.MapFile{}
	if _, err := storekit.Migrations(files, "sql/*.sql", 2); err == nil {
		t.Error("a gap in the numbers was not noticed")
	}
}
