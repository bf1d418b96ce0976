package aside

import "testing"

func TestDoubleMarks(t *testing.T) {
	for text, want := range map[string]string{
		"'We shall wait,' Otto Lund said. 'The ferry will sail.'":      "“We shall wait,” Otto Lund said. “The ferry will sail.”",
		"‘We shall wait,’ said Lund. ‘The sailors’ ferry, it’s late.’": "“We shall wait,” said Lund. “The sailors’ ferry, it’s late.”",
		"‘Will it sail?’ he asked.\n‘No.’":                             "“Will it sail?” he asked.\n“No.”",
		"Lund's boat and the sailors' union left in '31, it's said.":   "Lund's boat and the sailors' union left in '31, it's said.",
		"“He said ‘It sails,’ and left,” Lund said. ‘So it was.’":      "“He said ‘It sails,’ and left,” Lund said. ‘So it was.’",
		"The so-called ‘Big Boat’ sailed.":                             "The so-called ‘Big Boat’ sailed.",
	} {
		if got := Respell(text); got != want {
			t.Errorf("got  %s\nwant %s", got, want)
		}
	}
}
