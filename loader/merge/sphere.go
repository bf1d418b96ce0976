package merge

import (
	"strings"

	"dateline/graph"
)

// Spheres in which a person can hold an office. Nobody of one name is a minister
// and a chief executive unless an article says so.
const (
	sphereUnknown = ""
	sphereState   = "state"
	sphereCompany = "company"
	sphereSport   = "sport"
	sphereSeveral = "several" // one article tells of offices in several
)

// sphereWords are words and phrases of titles, folded, that belong to one sphere
// alone: of a president or a director nothing can be told.
var sphereWords = map[string][]string{
	sphereState: {"minister", "premier", "senator", "representative", "congressman", "congresswoman", "lawmaker", "governor", "ambassador",
		"mayor", "secretary of state", "secretary of defense", "president of the united states", "envoy", "member of parliament"},
	sphereCompany: {"chief executive", "ceo", "chief financial officer", "cfo", "chief operating officer", "coo", "managing director"},
	sphereSport:   {"striker", "midfielder", "goalkeeper", "quarterback", "footballer", "winger", "head coach", "pitcher", "linebacker", "batsman", "sprinter"},
}

// spheres tells those of titles, each looked up once.
type spheres map[string]string

func (s spheres) of(positions []graph.Position) string {
	found := sphereUnknown
	for _, p := range positions {
		sphere, known := s[p.Title]
		if !known {
			sphere = sphereOf(p.Title)
			s[p.Title] = sphere
		}
		switch {
		case sphere == sphereUnknown || sphere == found:
		case found == sphereUnknown:
			found = sphere
		default:
			return sphereSeveral
		}
	}
	return found
}

func sphereOf(title string) string {
	folded, found := " "+graph.Fold(title)+" ", sphereUnknown
	for sphere, list := range sphereWords {
		for _, words := range list {
			if !strings.Contains(folded, " "+words+" ") {
				continue
			}
			if found != sphereUnknown && found != sphere {
				return sphereSeveral
			}
			found = sphere
		}
	}
	return found
}

// sameSphere reports whether one person can be in both.
func sameSphere(a, b string) bool {
	return a == b || a == sphereUnknown || b == sphereUnknown || a == sphereSeveral || b == sphereSeveral
}
