package main

import "testing"

// The target's login has the given flags, and the source's for the others.
func TestLoginOfTarget(t *testing.T) {
	source := login{User: "ann", Password: "a", CA: "a.pem"}
	for what, test := range map[string]struct{ said, want login }{
		"nothing":          {login{User: defaultUser}, source},
		"a user":           {login{User: "bea"}, login{User: "bea", Password: "a", CA: "a.pem"}},
		"a password":       {login{User: defaultUser, Password: "b"}, login{User: defaultUser, Password: "b", CA: "a.pem"}},
		"a password file":  {login{User: "bea", PasswordFile: "b.txt"}, login{User: "bea", PasswordFile: "b.txt", CA: "a.pem"}},
		"its certificates": {login{User: defaultUser, CA: "b.pem"}, login{User: "ann", Password: "a", CA: "b.pem"}},
	} {
		command := copyCommand{login: source, ToLogin: test.said}
		if got := command.loginOfTarget(); got != test.want {
			t.Errorf("%s was said: %+v, want %+v", what, got, test.want)
		}
	}
}
