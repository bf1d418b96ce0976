package who

import (
	"strings"

	"dateline/graph"
	"dateline/loader/language"
)

// phrase is a noun phrase of people or bodies.
type phrase struct {
	span      language.Span // with its determiner and "of" phrase
	head      int
	bare      string // without determiner and possessor
	owner     int    // the member of its possessor or of a person's name before it, -1 for none
	possessor int    // a possessive pronoun's token, -1 for none
	state     *state
	definite  bool
	plural    bool
	noun      string
	part      int // member of an organization's name in it, -1 for none
}

func (p phrase) mention(member int) Mention {
	return Mention{Span: p.span, Head: p.head, Form: graph.MentionNominal, Member: member, Place: -1}
}

// readPhrase reads the noun phrase of a head.
func (n *nominals) readPhrase(head int) phrase {
	r := role{span: n.names.nounPhrase(head), stateAt: -1, of: -1, possessor: -1, head: n.names.lemma(head)}
	start := r.span.Start
	possessed := -1 // the token after the possessor
	for i := start; i < head; i++ {
		token := n.doc.Tokens[i]
		switch {
		case token.Tag == "PRP$":
			r.possessor, possessed = i, i+1
		case token.Tag == "POS":
			possessed = i + 1
		case n.names.at[i] >= 0:
			n.offices.ownerOf(&r, i)
		}
	}
	n.offices.readComplement(&r, head)
	p := phrase{span: r.span, head: head, owner: -1, possessor: r.possessor, state: r.state, noun: strings.ToLower(n.doc.Tokens[head].Text), part: -1}
	p.definite = n.offices.isDefinite(r, head)
	p.plural = n.doc.Tokens[head].Tag == "NNS" || n.doc.Tokens[head].Tag == "NNPS"
	if p.possessor >= 0 {
		if m, ok := n.roster.At(p.possessor); ok {
			p.owner = m.Member
		}
	}
	if r.of >= 0 {
		p.part = r.of
		if p.owner < 0 && n.roster.drafts[r.of].kind == graph.KindPerson {
			p.owner = r.of
		}
	}
	for start < head && n.parse.isDeterminer(start) {
		start++
	}
	if possessed > start && possessed <= head && p.owner >= 0 {
		start = possessed
	}
	p.bare = strings.TrimLeft(strings.Join(strings.Fields(n.doc.Slice(language.Span{Start: start, End: p.span.End})), " "), "-–—'\"“‘ ")
	return p
}
