package who

import (
	"dateline/graph"
)

// castPeople makes drafts of the people with full names, then finds whom the
// single names mean. It gives the member of each name, -1 for other names.
func (c *clusters) castPeople() []int {
	of := noneFor(len(c.names.list))
	var people []int
	for i, n := range c.names.list {
		if n.class != classPerson {
			continue
		}
		p := readPersonName(c.doc, n.Span)
		if len(p.words) < 2 {
			continue
		}
		of[i] = c.castFullName(p, c.names.genderBefore(n.Span), &people)
	}
	// Those whom something tells come first: their number tells whom the rest mean.
	for _, pass := range []func(int) bool{c.isTold, func(int) bool { return true }} {
		for i, n := range c.names.list {
			if n.class == classPerson && of[i] < 0 && pass(i) {
				of[i] = c.castSingleName(i, readPersonName(c.doc, n.Span), of, &people)
			}
		}
	}
	return of
}

// isTold reports whether a title or a pronoun tells the gender of a single name.
func (c *clusters) isTold(index int) bool {
	span := c.names.list[index].Span
	return c.names.genderBefore(span) != genderUnknown || c.names.genderAfter(span) != genderUnknown
}

func (c *clusters) castFullName(p *personName, title gender, people *[]int) int {
	for _, index := range *people {
		d := &c.roster.drafts[index]
		if !samePerson(d.people, p) || !sameGender(d.gender, c.names.genderOfName(p)) {
			continue
		}
		if fuller(p, d.people) {
			d.people, d.name = p, p.written
		}
		return index
	}
	return c.newPerson(p, title, people)
}

func (c *clusters) newPerson(p *personName, title gender, people *[]int) int {
	if g := c.names.genderOfName(p); g != genderUnknown && title == genderUnknown {
		title = g
	}
	index := c.roster.draftOf(key(graph.KindPerson, p.written), func() draft {
		return draft{kind: graph.KindPerson, name: p.written, holder: -1, people: p, gender: title}
	})
	*people = append(*people, index)
	return index
}

// castSingleName finds whom a single name means: the one person who bears it as
// surname, or else as first name.
func (c *clusters) castSingleName(index int, p *personName, of []int, people *[]int) int {
	title := c.names.genderBefore(c.names.list[index].Span)
	var bySurname, byOther []int
	for _, i := range *people {
		d := &c.roster.drafts[i]
		if !sameGender(d.gender, title) {
			continue
		}
		switch {
		case d.people.surname == p.surname:
			bySurname = append(bySurname, i)
		case len(d.people.words) > 1 && (d.people.words[0] == p.words0() || contains(d.people.words[1:], p.words0())):
			byOther = append(byOther, i)
		}
	}
	if title == genderUnknown && len(bySurname) > 1 {
		title = c.names.genderAfter(c.names.list[index].Span)
		if agreeing := c.ofGender(bySurname, title); len(agreeing) == 1 {
			return agreeing[0]
		}
	}
	candidates := bySurname
	if len(candidates) == 0 {
		candidates = byOther
	}
	switch len(candidates) {
	case 0:
		return c.newPerson(p, title, people)
	case 1:
		return candidates[0]
	}
	return c.mainBearer(index, candidates, of)
}

// ofGender returns the candidates known to be of a gender.
func (c *clusters) ofGender(candidates []int, want gender) []int {
	var found []int
	for _, i := range candidates {
		if want != genderUnknown && c.roster.drafts[i].gender == want {
			found = append(found, i)
		}
	}
	return found
}

// mainBearer picks whom a name means that several bear: the only one introduced
// so far, else the one with more full names; none where they are equal.
func (c *clusters) mainBearer(index int, candidates []int, of []int) int {
	before, total := map[int]int{}, map[int]int{}
	for i, draft := range of {
		if draft < 0 {
			continue
		}
		total[draft]++
		if i < index && length(c.names.list[i].Span) > 1 {
			before[draft]++
		}
	}
	best, introduced := -1, 0
	for _, candidate := range candidates {
		if before[candidate] > 0 {
			introduced++
			best = candidate
		}
	}
	if introduced == 1 {
		return best
	}
	best = -1
	tie := false
	for _, candidate := range candidates {
		switch {
		case best < 0 || total[candidate] > total[best]:
			best, tie = candidate, false
		case total[candidate] == total[best] && candidate != best:
			tie = true
		}
	}
	if tie {
		return c.nearestBearer(index, candidates, of)
	}
	return best
}

// nearestBearer returns the candidate named last before the name, where the name
// follows on it in the same or the previous sentence.
func (c *clusters) nearestBearer(index int, candidates []int, of []int) int {
	sentence := c.doc.Tokens[c.names.list[index].Start].Sentence
	found := -1
	for i := index - 1; i >= 0 && sentence-c.doc.Tokens[c.names.list[i].Start].Sentence <= 1; i-- {
		for _, candidate := range candidates {
			if of[i] != candidate || found == candidate {
				continue
			}
			if found >= 0 {
				return -1
			}
			found = candidate
		}
	}
	return found
}
