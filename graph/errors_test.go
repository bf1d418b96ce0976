package graph

import (
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
