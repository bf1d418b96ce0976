package who

import (
	"strings"

	"dateline/graph"
	"dateline/loader/language"
	"dateline/loader/lexicon"
)

// titles reads the titles before the names of people.
func (o *offices) titles() {
	for i := range o.roster.mentions {
		m := o.roster.mentions[i]
		if m.Member < 0 || o.roster.drafts[m.Member].kind != graph.KindPerson {
			continue
		}
		if r, ok := o.titleBefore(m.Span); ok {
			o.actsForState(r)
			d := &o.roster.drafts[m.Member]
			d.roles = append(d.roles, r)
			d.addForm(o.titled(r, m))
		}
	}
}

// actsForState makes a member of the state whose office somebody has.
func (o *offices) actsForState(r role) {
	if r.state != nil && r.class != "" {
		o.roster.state(r.state)
	}
}

// titled returns a name with its title as one form.
func (o *offices) titled(r role, m Mention) string {
	start := r.span.Start
	for start < m.Span.Start && (o.parse.Tag(start) == "POS" || o.parse.Tokens[start].POS == "PUNCT") {
		start++
	}
	return strings.Replace(o.parse.Slice(language.Span{Start: start, End: m.Span.End}), ", ", " ", 1)
}

// maxTitle is how many tokens a title before a name can have: "German Federal Minister
// for Economic Affairs and Climate Action". Judgement.
const maxTitle = 12

// titleBefore reads the title that ends right before a name.
func (o *offices) titleBefore(span language.Span) (role, bool) {
	end := o.titleEnd(span.Start)
	if end > 0 && o.parse.Tag(end-1) == "IN" {
		return role{}, false // "a lawyer for X"
	}
	start := end
	for start > o.parse.SentenceOf(span.Start).Start && end-start < maxTitle && o.titleToken(start-1) {
		start--
	}
	return o.readRole(language.Span{Start: start, End: end}, end-1)
}

// titleEnd returns where a title before a name that begins at a token ends.
func (o *offices) titleEnd(name int) int {
	end := name
	if end > 1 && o.parse.Tokens[end-1].Text == "." && o.words.isHonorific(o.parse.Tokens[end-2].Text) {
		end-- // "Msgr ." as two tokens
	}
	if end > 1 && o.parse.Tokens[end-1].Text == "," && o.possessedOffice(end-2) {
		end-- // "France's foreign minister, Jean Martin,"
	}
	return end
}

// possessedOffice reports whether the token is an office's noun with a possessor.
func (o *offices) possessedOffice(token int) bool {
	return o.names.at[token] < 0 && o.words.isOfficeNoun(o.parse.Lower(token)) && o.parse.Child(token, "poss") >= 0
}

// titleToken reports whether a token can be of a title before a name.
func (o *offices) titleToken(i int) bool {
	token := o.parse.Tokens[i]
	if strings.Contains(token.Text, "\n") {
		return false
	}
	if index := o.names.at[i]; index >= 0 && token.Tag != "DT" && token.Tag != "CD" {
		// "Italy's", "Kremlin", "Russian", "Putin" before a role.
		return o.names.list[index].End == i+1 || i+1 < len(o.names.at) && o.names.at[i+1] == index
	}
	switch token.Tag {
	case "NN", "NNP", "JJ", "POS", "JJS", "NNPS", "JJR", "AFX":
		return token.POS != "PUNCT"
	case "HYPH":
		return i > 0 && !o.parse.Tokens[i-1].Space && !token.Space
	case "PRP$":
		return i+1 < len(o.parse.Tokens)
	case "VBG", "VBN":
		return titleParticiples[o.parse.Lower(i)]
	case "NNS":
		return i+1 < len(o.parse.Tokens) && o.parse.Tag(i+1) != "NNP"
	case "IN":
		return o.inOffice(i)
	case "DT", "CD":
		return false
	}
	return o.parse.Lower(i) == "then" || o.parse.Lower(i) == "ex"
}

// inOffice reports whether a preposition stands in an office's own name: "Secretary of
// State", "Minister for Europe", "Chief of Staff".
func (o *offices) inOffice(i int) bool {
	text := o.parse.Lower(i)
	if text != "of" && text != "for" || i == 0 || o.names.at[i-1] >= 0 {
		return false
	}
	return o.words.isOfficeNoun(o.names.lemma(i - 1))
}

// titleParticiples are the participles that stand in titles.
var titleParticiples = lexicon.Class("title-participle")
