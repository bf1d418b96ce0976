package access

import (
	"fmt"
	"slices"
)

// Role is what somebody may do. Each role may do everything that the ones before it may.
type Role uint8

// The roles, from the one that may do least.
const (
	// Anonymous is somebody who gave no credentials, or nobody at all.
	Anonymous Role = iota
	// Reader may ask.
	Reader
	// Editor may also correct what the graph says.
	Editor
	// Admin may also load and remove articles.
	Admin
)

var roleNames = []string{"anonymous", "reader", "editor", "admin"}

// Roles returns all roles, from the one that may do least.
func Roles() []Role { return []Role{Anonymous, Reader, Editor, Admin} }

// String returns the name of the role, such as "reader".
func (r Role) String() string {
	if int(r) >= len(roleNames) {
		return fmt.Sprintf("Role(%d)", uint8(r))
	}
	return roleNames[r]
}

// ParseRole returns the role of a name.
func ParseRole(name string) (Role, error) {
	at := slices.Index(roleNames, name)
	if at < 0 {
		return Anonymous, fmt.Errorf("%.40q is not a role: use anonymous, reader, editor or admin", name)
	}
	return Role(at), nil
}

// Allows reports whether the role may do what the least role may.
func (r Role) Allows(least Role) bool { return r >= least }

// MarshalText implements encoding.TextMarshaler.
func (r Role) MarshalText() ([]byte, error) { return []byte(r.String()), nil }

// UnmarshalText implements encoding.TextUnmarshaler.
func (r *Role) UnmarshalText(text []byte) (err error) {
	*r, err = ParseRole(string(text))
	return err
}
