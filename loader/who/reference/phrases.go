package reference

import (
	"strings"

	"dateline/graph"
	"dateline/loader/grammar"
	"dateline/loader/language"
	"dateline/loader/who/names"
	"dateline/loader/who/roster"
	"dateline/loader/who/vocabulary"
)

// phrase is a noun phrase of people or bodies: "his top adviser", "Kremlin officials".
type phrase struct {
	span      language.Span // with its determiner and "of" phrase
	head      int
	lemma     string            // of the head
	noun      string            // the head as written, in lower case
	bare      string            // without determiner and possessor
	owner     int               // the member of its possessor or of a person's name before it, -1 for none
	possessor int               // a possessive pronoun's token, -1 for none
	part      int               // the member of a name that is a part of it, -1 for none
	state     *vocabulary.State // whose it is
	definite  bool
	plural    bool
}

func (p *phrase) mention(member int) roster.Mention {
	return roster.NominalMention(p.span, p.head, member)
}

// isOfSomebody reports whether a phrase says whose it is.
func (p *phrase) isOfSomebody() bool { return p.state != nil || p.owner >= 0 || p.part >= 0 }

// isOneWord reports whether the bare phrase is just its noun.
func (p *phrase) isOneWord() bool { return len(strings.Fields(p.bare)) <= 1 }

// readPhrase reads the noun phrase of a head.
func (n *nominals) readPhrase(head int) phrase {
	r, possessed := n.readRole(head)
	p := phrase{
		span: r.Span, head: head, lemma: n.names.Lemma(head), noun: n.parse.Lower(head),
		owner: -1, possessor: r.Possessor, part: r.Of, state: r.State,
		definite: n.offices.IsDefinite(r, head), plural: grammar.IsPluralNoun(n.parse, head),
	}
	if p.possessor >= 0 {
		if m, ok := n.roster.At(p.possessor); ok {
			p.owner = m.Member
		}
	}
	if p.owner < 0 && p.part >= 0 && n.roster.Drafts[p.part].Kind == graph.KindPerson {
		p.owner = p.part
	}
	p.bare = n.bare(&p, possessed)
	return p
}

// readRole reads whose a phrase is as the role of its head, and the token after its
// possessor, -1 for none.
func (n *nominals) readRole(head int) (r roster.Role, possessed int) {
	r = roster.Role{Span: n.names.NounPhrase(head), StateAt: -1, Of: -1, Possessor: -1, Head: n.names.Lemma(head)}
	possessed = -1
	for i := r.Span.Start; i < head; i++ {
		switch {
		case n.parse.Tag(i) == "PRP$":
			r.Possessor, possessed = i, i+1
		case n.parse.Tag(i) == "POS":
			possessed = i + 1
		case n.names.IsNamed(i):
			n.offices.OwnerOf(&r, i)
		}
	}
	n.offices.ReadComplement(&r, head)
	return r, possessed
}

// bare returns the words of a phrase without its determiners, and without its possessor
// where that is a member.
func (n *nominals) bare(p *phrase, possessed int) string {
	start := p.span.Start
	for start < p.head && names.IsDeterminer(n.parse, start) {
		start++
	}
	if possessed > start && possessed <= p.head && p.owner >= 0 {
		start = possessed
	}
	words := strings.Fields(n.parse.Slice(language.Span{Start: start, End: p.span.End}))
	return strings.TrimLeft(strings.Join(words, " "), "-–—'\"“‘ ")
}

// maxAfter is how many words after a phrase may say which people are meant. A judgement.
const maxAfter = 6

// whole returns the words of a phrase with its determiners, and with the adjective or
// participle after it that says which people are meant: "two people familiar with the
// matter".
func (n *nominals) whole(p *phrase) string {
	span := p.span
	for _, child := range n.parse.Children(p.head, "amod", "acl") {
		if first, end := n.parse.Subtree(child); first == span.End && child == first && end-first <= maxAfter {
			span.End = end
		}
	}
	return n.parse.Slice(span)
}
