package what

import (
	"slices"

	"dateline/graph"
	"dateline/loader/grammar"
	"dateline/loader/language"
	"dateline/loader/quote"
)

// minContent is how many tokens a statement's content has at least: less is no
// more than "he said so".
const minContent = 4

// statements is the rule for STATEMENT: somebody with a name says something, in
// direct or indirect speech.
func statements(r *reading) []finding {
	var found []finding
	seen := map[[2]int]bool{}
	for i := range r.Tokens {
		f, ok := r.statement(i)
		if !ok {
			f, ok = r.accordingStatement(i)
		}
		if !ok {
			continue
		}
		key := [2]int{r.Tokens[i].Sentence, f.participants[0].member}
		if !seen[key] {
			seen[key] = true
			found = append(found, f)
		}
	}
	return found
}

// statement reads the statement that a verb of speech tells of.
func (r *reading) statement(i int) (finding, bool) {
	if !grammar.IsSpeech(r.Parse, i) || !statementVerbs[r.Lemma(i)] || r.marks.At(i) >= 0 || grammar.IsIrrealis(r.Parse, i) || r.isUnderWay(i) {
		return finding{}, false
	}
	speaker := r.speakerOf(i)
	if speaker < 0 || r.isMedium(speaker) || r.isNameless(speaker) {
		return finding{}, false
	}
	span, ok := r.statementWords(i)
	if !ok {
		return finding{}, false
	}
	f := finding{
		trigger: i, status: graph.StatusAsserted, place: -1, quote: span,
		time:       r.timeOf(&contact{trigger: i, carrier: i}),
		confidence: 0.9,
	}
	for _, member := range r.allSpeakers(i, speaker) {
		f.participants = append(f.participants, participant{member, graph.RoleSpeaker, -1})
	}
	for _, member := range r.audience(i, speaker) {
		if !slices.ContainsFunc(f.participants, func(p participant) bool { return p.member == member }) {
			f.participants = append(f.participants, participant{member, graph.RoleAudience, -1})
		}
	}
	if teller := r.governingSpeaker(i); teller >= 0 && teller != speaker {
		f.sources = []int{teller}
	}
	if r.member(speaker).Nominal || !r.mentions(span, speaker, true) {
		f.confidence = 0.75 // a role phrase or a pronoun
	}
	return f, true
}

// accordingStatement reads the statement that "according to" tells of.
func (r *reading) accordingStatement(i int) (finding, bool) {
	if r.marks.At(i) >= 0 {
		return finding{}, false
	}
	a, ok := quote.AccordingTo(r.marks, i)
	if !ok {
		return finding{}, false
	}
	speaker := r.teller(a.Holder)
	if speaker < 0 || len(a.Content) < minContent {
		return finding{}, false
	}
	return finding{
		trigger: i, status: graph.StatusAsserted, place: -1, quote: r.whole(r.Segment(i)),
		participants: []participant{{speaker, graph.RoleSpeaker, -1}},
		confidence:   0.8,
	}, true
}

// teller returns the party that itself is said to tell something, -1 where it is a
// document, a medium or nobody with a name.
func (r *reading) teller(holder int) int {
	m, ok := r.cast.At(holder)
	if !ok || r.member(m.Member).Kind == graph.KindPlace || r.isMedium(m.Member) || r.isNameless(m.Member) {
		return -1
	}
	return m.Member
}

// allSpeakers returns those who say something together, the one first that
// pronouns would take up.
func (r *reading) allSpeakers(i, speaker int) []int {
	all := []int{speaker}
	for _, subject := range r.doers(i) {
		members := r.speakers(subject)
		if !slices.Contains(members, speaker) || r.Child(subject, "conj") < 0 {
			continue
		}
		for _, member := range members {
			if !slices.Contains(all, member) && !r.isMedium(member) && !r.isNameless(member) && r.member(member).Kind != graph.KindPlace {
				all = append(all, member)
			}
		}
	}
	return all
}

// isUnderWay reports whether a verb is one of promising in the progressive: "is
// pledging to" tells what somebody's policy is, not what was said.
func (r *reading) isUnderWay(verb int) bool {
	if r.Tag(verb) != "VBG" || !committing[r.Lemma(verb)] {
		return false
	}
	for _, child := range r.Children(verb, "aux") {
		if r.Lemma(child) == "be" {
			return true
		}
	}
	return false
}

// committing are verbs of which the progressive tells of a stance.
var committing = set("pledge promise vow maintain deny insist contend argue emphasize emphasise stress")

// isNameless reports whether a member is some people or someone whom the article
// gives no name and no tie to one: "experts", "an official".
func (r *reading) isNameless(member int) bool {
	m := r.member(member)
	return m.Nominal && (m.Kind == graph.KindOrganization || m.HolderID == "" && m.Country == "")
}

// statementVerbs are the verbs of speech whose subject makes a statement.
var statementVerbs = set(`say tell confirm announce add state write deny claim acknowledge declare note insist warn admit explain argue
	stress emphasize emphasise underline assert suggest remark reply respond tweet post reiterate maintain allege contend vow pledge
	promise conclude repeat affirm stipulate reason observe caution`)

// statementWords returns the words of a statement with its speech clause: the
// sentence, where it holds content enough.
func (r *reading) statementWords(i int) (language.Span, bool) {
	span := r.Segment(i)
	content := 0
	for _, child := range r.Children(i, "ccomp", "xcomp", "parataxis", "dobj") {
		if r.Dep(child) == "dobj" && !grammar.NominalSpeech[r.Lemma(i)] {
			continue // "told the host"
		}
		first, last := r.Subtree(child)
		content = max(content, last-first)
	}
	if head := r.Head(i); head != i && (r.Dep(i) == "parataxis" || r.Dep(i) == "ccomp" && grammar.IsAside(r.Parse, i, head)) {
		content = span.End - span.Start
	}
	for q, quoted := range r.marks.Spans {
		if r.quotes[q].cue != i || quoted.Start >= span.End || quoted.End < span.Start && !grammar.OnlySpace(r.Parse, quoted.End, span.Start) {
			continue
		}
		content = max(content, quoted.End-quoted.Start)
		span.Start = min(span.Start, quoted.Start) // “Will it sail?” Lim asked
	}
	return r.whole(span), content >= minContent
}

// audience returns whom a statement is made to, where it is a named party.
func (r *reading) audience(i, speaker int) []int {
	var found []int
	for _, object := range r.Children(i, "dobj", "dative") {
		if r.Lemma(i) == "tell" || r.Lemma(i) == "warn" {
			found = append(found, r.parties(object, []int{speaker})...)
		}
	}
	for _, objects := range r.ObjectsOf(i, "to") {
		found = append(found, r.partiesOf(objects, append(slices.Clone(found), speaker))...)
	}
	return found
}
