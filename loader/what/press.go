package what

import (
	"slices"
	"strings"

	"dateline/graph"
)

// isPress reports whether a phrase is of the press or the public.
func (r *reading) isPress(token int) bool {
	if press[r.Lemma(token)] || press[r.Lower(token)] {
		return true
	}
	if m, ok := r.cast.At(token); ok && r.isMedium(m.Member) {
		return true
	}
	for _, objects := range r.ObjectsOf(token, "of", "from", "with") {
		if m, ok := r.cast.At(objects[0]); ok && r.member(m.Member).OrganizationKind == graph.OrganizationMedia && r.member(m.Member).Kind == graph.KindOrganization {
			return true // "Ada Lim of Radio North"
		}
	}
	for _, child := range r.Children(token, "compound", "poss", "nmod", "appos") {
		if r.Tag(child) == "NN" && asking[r.Lower(child)] {
			return true // "radio host Ada Lim"
		}
		if m, ok := r.cast.At(child); ok && m.Head == child && r.member(m.Member).OrganizationKind == graph.OrganizationMedia {
			return true
		}
	}
	return false
}

// isAsker reports whether a member is one who asks for a living: by an office, or
// where the article names the medium beside the name.
func (r *reading) isAsker(member int) bool {
	m := r.member(member)
	if m.Kind != graph.KindPerson {
		return false
	}
	for _, position := range m.Positions {
		for _, word := range words(strings.ToLower(position.Title)) {
			switch {
			case heading[word] || word == "former":
				return false
			case interviewing[word]:
				return true
			}
		}
	}
	for _, mention := range r.cast.Mentions {
		if mention.Member == member && mention.Form == graph.MentionName && (r.isIntroducedAsAsker(mention.Head) || r.ofMedium(mention.Span.Start)) {
			return true
		}
	}
	return false
}

// isIntroducedAsAsker reports whether a noun of asking stands before a name: "radio
// host Ada Lim".
func (r *reading) isIntroducedAsAsker(head int) bool {
	if m, ok := r.cast.At(head); ok && m.Span.Start > 0 {
		if before := r.Tokens[m.Span.Start-1]; before.Tag == "NN" && interviewing[before.Text] {
			return true
		}
	}
	return slices.ContainsFunc(r.Children(head, "compound", "nmod"), func(child int) bool {
		return r.Tag(child) == "NN" && interviewing[r.Lower(child)]
	})
}

// interviewing are the nouns of those who ask questions on the air or in print.
var interviewing = set("reporter journalist correspondent anchor host interviewer presenter broadcaster moderator")

// heading are nouns of those who head a medium rather than ask for it.
var heading = set("chairman ceo president owner founder publisher chief executive director proprietor mogul")

// ofMedium reports whether the name of a medium owns the phrase that starts with a
// token: "Skylight TV's Ada Lim".
func (r *reading) ofMedium(start int) bool {
	if start < 2 || r.Tag(start-1) != "POS" {
		return false
	}
	m, ok := r.cast.At(start - 2)
	return ok && r.isMedium(m.Member)
}

// isBeforePublic reports whether the place where something is said is one where all
// listen: "on the panel, A asked B".
func (r *reading) isBeforePublic(verb int) bool {
	return slices.ContainsFunc(r.ObjectsOf(verb, "on", "in", "at", "during"), func(objects []int) bool {
		return publicOccasions[r.Lemma(objects[0])]
	})
}

// sitsInCourt reports whether a member is a judge, who asks and is told things before
// the public of a court.
func (r *reading) sitsInCourt(member int) bool {
	return slices.ContainsFunc(r.member(member).Positions, func(position graph.Position) bool {
		return slices.ContainsFunc(words(strings.ToLower(position.Title)), func(word string) bool { return judges[word] })
	})
}

var judges = set("judge magistrate")

// publicOccasions are nouns of what is said before listeners.
var publicOccasions = set("panel debate hearing show programme broadcast podcast trial rally interview")

// isForum reports whether a member is a body before which one testifies: "told the
// Senate committee".
func (r *reading) isForum(member int) bool {
	m := r.member(member)
	fields := words(strings.ToLower(m.Name))
	return m.Kind == graph.KindOrganization && !slices.Contains(fields, "white") && slices.ContainsFunc(fields, func(word string) bool { return forums[word] })
}

// isOutlet reports whether a member is a body of no known kind with a bare name, which
// those who tell it something mostly tell the public: "told Skylight".
func (r *reading) isOutlet(member int) bool {
	m := r.member(member)
	fields := words(strings.ToLower(m.Name))
	return m.Kind == graph.KindOrganization && m.OrganizationKind == graph.OrganizationOther && !m.Nominal && len(fields) < 4 && !slices.ContainsFunc(fields, func(word string) bool { return bodyWords[word] }) && strings.ToUpper(m.Name) != m.Name
}

// forums are words in the names of bodies that hear people in public.
var forums = set("committee subcommittee commission parliament assembly senate house congress council tribunal court inquiry panel jury")

// bodyWords are words in the names of bodies that one tells something for their own
// use.
var bodyWords = set("union party police department ministry office bureau agency service embassy army force foundation fund bank association federation board team university campaign administration government staff group nations nation organization organisation alliance league")

// isMedium reports whether a member is a newspaper, a broadcaster or the like: by
// its kind, or by the last word of its name.
func (r *reading) isMedium(member int) bool {
	m := r.member(member)
	if m.Kind != graph.KindOrganization {
		return false
	}
	return m.OrganizationKind == graph.OrganizationMedia || strings.Contains(m.Name, " ") && mastheads[lastWord(m.Name)]
}

// mastheads are last words of the names of newspapers and broadcasters.
var mastheads = set("times post news tribune herald journal gazette guardian globe star sentinel telegraph observer chronicle courier inquirer examiner mirror radio tv television magazine today dispatch bulletin weekly show podcast broadcasting network")

// asking are the nouns of those who ask for a living.
var asking = set("reporter journalist correspondent anchor host interviewer columnist presenter broadcaster blogger commentator moderator")
