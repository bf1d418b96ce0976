package event

import (
	"testing"

	"dateline/graph"
)

func TestTimePhrase(t *testing.T) {
	for edtf, want := range map[string]string{
		"2026-02-10":            "on 10 February 2026",
		"2025-07":               "in July 2025",
		"2022-09~":              "around September 2022",
		"2026-02-10~":           "around 10 February 2026",
		"2022":                  "in 2022",
		"2024-21":               "in the spring of 2024",
		"../2025-12-21":         "by 21 December 2025",
		"2022-02-24/..":         "since 24 February 2022",
		"2026-02-02/2026-02-08": "between 2 and 8 February 2026",
		"2026-03-30/2026-04-05": "between 30 March and 5 April 2026",
		"2025-12-29/2026-01-04": "between 29 December 2025 and 4 January 2026",
		"2022-01/2022-04":       "between January and April 2022",
		"2021-11/2022-02":       "between November 2021 and February 2022",
		"2019/2021":             "between 2019 and 2021",
		"2022-01/2022-04-29":    "between 1 January and 29 April 2022",
		"2022-02-01/2022-02-27": "between 1 and 27 February 2022",
	} {
		if got := timePhrase(graph.MustEDTF(edtf)); got != want {
			t.Errorf("%s: %q, want %q", edtf, got, want)
		}
	}
}
