package access

import (
	"testing"
)

func TestRolesAreOrdered(t *testing.T) {
	for i, role := range Roles() {
		for j, least := range Roles() {
			if got := role.Allows(least); got != (i >= j) {
				t.Errorf("%s allows %s: %v", role, least, got)
			}
		}
		if parsed, err := ParseRole(role.String()); err != nil || parsed != role {
			t.Errorf("ParseRole(%q) = %v, %v", role, parsed, err)
		}
	}
}

func TestUnknownRole(t *testing.T) {
	for _, name := range []string{"", "Admin", "root", "reader "} {
		if role, err := ParseRole(name); err == nil || role != Anonymous {
			t.Errorf("ParseRole(%q) = %v, %v", name, role, err)
		}
	}
}

func TestNobodyMayDoNothing(t *testing.T) {
	if got := Of(t.Context()); got != (Identity{}) || got.Role != Anonymous {
		t.Errorf("a context without an identity is of %+v", got)
	}
	if got := Of(With(t.Context(), Owner())); got != Owner() {
		t.Errorf("got %+v", got)
	}
}
