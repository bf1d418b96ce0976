package read

import "testing"

func TestDayInURL(t *testing.T) {
	cases := map[string]string{
		"https://a.example/2026/02/10/title":        "2026-02-10",
		"https://a.example/world/2026/feb/10/title": "2026-02-10",
		"https://a.example/2026-02-10-title":        "2026-02-10",
		"https://a.example/news/20260210/title":     "2026-02-10",
		"https://a.example/title-20260210.html":     "2026-02-10",
		"https://a.example/2026/02/title":           "",
		"https://a.example/2026/13/45/title":        "",
		"https://a.example/id/120260210999":         "",
	}
	for url, want := range cases {
		day, ok := dayInURL(url)
		got := ""
		if ok {
			got = day.String()
		}
		if got != want {
			t.Errorf("%s: %q, want %q", url, got, want)
		}
	}
}
