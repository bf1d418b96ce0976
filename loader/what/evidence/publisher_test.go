package evidence

import "testing"

func TestPublishers(t *testing.T) {
	for text, want := range map[string]string{
		"Emails released by WikiLeaks show that Ada Lim met Bo Okoro.": "WikiLeaks",
		"WikiLeaks released a film. Ada Lim met Bo Okoro.":             "",
		"Emails released by Ada Lim show that Eva Stern met Bo Okoro.": "",
	} {
		a := read(t, text)
		for range 2 { // the second answer is remembered
			if got := names(a, Publishers(a)...); got != want {
				t.Errorf("%s\ngot %q, want %q", text, got, want)
			}
		}
	}
}
