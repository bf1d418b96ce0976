package vocabulary

import "testing"

func TestGenderOfNoun(t *testing.T) {
	for noun, want := range map[string]Gender{
		"she": Female, "king": Male, "spokeswoman": Female, "chairman": Male, "german": UnknownGender, "minister": UnknownGender,
	} {
		if got := GenderOfNoun(noun); got != want {
			t.Errorf("%s: got %d, want %d", noun, got, want)
		}
	}
}
