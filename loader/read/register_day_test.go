package read

import (
	"bytes"
	"errors"
	"strings"
	"testing"

	"dateline/graph"
)

func TestDaysOfRegisters(t *testing.T) {
	m := &Mapping{DayFirst: true}
	for text, want := range map[string]string{
		"24/03/2031": "2031-03-24", "24.3.31": "2031-03-24", "24-03-2031 14:30": "2031-03-24", "2031-03-24": "2031-03-24", "2031-03-24T09:00:00Z": "2031-03-24",
		"22-Oct-31": "2031-10-22", "22 October 2031": "2031-10-22", "Wed 22 Oct 2031, 10:30": "2031-10-22", "22nd Oct. 2031": "2031-10-22", "22/Oct/2031": "2031-10-22",
		"October 2031": "2031-10", "Oct-31": "2031-10", "2031": "2031", "22 October 2031 [1]": "2031-10-22", "24/03/2031*": "2031-03-24",
		"3-5 March 2031": "2031-03-03/2031-03-05", "3 to 5 March 2031": "2031-03-03/2031-03-05", "24/03/2031 - 26/03/2031": "2031-03-24/2031-03-26",
		"3 March 2031 to 4 April 2031": "2031-03-03/2031-04-04", "47931": "2031-03-24",
		"26/03/2031 - 24/03/2031": "", "5-3 March 2031": "", "31/02/2031": "", "soon": "", "12": "",
	} {
		got, err := m.times(text)
		if err != nil && want != "" || err == nil && got.String() != want {
			t.Errorf("%q: %s, %v, want %q", text, got, err, want)
		}
	}
}

func TestPersonName(t *testing.T) {
	for name, want := range map[string]string{
		"MORAVEK, Viktor": "Viktor Moravek", "Moravek, Viktor": "Viktor Moravek", "HARTWELL-BOYE, Dr Petra": "Petra Hartwell-Boye", "O'DREVNIK, HUGO": "Hugo O'Drevnik",
		"Viktor Moravek": "Viktor Moravek", "J. B. Lim": "J. B. Lim", "JB Lim": "JB Lim", "Lim, Ana, Oslo": "Lim, Ana, Oslo", "VON DER MARCH, Ute": "Ute Von Der March",
	} {
		if got := personName(name); got != want {
			t.Errorf("%q: %q, want %q", name, got, want)
		}
	}
}

// A row of any cells gives a batch that holds together, or an error with a code.
func FuzzRegister(f *testing.F) {
	f.Add("SILVARADO, Elsa", "24-Mar-31", "A Ltd; B plc [1]", "To discuss port fees", "Lunch")
	f.Add("", "3-5 March 2031 *", ";;\n;", "re: x", "nil")
	mapping := &Mapping{
		Name: "R", Parties: []PartyColumn{{Column: "Who", Kind: "person", Role: "What"}, {Column: "With", Separator: " and "}}, Date: "Day", DayFirst: true, Topic: "What",
		Means: "How", Place: "How", Default: graph.MeansMeeting,
	}
	f.Fuzz(func(t *testing.T, who, day, with, what, how string) {
		cells := []string{who, day, with, what, how}
		for i := range cells {
			cells[i] = strings.ToValidUTF8(cells[i], "\uFFFD") // as the readers of tables do
		}
		item := readRow("x:2", file{name: "x", register: mapping}, []string{"Who", "Day", "With", "What", "How"}, cells)
		var failed *Error
		switch {
		case item.Err != nil && !errors.As(item.Err, &failed):
			t.Errorf("an error without a code: %v", item.Err)
		case item.Err == nil:
			if err := item.Batch.Check(); err != nil {
				t.Error(err)
			}
		}
	})
}

// A table of any bytes gives items or errors with a code.
func FuzzCSV(f *testing.F) {
	f.Add([]byte("title;text\n\"a\nb\";c\n;\"\"\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		readCSV(file{name: "x.csv", data: bytes.NewReader(data), most: 1 << 16}, func(item Item) bool {
			var failed *Error
			if item.Err != nil && !errors.As(item.Err, &failed) {
				t.Errorf("an error without a code: %v", item.Err)
			}
			return true
		})
	})
}
