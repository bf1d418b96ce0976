package read

import "testing"

func TestGivenDay(t *testing.T) {
	cases := map[string]string{
		"2026-02-10":                    "2026-02-10",
		"2026-02-10T23:59:00-05:00":     "2026-02-10",
		"Tue, 10 Feb 2026 11:33:00 GMT": "2026-02-10",
		"February 10, 2026":             "2026-02-10",
		"20260210":                      "2026-02-10",
		"1770723180":                    "2026-02-10",
		"1770723180000":                 "2026-02-10",
		"2026":                          "",
		"2026-02":                       "",
		"yesterday":                     "",
		"02/10/2026":                    "",
		"0001-01-01":                    "",
		"NaN":                           "",
	}
	for text, want := range cases {
		day, ok := givenDay(text)
		got := ""
		if ok {
			got = day.String()
		}
		if got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

func TestEastAsianDays(t *testing.T) {
	for text, want := range map[string]string{"2018 年 9 月 30 日": "2018-09-30", "2031年4月3日": "2031-04-03", "2031년 4월 3일": "2031-04-03"} {
		if day, ok := foreignDay(text); !ok || day.String() != want {
			t.Errorf("%s: %s, %t", text, day, ok)
		}
	}
	if day, ok := foreignDay("2031年13月3日"); ok {
		t.Errorf("month 13 is %s", day)
	}
}
