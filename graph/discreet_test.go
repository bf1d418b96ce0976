package graph

import (
	"errors"
	"fmt"
	"testing"
)

func TestDiscreet(t *testing.T) {
	driver := errors.New(`no such name: "Lim"`)
	for _, c := range []struct {
		err  error
		want string
	}{
		{ErrTimeout, "deadline passed"},
		{fmt.Errorf("sqlite: latest change: %w", ErrCorrupt), "sqlite: latest change: store is damaged"},
		{fmt.Errorf("sqlite: entity %q: %w: %w", "Lim", ErrUnavailable, driver), "sqlite: entity …: store unavailable: no such name: …"},
		{fmt.Errorf("events who %v: %w", struct{ Name string }{"Lim"}, ErrTimeout), "events who …: deadline passed"},
		{WithHint(fmt.Errorf("nodes %q: %w", []string{"Lim"}, ErrSchema), "Ask Lim."), "nodes …: store has another schema"},
	} {
		if got := Discreet(c.err); got != c.want {
			t.Errorf("%v:\n%s\nwant\n%s", c.err, got, c.want)
		}
	}
}
