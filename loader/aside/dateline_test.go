package aside

import "testing"

func TestDatelines(t *testing.T) {
	for _, line := range []string{
		"OSLO – ", "OSLO: ", "OSLO -- ", "OSLO—", "Oslo — ", "OSLO (Reuters) - ", "BERGEN (AP) — ", "OSLO, Norway (AP) — ",
		"OSLO, March 18 (Reuters) - ", "OSLO, March 18 – ", "Oslo, 18 March (NTB): ", "TEHRAN, Mar. 18 (MNA) – ",
		"MOSCOW, February 10. /TASS/. ", "BEIJING, Nov. 2 (Xinhua) -- ", "WASHINGTON D.C. – ", "PARIS/BERLIN, Feb 10 (Reuters) - ",
		"RIO DE JANEIRO, Feb. 10, 2026 (AFP) - ", "(Reuters) - ", "[Reuters] - ", "AP — ", "By Ana Silva PARIS, Feb 10 (Reuters) - ",
		"BREAKING: ", "UPDATE 2-PARIS, Feb 10 (Reuters) - ", "St. Petersburg, Tuesday, (Interfax) - ", "SEOUL, Feb. 10 (Yonhap) -- ",
		"FLINT, Mich., Oct. 4 (UPI) — ", "BRASILIA / RIO DE JANEIRO (Reuters) - ", "OSLO, Norway (CNS) -- ", "NORRA, Norway — ",
	} {
		for _, lead := range []string{"Mayor Otto Lim met Ana Silva.", "“We met,” Otto Lim said."} {
			if got := datelineSize(line + lead); got != len(line) {
				t.Errorf("%q: got %q", line+lead, (line + lead)[:got])
			}
		}
	}
}

func TestNoDatelines(t *testing.T) {
	for _, line := range []string{
		"Otto Lim – Ana Silva's envoy – met them.", "LIM: I met her on Monday.", "Norra (population 500) is small.", "EU – Norra talks begin.",
		"On May 3, Otto Lim met Ana Silva.", "Paris — the city of light — is big.", "Otto Lim (Labour) - Ana Silva's rival - won.",
		"In Oslo, Otto Lim met Ana Silva.", "May 3 - Otto Lim meets Ana Silva.",
	} {
		if got := datelineSize(line); got != 0 {
			t.Errorf("%q: got %q", line, line[:got])
		}
	}
}
