package event

import (
	"errors"
	"testing"

	"dateline/graph"
)

func TestEveryEventTypeHasRules(t *testing.T) {
	for _, kind := range graph.EventTypes() {
		rules := rulesByType[kind]
		if rules == nil {
			t.Errorf("%s has no rules: add a row to rulesByType in loader/merge/event/rules.go", kind)
			continue
		}
		compares := rules.isSide != nil && rules.leastParties > 0 && rules.same != nil && rules.index != nil
		describes := rules.compare != nil && rules.explain != nil && rules.summarize != nil
		if !compares || !describes {
			t.Errorf("the rules of %s in loader/merge/event/rules.go are incomplete: %+v", kind, rules)
		}
	}
}

func TestUnknownKindsAreRefused(t *testing.T) {
	for name, r := range map[string]graph.Report{
		"type":  {Type: "DUEL"},
		"means": {Type: graph.EventContact, Means: "PIGEON"},
	} {
		if err := Check(&r); !errors.Is(err, graph.ErrInvalid) {
			t.Errorf("an unknown %s: error %v, want ErrInvalid", name, err)
		}
	}
	for _, r := range []graph.Report{{Type: graph.EventContact, Means: graph.MeansCall}, {Type: graph.EventStatement}} {
		if err := Check(&r); err != nil {
			t.Error(err)
		}
	}
}
