package who

import (
	"cmp"
	"slices"

	"dateline/graph"
	"dateline/loader/grammar"
	"dateline/loader/language"
)

// Mention is a place in the text that names or refers to a member.
type Mention struct {
	Span   language.Span     // the phrase without title and appositive words; nominals: the noun phrase
	Head   int               // its head token
	Form   graph.MentionForm // NAME, NOMINAL, PRONOUN
	Member int               // index in Members, -1 unresolved
	Place  int               // for a name used as a location: index of its PLACE member, which Member is too; else -1
}

// nameMention returns the mention of a name.
func (r *roster) nameMention(span language.Span, member, place int) Mention {
	return Mention{Span: span, Head: grammar.SpanHead(r.parse, span), Form: graph.MentionName, Member: member, Place: place}
}

// nominalMention returns the mention of a noun phrase.
func nominalMention(span language.Span, head, member int) Mention {
	return Mention{Span: span, Head: head, Form: graph.MentionNominal, Member: member, Place: -1}
}

// pronounMention returns the mention of a pronoun.
func pronounMention(token, member int) Mention {
	return Mention{Span: language.Span{Start: token, End: token + 1}, Head: token, Form: graph.MentionPronoun, Member: member, Place: -1}
}

func isPronounMention(m Mention) bool { return m.Form == graph.MentionPronoun }

// mention adds a mention of a member, or of nobody known.
func (r *roster) mention(m Mention) {
	r.mentions = append(r.mentions, m)
	r.cover(len(r.mentions) - 1)
	if m.Member < 0 {
		return
	}
	d := &r.drafts[m.Member]
	if m.Form != graph.MentionPronoun {
		d.addForm(r.parse.Slice(m.Span))
	}
	d.spans = append(d.spans, r.spanOf(m))
}

// cover notes a mention at its tokens, except where a smaller one is.
func (r *roster) cover(index int) {
	span := r.mentions[index].Span
	for t := span.Start; t < span.End; t++ {
		if old := r.covering[t]; old < 0 || length(span) <= length(r.mentions[old].Span) {
			r.covering[t] = index
		}
	}
}

// sortMentions puts the mentions in the order of the text and looks them up anew.
func (r *roster) sortMentions() {
	slices.SortStableFunc(r.mentions, func(a, b Mention) int {
		return cmp.Or(a.Span.Start-b.Span.Start, b.Span.End-a.Span.End)
	})
	r.covering = noneFor(len(r.parse.Tokens))
	for index := range r.mentions {
		r.cover(index)
	}
}

// at returns the smallest resolved mention that covers the token.
func (r *roster) at(token int) (Mention, bool) {
	m, ok := r.anyAt(token)
	return m, ok && m.Member >= 0
}

// anyAt returns the smallest mention that covers the token, resolved or not.
func (r *roster) anyAt(token int) (Mention, bool) {
	if token < 0 || token >= len(r.covering) || r.covering[token] < 0 {
		return Mention{Member: -1, Place: -1}, false
	}
	return r.mentions[r.covering[token]], true
}

// headed returns the resolved mention whose head is the token.
func (r *roster) headed(token int) (Mention, bool) {
	m, ok := r.at(token)
	return m, ok && m.Head == token
}

// mentionsIn returns the resolved mentions of a sentence whose heads stand before a
// token.
func (r *roster) mentionsIn(sentence, before int) []Mention {
	var found []Mention
	for _, m := range r.mentions {
		if m.Member >= 0 && m.Head < before && r.parse.Tokens[m.Head].Sentence == sentence {
			found = append(found, m)
		}
	}
	return found
}

// mentionedBefore reports whether a member is mentioned before a token.
func (r *roster) mentionedBefore(d *draft, token int) bool {
	return slices.ContainsFunc(d.spans, func(s graph.MentionSpan) bool { return s.Start < r.parse.Tokens[token].Start })
}

// mentionedLately reports whether a member is mentioned before a token, in its
// sentence or at most so many before.
func (r *roster) mentionedLately(d *draft, token, sentences int) bool {
	first := r.parse.Sentences[max(r.parse.Tokens[token].Sentence-sentences, 0)].Start
	return slices.ContainsFunc(d.spans, func(s graph.MentionSpan) bool {
		return s.Start >= r.parse.Tokens[first].Start && s.Start < r.parse.Tokens[token].Start
	})
}

// spanOf returns a mention as the graph keeps it.
func (r *roster) spanOf(m Mention) graph.MentionSpan {
	return graph.MentionSpan{
		Text:  r.parse.Slice(m.Span),
		Form:  m.Form,
		Start: r.parse.Tokens[m.Span.Start].Start,
		End:   r.parse.Tokens[m.Span.End-1].End,
	}
}
