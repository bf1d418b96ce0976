package when

import "testing"

func TestPatternMatches(t *testing.T) {
	for _, c := range []struct {
		pattern, text string
		taken         int // words; 0 for no match
	}{
		{"NTH of MONTH [[,] YEAR]", "4th of July", 3},
		{"NTH of MONTH [[,] YEAR]", "4th of July 2026", 4},
		{"NTH of MONTH [[,] YEAR]", "4th of July, 2026", 5},
		{"NTH of MONTH [[,] YEAR]", "4th of July, which", 3},
		{"last|past WEEKDAY", "past Tuesday", 2},
		{"last|past WEEKDAY", "next Tuesday", 0},
		{"COUNT UNIT", "two-year", 3},
		{"COUNT UNIT", "two - year", 0},
		{"[the] [fiscal] NTH quarter", "fiscal third quarter", 3},
		{"[the] UNIT", "the\n\nweek", 0},
	} {
		m, ok := compile(c.pattern).match(wordsOf(c.text), 0)
		if ok != (c.taken > 0) || ok && m.end != c.taken {
			t.Errorf("%q on %q takes %d words (%v), want %d", c.pattern, c.text, m.end, ok, c.taken)
		}
	}
}

func TestPatternKeepsValuesUnderNames(t *testing.T) {
	m, ok := compile("which:last|next low:COUNT to COUNT UNIT").match(wordsOf("next 12 to 18 months"), 0)
	if !ok || m.text("which") != "next" || m.int("low") != 12 || m.int("COUNT") != 18 || m.unit() != month {
		t.Errorf("kept %v", m.values)
	}
	if m.has("DAY") || m.int("DAY") != 0 {
		t.Error("keeps what it has not")
	}
}

func TestWrongPatternsPanic(t *testing.T) {
	for _, text := range []string{"[the", "NOCLASS"} {
		func() {
			defer func() {
				if recover() == nil {
					t.Errorf("%q compiles", text)
				}
			}()
			compile(text)
		}()
	}
}
