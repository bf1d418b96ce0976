package evidence

import (
	"slices"
	"strings"

	"dateline/graph"
	"dateline/loader/grammar"
)

// listed returns a phrase and its conjuncts. In "Okoro, Lim and Silva" the parser may
// take Lim and Silva for an apposition of Okoro.
func listed(a *Article, token int) []int {
	all := append(a.Conjuncts(token), besideComma(a, token)...)
	first, ok := a.MentionAt(token)
	if !ok || first.Form != graph.MentionName {
		return append(all, joinedToName(a, token)...)
	}
	for _, apposed := range a.Children(token, "appos") {
		joined := a.Conjuncts(apposed)
		m, ok := a.MentionAt(apposed)
		if !ok || len(joined) < 2 || m.Form != graph.MentionName || m.Member == first.Member || a.Member(m.Member).Kind != a.Member(first.Member).Kind {
			continue
		}
		all = append(all, joined...)
	}
	return all
}

// maxListed is how many states may stand for the people of a plural role; more are a
// group of their own. A judgement.
const maxListed = 3

// listedStates returns the states of "the ministers of Chad, Oman and Togo" if the parser
// coordinated the last two with the ministers; false for other phrases.
func listedStates(a *Article, token int) (states []int, ok bool) {
	tag := a.Tag(token)
	_, named := a.MentionAt(token)
	if named || tag != "NNS" && tag != "NNPS" && !(tag == "NNP" && strings.HasSuffix(a.Lower(token), "s")) {
		return nil, false
	}
	of := a.ObjectsOf(token, "of")
	joined := a.Conjuncts(token)[1:]
	if len(of) != 1 || len(joined) == 0 {
		return nil, false
	}
	for _, t := range append(a.Conjuncts(of[0][0]), joined...) {
		state, ok := a.StateOf(t)
		if !ok && (t != of[0][0] || len(joined) < 2) || a.Tokens[t].POS == "ADJ" {
			return nil, false
		}
		if ok {
			states = append(states, state)
		}
	}
	return states, true
}

// joinedToName returns the conjuncts of a name in apposition to a role: Lim in "the
// chairman, Okoro, and the minister, Lim".
func joinedToName(a *Article, token int) []int {
	if !a.IsNoun(token) {
		return nil
	}
	for _, apposed := range a.Children(token, "appos") {
		if person := a.PersonAt(apposed); person >= 0 {
			return a.Conjuncts(apposed)[1:]
		}
	}
	return nil
}

// namedAfterList returns the person in apposition to the last role of a list if the
// parser hung the name on the first one: Lim for "counterpart" in "Okoro and her
// counterpart, Lim, met"; -1 for other phrases.
func namedAfterList(a *Article, token int) int {
	tag := a.Tag(token)
	if _, named := a.MentionAt(token); named || a.Dep(token) != "conj" || tag != "NN" && tag != "NNP" {
		return -1
	}
	_, end := a.Subtree(token)
	for _, apposed := range a.Children(a.Head(token), "appos") {
		first, _ := a.Subtree(apposed)
		if person := a.PersonAt(apposed); person >= 0 && first == end+1 && a.Tokens[end].Text == "," {
			return person
		}
	}
	return -1
}

// coordinatedBefore returns the people named before the head of a phrase that the parser
// took for one name, as in "Okoro and envoy Lim": those whose names end before "and" or a
// comma.
func coordinatedBefore(a *Article, head int) []int {
	m, ok := a.MentionAt(head)
	if !ok || m.Form != graph.MentionName {
		return nil
	}
	first, _ := a.Subtree(head)
	var found []int
	joined := false
	for i := head; i > first && i >= head-24; i-- {
		token := a.Tokens[i]
		if a.IsVerb(i) || token.Tag == "IN" && token.Text != "of" || token.Tag == "POS" {
			break
		}
		joined = joined || token.Tag == "CC"
		if token.Tag != "CC" && token.Text != "," {
			continue
		}
		before, ok := a.MentionAt(i - 1)
		if !joined || !ok || before.Form != graph.MentionName || before.Span.End != i {
			continue
		}
		if before.Member != m.Member && a.Member(before.Member).Kind == a.Member(m.Member).Kind {
			found = append(found, before.Member)
		}
	}
	slices.Reverse(found)
	return found
}

