package who

import (
	"strings"

	"dateline/graph"
	"dateline/loader/language"
)

// phrase is a noun phrase of people or bodies: "his top adviser", "Kremlin officials".
type phrase struct {
	span      language.Span // with its determiner and "of" phrase
	head      int
	lemma     string // of the head
	noun      string // the head as written, in lower case
	bare      string // without determiner and possessor
	owner     int    // the member of its possessor or of a person's name before it, -1 for none
	possessor int    // a possessive pronoun's token, -1 for none
	part      int    // the member of a name that is a part of it, -1 for none
	state     *state // whose it is
	definite  bool
	plural    bool
}

func (p *phrase) mention(member int) Mention { return nominalMention(p.span, p.head, member) }

// isOfSomebody reports whether a phrase says whose it is.
func (p *phrase) isOfSomebody() bool { return p.state != nil || p.owner >= 0 || p.part >= 0 }

// isOneWord reports whether the bare phrase is just its noun.
func (p *phrase) isOneWord() bool { return len(strings.Fields(p.bare)) <= 1 }

// readPhrase reads the noun phrase of a head.
func (n *nominals) readPhrase(head int) phrase {
	r, possessed := n.readRole(head)
	p := phrase{
		span: r.span, head: head, lemma: n.names.lemma(head), noun: n.parse.Lower(head),
		owner: -1, possessor: r.possessor, part: r.of, state: r.state,
		definite: n.offices.isDefinite(r, head), plural: isPluralTag(n.parse.Tag(head)),
	}
	if p.possessor >= 0 {
		if m, ok := n.roster.at(p.possessor); ok {
			p.owner = m.Member
		}
	}
	if p.owner < 0 && p.part >= 0 && n.roster.drafts[p.part].kind == graph.KindPerson {
		p.owner = p.part
	}
	p.bare = n.bare(&p, possessed)
	return p
}

// readRole reads whose a phrase is as the role of its head, and the token after its
// possessor, -1 for none.
func (n *nominals) readRole(head int) (r role, possessed int) {
	r = role{span: n.names.nounPhrase(head), stateAt: -1, of: -1, possessor: -1, head: n.names.lemma(head)}
	possessed = -1
	for i := r.span.Start; i < head; i++ {
		switch {
		case n.parse.Tag(i) == "PRP$":
			r.possessor, possessed = i, i+1
		case n.parse.Tag(i) == "POS":
			possessed = i + 1
		case n.names.at[i] >= 0:
			n.offices.ownerOf(&r, i)
		}
	}
	n.offices.readComplement(&r, head)
	return r, possessed
}

// bare returns the words of a phrase without its determiners, and without its possessor
// where that is a member.
func (n *nominals) bare(p *phrase, possessed int) string {
	start := p.span.Start
	for start < p.head && isDeterminer(n.parse, start) {
		start++
	}
	if possessed > start && possessed <= p.head && p.owner >= 0 {
		start = possessed
	}
	words := strings.Fields(n.parse.Slice(language.Span{Start: start, End: p.span.End}))
	return strings.TrimLeft(strings.Join(words, " "), "-–—'\"“‘ ")
}
