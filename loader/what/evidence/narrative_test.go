package evidence

import "testing"

func TestNarratedDay(t *testing.T) {
	for _, c := range []struct {
		why, text string
		spoken    bool
		want      string
	}{
		{"the day before", "Ada Lim came on 9 March 2031. She met Bo Okoro.", false, "2031-03-09"},
		{"a day of speech", "Ada Lim said so on 9 March 2031. She met Bo Okoro.", false, ""},
		{"a day of speech, if need be", "Ada Lim said so on 9 March 2031. She met Bo Okoro.", true, "2031-03-09"},
		{"long ago", "Ada Lim came on 9 March 2020. She met Bo Okoro.", false, ""},
	} {
		a := read(t, c.text)
		got := ""
		if day := NarratedDay(a, find(t, a, "met"), c.spoken); day != nil {
			got = day.EDTF.String()
		}
		if got != c.want {
			t.Errorf("%s: %s\ngot %q, want %q", c.why, c.text, got, c.want)
		}
	}
}

func TestStoryDay(t *testing.T) {
	a := read(t, "Ada Lim came on 9 March 2031. It rained. It snowed. She met Bo Okoro.")
	met, lim, okoro := find(t, a, "met"), member(t, a, "Lim"), member(t, a, "Okoro")
	if day := StoryDay(a, met, []int{lim}); day == nil || day.EDTF.String() != "2031-03-09" {
		t.Errorf("the story of Lim is on %v", day)
	}
	if day := StoryDay(a, met, []int{okoro}); day != nil {
		t.Errorf("the story of Okoro is on %v", day)
	}
}

func TestNarration(t *testing.T) {
	for _, c := range []struct {
		text, part        string
		hasTime, narrated bool
	}{
		{"Ada Lim met Bo Okoro earlier in the day.", "in the day", false, true},
		{"Ada Lim met Bo Okoro on Monday.", "", true, true},
		{"Ada Lim has met Bo Okoro.", "", false, false},
	} {
		a := read(t, c.text)
		met := find(t, a, "met")
		part, hasTime, narrated := PartOfDay(a, met), HasTime(a, met), IsNarrated(a, Trigger{Token: met, Carrier: met})
		if part != c.part || hasTime != c.hasTime || narrated != c.narrated {
			t.Errorf("%s: got %q, %t, %t", c.text, part, hasTime, narrated)
		}
	}
	a := read(t, "Ada Lim met Bo Okoro.")
	if day := PublicationDay(a, "today"); day.EDTF.String() != "2031-03-11" || day.Text != "today" {
		t.Errorf("published on %v", day)
	}
}