// partyInRun returns the party of a phrase. In a run of nouns that the parser broke, such
// as "and Chad envoy Ada Lim" headed by Chad, it is the name that ends the run.
func partyInRun(a *Article, token int, exclude []int) []int {
	if person := namedAfterList(a, token); person >= 0 {
		return Without([]int{person}, exclude)
	}
	last := token
	_, end := a.Subtree(token)
	if a.Dep(token) == "conj" {
		for end <= last+1 && last+1 < len(a.Tokens) && a.IsNoun(last+1) && a.Head(last+1) != token && a.TimeAt(last+1) == nil && a.Dep(last) != "pobj" {
			last++
		}
	}
	if a.TimeAt(token) != nil && a.IsNoun(token) {
		last = nameAfterTime(a, token) // "with September 11 widow Ada Lim"
	}
	if last > token {
		if person := a.PersonAt(last); person >= 0 && !slices.Contains(exclude, person) {
			return []int{person}
		}
	}
	return a.Party(token, exclude)
}

// nameAfterTime returns the last token of a name that ends a run of nouns which a time
// begins, "with September 11 widow Ada Lim"; else the token itself.
func nameAfterTime(a *Article, token int) int {
	nouns := false
	for t := token + 1; t < min(token+9, len(a.Tokens)); t++ {
		if a.TimeAt(t) != nil {
			continue
		}
		if !a.IsNoun(t) {
			break
		}
		if m, ok := a.MentionAt(t); ok && nouns && m.Form == graph.MentionName && m.Span.End == t+1 {
			return t
		}
		nouns = true
	}
	return token
}

// besideComma returns the other name of a headline's subject that has a comma for "and":
// Lim for Okoro in "Okoro, Lim discuss fish", and Okoro for Lim. Nothing stands before the
// two names in their line, and the verb follows them without another comma.
func besideComma(a *Article, token int) []int {
	own, ok := a.MentionAt(token)
	if !ok || own.Form != graph.MentionName || a.Dep(token) == "appos" || a.Dep(token) == "conj" {
		return nil
	}
	segment := a.Segment(token)
	for _, comma := range []int{own.Span.End, phraseStart(a, token) - 1} {
		if comma <= segment.Start || comma+1 >= segment.End || a.Tokens[comma].Text != "," {
			continue
		}
		before, after := comma-1, nameEndAfter(a, comma+1)
		if after < 0 || isAsideOf(a, after) || phraseStart(a, before) > headlineStart(a, segment.Start) || after+1 >= segment.End || !a.IsVerb(after+1) && a.Lower(after+1) != "to" {
			continue
		}
		for _, t := range []int{before, after} {
			if m, ok := a.MentionAt(t); ok && m.Form == graph.MentionName && m.Member != own.Member && a.Member(m.Member).Kind == a.Member(own.Member).Kind {
				return []int{t}
			}
		}
	}
	return nil
}

// isAsideOf reports whether a name is followed by a verb of speech and a comma, so that it is
// only who says so: Lim in "Okoro, Lim said, left".
func isAsideOf(a *Article, name int) bool {
	const maxListener = 3 // tokens of "told reporters"
	verb := name + 1
	if verb >= len(a.Tokens) || !grammar.IsSpeech(a.Parse, verb) {
		return false
	}
	for i := verb + 1; i < min(verb+1+maxListener, len(a.Tokens)); i++ {
		if a.Tokens[i].Text == "," {
			return true
		}
	}
	return false
}

// phraseStart returns the first token of the run of nouns and adjectives that ends with a
// token.
func phraseStart(a *Article, token int) int {
	start := a.Segment(token).Start
	for token > start && (a.IsNoun(token-1) || a.Tokens[token-1].POS == "ADJ" || a.Tokens[token-1].POS == "PROPN" || grammar.IsDash(a.Tokens[token-1].Text) || a.Lower(token-1) == "the") {
		token--
	}
	return token
}

// headlineStart returns where the words of a headline begin after a label: "Exclusive:".
func headlineStart(a *Article, start int) int {
	if start+2 < len(a.Tokens) && a.Tokens[start+1].Text == ":" {
		return start + 2
	}
	return start
}

// nameEndAfter returns the last token of the first name in the run of nouns that begins at
// a token, -1 if no name ends the run.
func nameEndAfter(a *Article, from int) int {
	for t := from; t < min(from+maxNameRun, len(a.Tokens)); t++ {
		m, ok := a.MentionAt(t)
		if ok && m.Form == graph.MentionName && m.Span.End == t+1 && (t+1 == len(a.Tokens) || !a.IsNoun(t+1)) {
			return t
		}
		if !a.IsNoun(t) && a.Tokens[t].POS != "ADJ" && a.Tokens[t].POS != "PROPN" && !ok {
			return -1
		}
	}
	return -1
}

// maxNameRun bounds a name with its titles, in tokens. A judgement.
const maxNameRun = 10
