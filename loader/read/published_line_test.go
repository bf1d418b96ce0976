package read

import "testing"

func TestReadDateLine(t *testing.T) {
	cases := []struct{ line, day, rest string }{
		{"February 10, 2026 · 2 min read", "2026-02-10", ""},
		{"10 Feb, 2026 11:33 / Updated 2 hours ago", "2026-02-10", ""},
		{"Feb. 10, 2026", "2026-02-10", ""},
		{"2026-02-10", "2026-02-10", ""},
		{"2026-02-10T11:33:00+01:00", "2026-02-10", ""},
		{"10.02.2026", "2026-02-10", ""},
		{"Tuesday 10 February 2026", "2026-02-10", ""},
		{"Tue 10 Feb 2026 10.02 GMT", "2026-02-10", ""},
		{"Published: 10 February 2026, 08:15 GMT | Last updated: 12 February 2026", "2026-02-10", ""},
		{"Published Tue, Feb 10 2026 10:02 AM EST Updated Wed, Feb 11 2026 1:15 PM EST", "2026-02-10", ""},
		{"Published 10:02 AM EST, Tue February 10, 2026", "2026-02-10", ""},
		{"Updated - February 11, 2026 09:12 am IST - Published - February 10, 2026 08:00 am IST", "2026-02-10", ""},
		{"First Published: February 10, 2026, 9:30 AM IST", "2026-02-10", ""},
		{"Issued on: 13/02/2026 - 10:02", "2026-02-13", ""},
		{"02/13/2026", "2026-02-13", ""},
		{"13/02/2026", "2026-02-13", ""},
		{"5/5/2026", "2026-05-05", ""},
		{"10th of February 2026 at 10:02pm", "2026-02-10", ""},
		{"Posted by Ann Lind on February 10, 2026", "2026-02-10", "by Ann Lind"},
		{"By Ann Lind | February 10, 2026", "2026-02-10", "By Ann Lind"},
		{"February 10, 2026 by Ann Lind", "2026-02-10", "by Ann Lind"},
		{"Kellby, 10 February 2026", "2026-02-10", "Kellby"},
		{"Reuters, 10 February 2026", "2026-02-10", "Reuters"},
		{"World | 10 February 2026 | Ann Lind", "2026-02-10", "World | Ann Lind"},
		// Date lines without a day of publication.
		{"Updated 11 February 2026", "", ""},
		{"2 hours ago", "", ""},
		{"Yesterday", "", ""},
		{"4 min read", "", ""},
		{"02/10/2026", "", ""},
	}
	for _, c := range cases {
		d, ok := readDateLine(c.line)
		if !ok {
			t.Errorf("%q is no date line", c.line)
			continue
		}
		if got := dateText(d); got != c.day || d.rest != c.rest {
			t.Errorf("%q: day %q, rest %q", c.line, got, d.rest)
		}
	}
}

func dateText(d lineDate) string {
	if d.day.IsZero() {
		return ""
	}
	return d.day.String()
}

func TestNoDateLine(t *testing.T) {
	for _, line := range []string{
		"On 19 December 2025 Falk publicly called for talks.",
		"Falk To Visit Port Sorrel On February 10, 2026",
		"Kellby and Port Sorrel sign a treaty on 10 February 2026",
		"Yesterday's men",
		"Today Falk spoke",
		"The 2026 election: what to know",
		"February 10, 2026: the day the ferry sank",
		"At 10:02",
		"31 February 2026",
		"",
		"Timeline: 3 March 2026 to 5 March 2026 and what came of it",
	} {
		if d, ok := readDateLine(line); ok {
			t.Errorf("%q is a date line: %+v", line, d)
		}
	}
}
