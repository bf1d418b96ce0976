package access

import (
	"testing"
	"testing/synctest"
	"time"
)

func budget(options BudgetOptions) (*Budget, *time.Time) {
	now := time.Date(2026, 3, 1, 12, 0, 0, 0, time.UTC)
	b := NewBudget(options)
	b.now = func() time.Time { return now }
	return b, &now
}

// TestBudgetFillsUp: who has spent everything is told when to come again, and is then
// served.
func TestBudgetFillsUp(t *testing.T) {
	b, now := budget(BudgetOptions{Requests: 2})
	ana := Identity{ID: "key:a"}
	served := 0
	for b.Spend(ana, 1) == nil {
		served++
	}
	if served != 60 {
		t.Errorf("%d requests at once, want those of 30 seconds", served)
	}
	refusal := b.Spend(ana, 1)
	if refusal.Code != CodeRateLimited || refusal.Status != 429 || refusal.Wait <= 0 || refusal.Wait > time.Second {
		t.Fatalf("refused with %+v", refusal)
	}
	*now = now.Add(refusal.Wait)
	if refusal := b.Spend(ana, 1); refusal != nil {
		t.Errorf("refused after the wait: %v", refusal)
	}
}

func TestCostIsBounded(t *testing.T) {
	b, now := budget(BudgetOptions{Cost: 10, MostCost: 1000})
	ana := Identity{ID: "key:a"}
	if refusal := b.Spend(ana, 1000); refusal != nil {
		t.Fatalf("the largest request is refused: %v", refusal)
	}
	refusal := b.Spend(ana, 100)
	if refusal == nil || refusal.Wait != 10*time.Second {
		t.Fatalf("got %+v, want a wait of 10 s", refusal)
	}
	*now = now.Add(time.Hour)
	if refusal := b.Spend(ana, 100_000); refusal != nil {
		t.Errorf("a request beyond the largest is refused for good: %v", refusal)
	}
}

func TestClientsDoNotPayForEachOther(t *testing.T) {
	b, _ := budget(BudgetOptions{Requests: 1})
	for b.Spend(Identity{ID: "key:a"}, 1) == nil {
	}
	if refusal := b.Spend(Identity{ID: "key:b"}, 1); refusal != nil {
		t.Errorf("another client is refused: %v", refusal)
	}
	for b.enter("192.0.2.1") == nil {
	}
	if refusal := b.enter("192.0.2.2"); refusal != nil {
		t.Errorf("another address is refused: %v", refusal)
	}
}

func TestNoBudget(t *testing.T) {
	var none *Budget
	unbounded := NewBudget(BudgetOptions{})
	bounded, _ := budget(BudgetOptions{Requests: 1, Cost: 1})
	for range 1000 {
		for _, refusal := range []*Refusal{none.Spend(Identity{}, 1e6), none.enter("a"), unbounded.Spend(Identity{ID: "key:a"}, 1e6), bounded.Spend(Owner(), 1e6)} {
			if refusal != nil {
				t.Fatal(refusal)
			}
		}
	}
}

// TestPauseBeforeRefusal: who asks too often waits for the refusal, others do not.
func TestPauseBeforeRefusal(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		for _, test := range []struct {
			refusal *Refusal
			want    time.Duration
		}{
			{tooMany("", time.Hour), pause}, {tooMany("", time.Millisecond), time.Millisecond}, {busy(""), 0}, {refused, 0},
		} {
			began := time.Now()
			test.refusal.Pause(t.Context())
			if took := time.Since(began); took != test.want {
				t.Errorf("%s: %v, want %v", test.refusal.Code, took, test.want)
			}
		}
	})
}
