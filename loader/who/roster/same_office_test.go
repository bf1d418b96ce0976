package roster

import "testing"

func TestSameOffice(t *testing.T) {
	office := func(written, head, class, title string, words ...string) Role {
		return Role{Written: written, Head: head, Class: class, Title: title, Words: words}
	}
	president := office("president", "president", "state", "president", "president")
	premier := office("premier", "premier", "government", "prime minister", "premier")
	adviser := office("top adviser", "adviser", "", "", "top", "adviser")
	former := premier
	former.Former = true
	for _, c := range []struct {
		why              string
		phrase, position Role
		want             bool
	}{
		{"one title", office("prime minister", "minister", "government", "prime minister", "prime", "minister"), premier, true},
		{"two titles", president, premier, false},
		{"a leader is any head", office("leader", "leader", "", "", "leader"), president, true},
		{"a minister is any of the government", office("minister", "minister", "", "", "minister"), premier, true},
		{"fewer words", office("adviser", "adviser", "", "", "adviser"), adviser, true},
		{"other words", office("legal adviser", "adviser", "", "", "legal", "adviser"), adviser, false},
		{"no longer", former, premier, false},
	} {
		if got := SameOffice(c.phrase, c.position); got != c.want {
			t.Errorf("%s: got %t, want %t", c.why, got, c.want)
		}
	}
}
