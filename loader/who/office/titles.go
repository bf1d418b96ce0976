package office

import (
	"strings"

	"dateline/graph"
	"dateline/loader/language"
	"dateline/loader/lexicon"
	"dateline/loader/who/roster"
)

// titles reads the titles before the names of people.
type titles struct{ *Reader }

// read gives people the roles of the titles before their names.
func (o titles) read() {
	for i := range o.Roster.Mentions {
		m := o.Roster.Mentions[i]
		if m.Member < 0 || o.Roster.Drafts[m.Member].Kind != graph.KindPerson {
			continue
		}
		if r, ok := o.titleBefore(m.Span); ok {
			o.actsForState(r)
			d := &o.Roster.Drafts[m.Member]
			d.Roles = append(d.Roles, r)
			d.AddForm(o.titled(r, m))
		}
	}
}

// actsForState makes a member of the state whose office somebody has.
func (o *Reader) actsForState(r roster.Role) {
	if r.State != nil && r.Class != "" {
		o.Roster.State(r.State)
	}
}

// titled returns a name with its title as one form.
func (o titles) titled(r roster.Role, m roster.Mention) string {
	start := r.Span.Start
	for start < m.Span.Start && (o.Parse.Tag(start) == "POS" || o.Parse.Tokens[start].POS == "PUNCT") {
		start++
	}
	return strings.Replace(o.Parse.Slice(language.Span{Start: start, End: m.Span.End}), ", ", " ", 1)
}

// maxTitle is how many tokens a title before a name can have: "German Federal Minister
// for Economic Affairs and Climate Action". Judgement.
const maxTitle = 12

// titleBefore reads the title that ends right before a name.
func (o titles) titleBefore(span language.Span) (roster.Role, bool) {
	end := o.titleEnd(span.Start)
	if end > 0 && o.Parse.Tag(end-1) == "IN" {
		return roster.Role{}, false // "a lawyer for X"
	}
	start := end
	for start > o.Parse.SentenceOf(span.Start).Start && end-start < maxTitle && o.titleToken(start-1) {
		start--
	}
	return o.readRole(language.Span{Start: start, End: end}, end-1)
}

// titleEnd returns where a title before a name that begins at a token ends.
func (o titles) titleEnd(name int) int {
	end := name
	if end > 1 && o.Parse.Tokens[end-1].Text == "." && o.Words.IsHonorific(o.Parse.Tokens[end-2].Text) {
		end-- // "Msgr ." as two tokens
	}
	if end > 1 && o.Parse.Tokens[end-1].Text == "," && o.possessedOffice(end-2) {
		end-- // "France's foreign minister, Jean Martin,"
	}
	return end
}

// possessedOffice reports whether the token is an office's noun with a possessor.
func (o titles) possessedOffice(token int) bool {
	return !o.Names.IsNamed(token) && o.Words.IsOfficeNoun(o.Parse.Lower(token)) && o.Parse.Child(token, "poss") >= 0
}

// titleToken reports whether a token can be of a title before a name.
func (o titles) titleToken(i int) bool {
	token := o.Parse.Tokens[i]
	if strings.Contains(token.Text, "\n") {
		return false
	}
	if o.Names.IsNamed(i) && token.Tag != "DT" && token.Tag != "CD" {
		return true // "Italy's", "Kremlin", "Russian", "Putin" before a role
	}
	switch token.Tag {
	case "NN", "NNP", "JJ", "POS", "JJS", "NNPS", "JJR", "AFX":
		return token.POS != "PUNCT"
	case "HYPH":
		return i > 0 && !o.Parse.Tokens[i-1].Space && !token.Space
	case "PRP$":
		return i+1 < len(o.Parse.Tokens)
	case "VBG", "VBN":
		return titleParticiples[o.Parse.Lower(i)]
	case "NNS":
		return i+1 < len(o.Parse.Tokens) && o.Parse.Tag(i+1) != "NNP"
	case "IN":
		return o.inOffice(i)
	case "DT", "CD":
		return false
	}
	return o.Parse.Lower(i) == "then" || o.Parse.Lower(i) == "ex"
}

// inOffice reports whether a preposition stands in an office's own name: "Secretary of
// State", "Minister for Europe", "Chief of Staff".
func (o titles) inOffice(i int) bool {
	text := o.Parse.Lower(i)
	if text != "of" && text != "for" || i == 0 || o.Names.IsNamed(i-1) {
		return false
	}
	return o.Words.IsOfficeNoun(o.Names.Lemma(i - 1))
}

// titleParticiples are the participles that stand in titles.
var titleParticiples = lexicon.Class("title-participle")
