package roster

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

// NameMention returns the mention of a name.
func (r *Roster) NameMention(span language.Span, member, place int) Mention {
	return Mention{Span: span, Head: grammar.SpanHead(r.Parse, span), Form: graph.MentionName, Member: member, Place: place}
}

// NominalMention returns the mention of a noun phrase.
func NominalMention(span language.Span, head, member int) Mention {
	return Mention{Span: span, Head: head, Form: graph.MentionNominal, Member: member, Place: -1}
}

// PronounMention returns the mention of a pronoun.
func PronounMention(token, member int) Mention {
	return Mention{Span: language.Span{Start: token, End: token + 1}, Head: token, Form: graph.MentionPronoun, Member: member, Place: -1}
}

// AddMention adds a mention of a member, or of nobody known.
func (r *Roster) AddMention(m Mention) {
	r.Mentions = append(r.Mentions, m)
	r.cover(len(r.Mentions) - 1)
	if m.Member < 0 {
		return
	}
	d := &r.Drafts[m.Member]
	if m.Form != graph.MentionPronoun {
		d.AddForm(r.Parse.Slice(m.Span))
	}
	d.spans = append(d.spans, r.spanOf(m))
}

// cover notes a mention at its tokens, except where a smaller one is.
func (r *Roster) cover(index int) {
	span := r.Mentions[index].Span
	for t := span.Start; t < span.End; t++ {
		if old := r.covering[t]; old < 0 || span.Len() <= r.Mentions[old].Span.Len() {
			r.covering[t] = index
		}
	}
}

// sortMentions puts the mentions in the order of the text and looks them up anew.
func (r *Roster) sortMentions() {
	slices.SortStableFunc(r.Mentions, func(a, b Mention) int {
		return cmp.Or(a.Span.Start-b.Span.Start, b.Span.End-a.Span.End)
	})
	r.covering = slices.Repeat([]int{-1}, len(r.Parse.Tokens))
	for index := range r.Mentions {
		r.cover(index)
	}
}

// At returns the smallest resolved mention that covers the token.
func (r *Roster) At(token int) (Mention, bool) {
	m, ok := r.AnyAt(token)
	return m, ok && m.Member >= 0
}

// AnyAt returns the smallest mention that covers the token, resolved or not.
func (r *Roster) AnyAt(token int) (Mention, bool) {
	if token < 0 || token >= len(r.covering) || r.covering[token] < 0 {
		return Mention{Member: -1, Place: -1}, false
	}
	return r.Mentions[r.covering[token]], true
}

// Headed returns the resolved mention whose head is the token.
func (r *Roster) Headed(token int) (Mention, bool) {
	m, ok := r.At(token)
	return m, ok && m.Head == token
}

// MentionsIn returns the resolved mentions of a sentence whose heads stand before a
// token.
func (r *Roster) MentionsIn(sentence, before int) []Mention {
	var found []Mention
	for _, m := range r.Mentions {
		if m.Member >= 0 && m.Head < before && r.Parse.Tokens[m.Head].Sentence == sentence {
			found = append(found, m)
		}
	}
	return found
}

// MentionedBefore reports whether a member is mentioned before a token.
func (r *Roster) MentionedBefore(d *Draft, token int) bool {
	return slices.ContainsFunc(d.spans, func(s graph.MentionSpan) bool { return s.Start < r.Parse.Tokens[token].Start })
}

// MentionedLately reports whether a member is mentioned before a token, in its
// sentence or at most so many before.
func (r *Roster) MentionedLately(d *Draft, token, sentences int) bool {
	first := r.Parse.Sentences[max(r.Parse.Tokens[token].Sentence-sentences, 0)].Start
	return slices.ContainsFunc(d.spans, func(s graph.MentionSpan) bool {
		return s.Start >= r.Parse.Tokens[first].Start && s.Start < r.Parse.Tokens[token].Start
	})
}

// spanOf returns a mention as the graph keeps it.
func (r *Roster) spanOf(m Mention) graph.MentionSpan {
	return graph.MentionSpan{
		Text:  r.Parse.Slice(m.Span),
		Form:  m.Form,
		Start: r.Parse.Tokens[m.Span.Start].Start,
		End:   r.Parse.Tokens[m.Span.End-1].End,
	}
}
