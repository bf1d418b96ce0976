package match

import "testing"

// Arabic names of two parts are written together or apart.
func TestCompounds(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"Abd al-Karim Haddad", "Abdulkarim Haddad", true},
		{"Abdallah Nasser", "Abd Allah Nasser", true},
		{"Abdel Aziz Nasser", "Abdelaziz Nasser", true},
		{"Izz al-Din Haddad", "Izzeddine Haddad", true},
		{"Fakhruddin Haddad", "Fakhr al-Din Haddad", true},
		{"Abdulkarim Haddad", "Abdulaziz Haddad", false},
		{"Abdulkarim Haddad", "Karim Haddad", false},
		{"Fakhruddin Haddad", "Saifuddin Haddad", false},
	} {
		if got := samePerson(c.a, c.b); got != c.want {
			t.Errorf("%s, %s: got %t", c.a, c.b, got)
		}
	}
}
