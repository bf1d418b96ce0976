package read

import "testing"

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
