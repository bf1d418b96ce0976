package language

import "testing"

// scoresFor makes the named move the best, and gives the others falling scores.
func scoresFor(moves []string, best string) []float32 {
	scores := make([]float32, len(moves))
	for i, name := range moves {
		scores[i] = -float32(i)
		if name == best {
			scores[i] = 100
		}
	}
	return scores
}

func TestEntityMovesAllowed(t *testing.T) {
	names := []string{"B-GPE", "B-ORG", "I-GPE", "I-ORG", "L-GPE", "L-ORG", "U-GPE", "U-", "O"}
	recognizer := &entityRecognizer{moves: parseMoves(names)}
	for _, test := range []struct {
		name             string
		best             string // by score
		open             bool   // an entity of label ORG is
		canGoOn, isSpace bool
		want             string
	}{
		{"begin", "B-ORG", false, true, false, "B-ORG"},
		{"no beginning at the end of a sentence", "B-ORG", false, false, false, "U-GPE"},
		{"no beginning with white space", "B-ORG", false, true, true, "O"},
		{"no unit of white space", "U-GPE", false, true, true, "O"},
		{"no unit without a label", "U-", false, true, false, "B-GPE"},
		{"no outside in an entity", "O", true, true, false, "I-ORG"},
		{"no other label in an entity", "L-GPE", true, true, false, "I-ORG"},
		{"an entity ends with its sentence", "I-ORG", true, false, false, "L-ORG"},
		{"white space within an entity", "I-ORG", true, true, true, "I-ORG"},
	} {
		t.Run(test.name, func(t *testing.T) {
			got := recognizer.bestMove(scoresFor(names, test.best), test.open, "ORG", test.canGoOn, test.isSpace)
			if want := parseMoves([]string{test.want})[0]; got != want {
				t.Errorf("best move is %+v, want %+v", got, want)
			}
		})
	}
}
