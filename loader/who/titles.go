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
			if r.state != nil && r.class != "" {
				o.roster.state(r.state)
			}
			o.roster.drafts[m.Member].roles = append(o.roster.drafts[m.Member].roles, r)
			o.roster.drafts[m.Member].addForm(o.titled(r, m), false)
		}
	}
}

// titled returns a name with its title as one form.
func (o *offices) titled(r role, m Mention) string {
	start := r.span.Start
	for start < m.Span.Start && (o.doc.Tokens[start].Tag == "POS" || o.doc.Tokens[start].POS == "PUNCT") {
		start++
	}
	return strings.Replace(o.doc.Slice(language.Span{Start: start, End: m.Span.End}), ", ", " ", 1)
}

// titleBefore reads the title that ends right before a name.
func (o *offices) titleBefore(span language.Span) (role, bool) {
	end := span.Start
	if end > 1 && o.doc.Tokens[end-1].Text == "." && o.words.isHonorific(o.doc.Tokens[end-2].Text) {
		end-- // "Msgr ." as two tokens
	}
	if end > 0 && o.doc.Tokens[end-1].Text == "," && end > 1 && o.possessedOffice(end-2) {
		end-- // "France's foreign minister, Jean Martin,"
	}
	if end > 0 && o.doc.Tokens[end-1].Tag == "IN" {
		return role{}, false // "a lawyer for X"
	}
	start := end
	sentence := o.doc.SentenceOf(span.Start)
	for start > sentence.Start && end-start < 12 && o.titleToken(start-1) {
		start--
	}
	r, ok := o.readRole(language.Span{Start: start, End: end}, end-1)
	if !ok {
		return role{}, false
	}
	return r, true
}

// possessedOffice reports whether the token is an office's noun with a possessor or
// "the" before it.
func (o *offices) possessedOffice(token int) bool {
	if !o.words.isOfficeNoun(strings.ToLower(o.doc.Tokens[token].Text)) || o.names.at[token] >= 0 {
		return false
	}
	for _, child := range o.doc.Children(token) {
		if o.doc.Tokens[child].Dep == "poss" {
			return true
		}
	}
	return false
}

// titleToken reports whether a token can be of a title before a name.
func (o *offices) titleToken(i int) bool {
	token := o.doc.Tokens[i]
	if strings.Contains(token.Text, "\n") || token.Tag == "DT" || token.Tag == "CD" {
		return false
	}
	if index := o.names.at[i]; index >= 0 {
		// "Italy's", "Kremlin", "Russian", "Putin" before a role.
		return o.names.list[index].End == i+1 || i+1 < len(o.names.at) && o.names.at[i+1] == index
	}
	switch token.Tag {
	case "NN", "NNP", "JJ", "POS", "JJS", "NNPS", "JJR", "AFX":
		return token.POS != "PUNCT"
	case "HYPH":
		return i > 0 && !o.doc.Tokens[i-1].Space && !token.Space
	case "PRP$":
		return i+1 < len(o.doc.Tokens)
	case "VBG", "VBN":
		return titleParticiples[strings.ToLower(token.Text)]
	case "NNS":
		return i+1 < len(o.doc.Tokens) && o.doc.Tokens[i+1].Tag != "NNP"
	case "IN":
		return o.ofOffice(i)
	}
	return strings.ToLower(token.Text) == "then" || strings.ToLower(token.Text) == "ex"
}

// ofOffice reports whether a preposition stands in an office's own name:
// "Secretary of State", "Minister for Europe", "Chief of Staff".
func (o *offices) ofOffice(i int) bool {
	text := strings.ToLower(o.doc.Tokens[i].Text)
	if text != "of" && text != "for" || i == 0 || o.names.at[i-1] >= 0 {
		return false
	}
	return o.words.isOfficeNoun(o.names.lemma(i - 1))
}

// titleParticiples are the participles that stand in titles.
var titleParticiples = lexicon.Class("title-participle")
