package graph

import "slices"

// Means is how the parties of a contact were in touch; empty for other events. To
// add one, see "a means" in docs/adding.md.
type Means string

// CALL is by phone or video; MEETING is face to face; VISIT is when one goes to the other's
// place; MESSAGE is a letter, mail, text or cable; TALKS is a negotiation or consultation
// whose medium is not given; UNSPECIFIED is anything else.
const (
	MeansNone        Means = ""
	MeansCall        Means = "CALL"
	MeansMeeting     Means = "MEETING"
	MeansVisit       Means = "VISIT"
	MeansMessage     Means = "MESSAGE"
	MeansTalks       Means = "TALKS"
	MeansUnspecified Means = "UNSPECIFIED"
)

// meansRow is everything about a means that matters when contacts are compared.
type meansRow struct {
	means     Means
	vagueness int  // 0 for a definite means
	inPerson  bool // the parties are in one place
	written   bool // the parties do not talk
}

// meansTable lists every means, in the schema's order.
var meansTable = []meansRow{
	{means: MeansCall},
	{means: MeansMeeting, inPerson: true},
	{means: MeansVisit, inPerson: true},
	{means: MeansMessage, written: true},
	{means: MeansTalks, vagueness: 1},
	{means: MeansUnspecified, vagueness: 2},
}

var meansList = listMeans()

func listMeans() []Means {
	list := make([]Means, len(meansTable))
	for i, row := range meansTable {
		list[i] = row.means
	}
	return list
}

// MeansKinds lists every means, in the schema's order.
func MeansKinds() []Means { return slices.Clone(meansList) }

func (m Means) row() meansRow {
	for _, row := range meansTable {
		if row.means == m {
			return row
		}
	}
	return meansRow{means: m}
}

// Vagueness orders means by how little they say: 0 for a definite one, 1 for TALKS
// and 2 for UNSPECIFIED.
func (m Means) Vagueness() int { return m.row().vagueness }

// IsVague reports whether a contact by m may have been by any other means.
func (m Means) IsVague() bool { return m.Vagueness() > 0 }

// IsInPerson reports whether the parties of a contact by m are in one place.
func (m Means) IsInPerson() bool { return m.row().inPerson }

// IsWritten reports whether the parties of a contact by m write rather than talk.
func (m Means) IsWritten() bool { return m.row().written }

// Compatible reports whether one contact can be described by both means: they are
// the same, or one is vague, or both are in person.
func (m Means) Compatible(other Means) bool {
	return m == other || m.IsVague() || other.IsVague() || m.IsInPerson() && other.IsInPerson()
}
