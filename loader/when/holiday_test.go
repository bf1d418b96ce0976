package when

import "testing"

func TestHolidaysFollowTheirRules(t *testing.T) {
	days := map[string]string{}
	for _, h := range holidays() {
		days[h.name] = h.day(2026).String()
	}
	for name, want := range map[string]string{
		"easter":                 "2026-04-05",
		"good friday":            "2026-04-03",
		"ash wednesday":          "2026-02-18",
		"pentecost":              "2026-05-24",
		"martin luther king day": "2026-01-19",
		"memorial day":           "2026-05-25",
		"labor day":              "2026-09-07",
		"thanksgiving":           "2026-11-26",
		"election day":           "2026-11-03",
		"new year's eve":         "2026-12-31",
	} {
		if days[name] != want {
			t.Errorf("%s is on %s, want %s", name, days[name], want)
		}
	}
}
