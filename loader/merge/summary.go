package merge

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/graph"
)

// phrasing is how one means reads: with a direction and without, as what took
// place and as what may yet.
type phrasing struct {
	directedPast, directedVerb string // "called", "call"
	mutualPast, mutualVerb     string // "spoke by phone", "speak by phone"
}

var phrasings = map[graph.Means]phrasing{
	graph.MeansCall:        {"called", "call", "spoke by phone", "speak by phone"},
	graph.MeansMeeting:     {"met", "meet", "met", "meet"},
	graph.MeansVisit:       {"visited", "visit", "met", "meet"},
	graph.MeansMessage:     {"wrote to", "write to", "exchanged messages", "exchange messages"},
	graph.MeansTalks:       {"held talks with", "hold talks with", "held talks", "hold talks"},
	graph.MeansUnspecified: {"contacted", "contact", "were in contact", "be in contact"},
}

// summary makes one sentence from an event's fields: who, how, whom, when; of a
// statement, also what, in the words of the quote. Entities are by their own IDs,
// as an event has them.
func summary(e *graph.Event, entities map[string]graph.Entity, quote string) string {
	if e.Type == graph.EventStatement {
		return sentence(statementSummary(e, entities) + when(e) + ": " + clip(quote))
	}
	return sentence(contactSummary(e, entities) + when(e) + ".")
}

func when(e *graph.Event) string {
	if e.Time == nil {
		return ""
	}
	return " " + timePhrase(e.Time.EDTF)
}

// sentence begins with a capital.
func sentence(text string) string {
	first, size := utf8.DecodeRuneInString(text)
	return string(unicode.ToUpper(first)) + text[size:]
}

// longestQuote is how much of a quote a summary holds, in code points.
const longestQuote = 160

func clip(quote string) string {
	line := strings.Join(strings.Fields(quote), " ")
	if runes := []rune(line); len(runes) > longestQuote {
		return strings.TrimSpace(string(runes[:longestQuote])) + "…"
	}
	return line
}

func statementSummary(e *graph.Event, entities map[string]graph.Entity) string {
	text := join(names(e, entities, graph.RoleSpeaker)) + " said"
	if audience := names(e, entities, graph.RoleAudience); len(audience) > 0 {
		text += " to " + join(audience)
	}
	return text
}

func contactSummary(e *graph.Event, entities map[string]graph.Entity) string {
	words, ok := phrasings[e.Means]
	if !ok {
		words = phrasings[graph.MeansUnspecified]
	}
	from := names(e, entities, graph.RoleInitiator)
	to := names(e, entities, graph.RoleRecipient)
	among := names(e, entities, graph.RoleParticipant)
	var sentence string
	if len(from) > 0 && len(to)+len(among) > 0 {
		sentence = phrase(e.Status, join(from), words.directedPast, words.directedVerb, " "+join(append(to, among...)))
	} else {
		sentence = phrase(e.Status, join(append(append(from, to...), among...)), words.mutualPast, words.mutualVerb, "")
	}
	if mediators := names(e, entities, graph.RoleMediator); len(mediators) > 0 {
		sentence += ", mediated by " + join(mediators)
	}
	if place := entities[e.PlaceID]; place != nil {
		sentence += " in " + place.Profile().Name
	}
	return sentence
}

// phrase puts who did what into the form that a status asks for.
func phrase(status graph.Status, who, past, verb, whom string) string {
	plural := strings.Contains(who, " and ")
	be := "is"
	if plural {
		be = "are"
	}
	switch status {
	case graph.StatusDenied:
		return fmt.Sprintf("it is denied that %s %s%s", who, past, whom)
	case graph.StatusDisputed:
		return fmt.Sprintf("it is disputed whether %s %s%s", who, past, whom)
	case graph.StatusPlanned:
		return fmt.Sprintf("%s %s to %s%s", who, be, verb, whom)
	case graph.StatusRequested:
		return fmt.Sprintf("it was asked or offered that %s %s%s", who, verb, whom)
	case graph.StatusHypothetical:
		return fmt.Sprintf("%s may %s%s", who, verb, whom)
	}
	return who + " " + past + whom
}

// names gives the parties in a role, envoys with whom they acted for.
func names(e *graph.Event, entities map[string]graph.Entity, role graph.Role) []string {
	var list []string
	for _, p := range e.Participants {
		entity := entities[p.EntityID]
		if p.Role != role || entity == nil {
			continue
		}
		name := entity.Profile().Name
		if behalf := entities[p.OnBehalfOfID]; behalf != nil && !strings.HasPrefix(name, behalf.Profile().Name) {
			name += " (for " + behalf.Profile().Name + ")"
		}
		list = append(list, name)
	}
	return list
}

// join makes "A", "A and B", "A, B and C".
func join(names []string) string {
	if len(names) == 0 {
		return "someone"
	}
	if len(names) == 1 {
		return names[0]
	}
	return strings.Join(names[:len(names)-1], ", ") + " and " + names[len(names)-1]
}

// timePhrase puts a time into English words.
func timePhrase(when graph.EDTF) string {
	about := ""
	if when.Approximate() {
		about = "about "
	}
	from, to := when.Earliest(), when.Latest()
	switch {
	case from == graph.MinDate && to == graph.MaxDate:
		return "at a time not told"
	case from == graph.MinDate:
		return "by " + about + day(to)
	case to == graph.MaxDate:
		return "since " + about + day(from)
	}
	switch when.Precision() {
	case graph.PrecisionDay:
		return "on " + about + day(from)
	case graph.PrecisionMonth:
		return fmt.Sprintf("in %s%s %d", about, from.Month, from.Year)
	case graph.PrecisionYear:
		return fmt.Sprintf("in %s%d", about, from.Year)
	case graph.PrecisionSeason:
		return fmt.Sprintf("in %s%s", about, seasonName(from))
	}
	return fmt.Sprintf("between %s%s and %s", about, day(from), day(to))
}

func day(d graph.Date) string { return fmt.Sprintf("%d %s %d", d.Day, d.Month, d.Year) }

func seasonName(start graph.Date) string {
	seasons := map[int]string{3: "spring", 6: "summer", 9: "autumn", 12: "winter"}
	return fmt.Sprintf("the %s of %d", seasons[int(start.Month)], start.Year)
}
