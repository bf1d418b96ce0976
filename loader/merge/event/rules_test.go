package event

import (
	"testing"

	"dateline/graph"
)

func TestEveryEventTypeHasRules(t *testing.T) {
	for _, kind := range graph.EventTypes() {
		switch rules := rulesByType[kind]; {
		case rules == nil:
			t.Errorf("%s has no rules: add a row to rulesByType in loader/merge/event/rules.go", kind)
		case rules.isSide == nil || rules.leastParties == 0 || rules.same == nil || rules.index == nil || rules.verb == "" || rules.explain == nil || rules.summarize == nil:
			t.Errorf("the rules of %s in loader/merge/event/rules.go are incomplete: %+v", kind, rules)
		}
	}
}
