package graph

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestAdviceFor(t *testing.T) {
	for _, row := range advice {
		got := AdviceFor(fmt.Errorf("sqlite: events: %w", row.err))
		if got.Code != row.Code || got.Hint == "" {
			t.Errorf("%v: %+v", row.err, got)
		}
	}
	damaged := fmt.Errorf("%w: event: %w", ErrCorrupt, fmt.Errorf("%w: date", ErrInvalid))
	if got := AdviceFor(damaged); got.Code != CodeCorrupt {
		t.Errorf("a stored value that cannot be parsed has code %s", got.Code)
	}
	if got := AdviceFor(fmt.Errorf("other")); got.Code != CodeInternal {
		t.Errorf("an unknown error has code %s", got.Code)
	}
}

func TestDescriptionsAreShort(t *testing.T) {
	if got := Describe("nodes %q", []string{"a", "b"}); got != `nodes ["a" "b"]` {
		t.Errorf("%s", got)
	}
	got := Describe("nodes %s", strings.Repeat("é", 6000))
	if len(got) > maxDescription+10 || !utf8.ValidString(got) || !strings.HasSuffix(got, " …") {
		t.Errorf("%d bytes: %q", len(got), got)
	}
}

// A cause with a hint of its own keeps its kind's code, and is not one to wait for.
func TestHintOfACause(t *testing.T) {
	missing := fmt.Errorf("open news.db: %w", WithHint(fmt.Errorf("%w: there is no such file", ErrUnavailable), "Check the path."))
	if got, want := AdviceFor(missing), (Advice{CodeUnavailable, false, "Check the path."}); got != want {
		t.Errorf("%+v, want %+v", got, want)
	}
	if !errors.Is(missing, ErrUnavailable) || missing.Error() != "open news.db: store unavailable: there is no such file" {
		t.Errorf("the hint changes the error to %v", missing)
	}
}
