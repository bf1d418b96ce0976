package contact

import (
	"slices"

	"dateline/graph"
	"dateline/loader/grammar"
	"dateline/loader/what/evidence"
)

// replyContact returns the contact of who answers the one told last, in the same or the next
// sentence: "Lim wrote to Okoro, and he wrote back", "Okoro returned the call". Nil for none.
func replyContact(a *evidence.Article, i int, drafts []*draft) *draft {
	if !a.IsVerb(i) || len(drafts) == 0 {
		return nil
	}
	last := drafts[len(drafts)-1]
	if a.Tokens[i].Sentence-a.Tokens[last.trigger].Sentence > 1 || len(actorsOf(last)) != 2 {
		return nil
	}
	means := meansOfReply(a, i)
	first := a.PartiesOf(a.Subjects(i), nil)
	other := evidence.Without(actorsOf(last), first)
	if means == "" || len(first) != 1 || len(other) != 1 {
		return nil
	}
	return &draft{trigger: i, carrier: i, means: means, direction: outward, first: first, second: other, sender: -1, place: -1, inferred: true, another: true}
}

// meansOfReply returns by what means a verb says that somebody answers: by letter of "wrote
// back", by phone of "returned her call"; "" for other verbs.
func meansOfReply(a *evidence.Article, verb int) graph.Means {
	objects := a.Children(verb, "dobj", "dative")
	if back := a.Children(verb, "advmod", "prt"); len(objects) == 0 && slices.ContainsFunc(back, func(child int) bool { return returningWords[a.Lower(child)] }) {
		for _, sense := range verbsOf[a.Lemma(verb)] {
			if sense.Direction == outward && !sense.Means.IsVague() && !sense.Means.IsInPerson() {
				return sense.Means
			}
		}
	}
	if !returning[a.Lemma(verb)] {
		return ""
	}
	for _, object := range objects {
		if n := nounOf[a.Lemma(object)]; n != nil && n.Direction == outward && !isUtterance(n) && !n.Means.IsInPerson() && grammar.IsDefinite(a.Parse, object) {
			return n.Means
		}
	}
	return ""
}
