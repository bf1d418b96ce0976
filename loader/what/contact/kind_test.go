package contact

import "testing"

// The kind of a contact, whether several are told at once, and whether a plan is all that
// is denied.
func TestKind(t *testing.T) {
	for _, c := range []struct {
		text, qualifier string
		several, noPlan bool
	}{
		{"Ana Silva phoned Piet Boom on Monday.", "", false, false},
		{"Ana Silva made numerous calls to Piet Boom in early 2030.", "", true, false},
		{"Ana Silva repeatedly called Piet Boom in January 2030.", "", true, false},
		{"Ana Silva and Piet Boom have met five times since 2029.", "", true, false},
		{"Ana Silva and Piet Boom spoke by phone every week last year.", "", true, false},
		{"Ana Silva and Piet Boom held talks in May 2030.", "", false, false},
		{"Ana Silva and Piet Boom held technical-level talks in May 2030.", "technical-level", false, false},
		{"Portugal and the Netherlands resumed talks at a technical level.", "technical-level", false, false},
		{"No presidential-level talks between Portugal and the Netherlands are planned.", "presidential-level", false, true},
		{"Ana Silva has no plans to meet Piet Boom.", "", false, true},
		{"Ana Silva does not plan to meet Piet Boom.", "", false, true},
		{"A meeting between Ana Silva and Piet Boom is not scheduled.", "", false, true},
		{"Ana Silva denied that she had met Piet Boom.", "", false, false},
		{"Ana Silva cancelled her meeting with Piet Boom.", "", false, false},
	} {
		_, f := only(t, c.text)
		if f.Qualifier != c.qualifier || f.Several != c.several || f.DeniesPlan != c.noPlan {
			t.Errorf("%s: got %q, several %t, no plan %t", c.text, f.Qualifier, f.Several, f.DeniesPlan)
		}
	}
}
