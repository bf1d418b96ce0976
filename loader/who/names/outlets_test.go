package names

import "testing"

func TestOutletNames(t *testing.T) {
	checkNames(t, []struct{ text, want string }{
		{"Ana Silva met Otto Lund, according to official Chadian news agency TCHAWA.", "Ana Silva (person), Otto Lund (person), Chadian (lexicon), TCHAWA (organization)"},
		{"Ana Silva told the news agency that Otto Lund had left.", "Ana Silva (person), Otto Lund (person)"},
	})
}
