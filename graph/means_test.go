package graph

import "testing"

func TestMeansAreCompatible(t *testing.T) {
	for _, test := range []struct {
		a, b Means
		want bool
	}{
		{MeansCall, MeansCall, true},
		{MeansMeeting, MeansVisit, true}, // both in person
		{MeansCall, MeansMeeting, false},
		{MeansCall, MeansMessage, false},
		{MeansMessage, MeansTalks, true}, // talks may be by any means
		{MeansVisit, MeansUnspecified, true},
		{MeansTalks, MeansUnspecified, true},
		{MeansNone, MeansCall, false},
	} {
		if got := test.a.Compatible(test.b); got != test.want {
			t.Errorf("%q and %q: %t, want %t", test.a, test.b, got, test.want)
		}
		if got := test.b.Compatible(test.a); got != test.want {
			t.Errorf("%q and %q: %t, want %t", test.b, test.a, got, test.want)
		}
	}
}

func TestVaguenessOfMeans(t *testing.T) {
	for means, want := range map[Means]int{MeansNone: 0, MeansCall: 0, MeansVisit: 0, MeansTalks: 1, MeansUnspecified: 2} {
		if got := means.Vagueness(); got != want {
			t.Errorf("vagueness of %q is %d, want %d", means, got, want)
		}
	}
}
