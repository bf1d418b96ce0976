package when

import (
	"testing"

	"dateline/loader/language"
)

// wordsOf splits a text of one token.
func wordsOf(text string) []word {
	end := len([]rune(text))
	return split(&language.Document{Text: text, Tokens: []language.Token{{Text: text, End: end, Entity: -1}}})
}

func TestNumbersAreRead(t *testing.T) {
	for _, c := range []struct {
		read  class
		text  string
		value float64
		taken int
	}{
		{readCardinal, "12", 12, 1},
		{readCardinal, "1,200", 1200, 1},
		{readCardinal, "2.5", 2.5, 1},
		{readCardinal, "twenty-four", 24, 3},
		{readCardinal, "twenty four", 24, 2},
		{readCardinal, "a hundred", 100, 2},
		{readCardinal, "two and a half years", 2.5, 4},
		{readCardinal, "two thousand and five", 2005, 4},
		{readCardinal, "two and three", 2, 1},
		{readCardinal, "a", 0, 0},
		{readOrdinal, "21st", 21, 1},
		{readOrdinal, "twenty-first", 21, 3},
		{readOrdinal, "second", 2, 1},
		{readOrdinal, "0th", 0, 0},
		{readYear, "2019", 2019, 1},
		{readYear, "nineteen seventy-nine", 1979, 4},
		{readYear, "two thousand", 2000, 2},
		{readYear, "2300", 0, 0},
		{readYear, "twenty four", 0, 0},
		{readDecade, "1990s", 1990, 1},
		{readDecade, "'90s", 1990, 2},
		{readDecade, "1990's", 1990, 3},
		{readDecade, "nineties", 1990, 1},
		{readDecade, "1995s", 0, 0},
		{readDay, "31", 31, 1},
		{readDay, "32", 0, 0},
		{readClock, "11:33", 693, 1},
		{readClock, "25:00", 0, 0},
	} {
		value, taken := c.read(wordsOf(c.text), 0)
		if taken != c.taken || taken > 0 && value != c.value {
			t.Errorf("%q: %v in %d words, want %v in %d", c.text, value, taken, c.value, c.taken)
		}
	}
}
