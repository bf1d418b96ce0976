package who

import (
	"slices"

	"dateline/graph"
)

// people clusters the names of people: full names first, then whom the single names
// mean.
type people struct {
	*clusters
	of    []int // per name: its member, -1 for other names and where several have it
	known []int // the members, in order of their first name
}

// people returns the member of each person's name.
func (c *clusters) people() []int {
	p := &people{clusters: c, of: noneFor(len(c.names.list))}
	for i, n := range c.names.list {
		if n.class != classPerson {
			continue
		}
		if name := readPersonName(c.parse, n.Span); len(name.words) > 1 {
			p.of[i] = p.fullName(name, c.names.genderBefore(n.Span))
		}
	}
	// Single names whose gender is known come first, as the number of people so far
	// tells whom the rest mean.
	p.singleNames(p.genderIsTold)
	p.singleNames(func(int) bool { return true })
	return p.of
}

// singleNames finds whom those of the single names mean that have no member yet.
func (p *people) singleNames(such func(name int) bool) {
	for i, n := range p.names.list {
		if n.class == classPerson && p.of[i] < 0 && such(i) {
			p.of[i] = p.singleName(i, readPersonName(p.parse, n.Span))
		}
	}
}

// genderIsTold reports whether a title or a pronoun tells the gender of a name.
func (p *people) genderIsTold(name int) bool {
	span := p.names.list[name].Span
	return p.names.genderBefore(span) != genderUnknown || p.names.genderAfter(span) != genderUnknown
}

// fullName returns the member of a full name: the first that it can be.
func (p *people) fullName(name *personName, title gender) int {
	for _, member := range p.known {
		d := &p.roster.drafts[member]
		if !samePerson(d.person, name) || !sameGender(d.gender, p.names.genderOfName(name)) {
			continue
		}
		if fuller(name, d.person) {
			d.person, d.name = name, name.written
		}
		return member
	}
	return p.newPerson(name, title)
}

func (p *people) newPerson(name *personName, title gender) int {
	if title == genderUnknown {
		title = p.names.genderOfName(name)
	}
	member := p.roster.member(keyOfName(graph.KindPerson, name.written), func() draft {
		return draft{kind: graph.KindPerson, name: name.written, holder: -1, person: name, gender: title}
	})
	p.known = append(p.known, member)
	return member
}

// singleName returns whom a single name means: the one person who has it as surname,
// or else as another name; -1 where several have it and nothing tells which.
func (p *people) singleName(index int, name *personName) int {
	title := p.names.genderBefore(p.names.list[index].Span)
	candidates, bySurname := p.candidates(name, title)
	if bySurname && title == genderUnknown && len(candidates) > 1 {
		title = p.names.genderAfter(p.names.list[index].Span)
		if agreeing := p.ofGender(candidates, title); len(agreeing) == 1 {
			return agreeing[0]
		}
	}
	switch len(candidates) {
	case 0:
		return p.newPerson(name, title)
	case 1:
		return candidates[0]
	}
	return p.mainBearer(index, candidates)
}

// candidates returns the people who have a single name as surname, or else those who
// have it as another name.
func (p *people) candidates(name *personName, title gender) (members []int, bySurname bool) {
	var others []int
	for _, member := range p.known {
		d := &p.roster.drafts[member]
		switch {
		case !sameGender(d.gender, title):
		case d.person.surname == name.surname:
			members = append(members, member)
		case len(d.person.words) > 1 && len(name.words) > 0 && slices.Contains(d.person.words, name.words[0]):
			others = append(others, member)
		}
	}
	if len(members) > 0 {
		return members, true
	}
	return others, false
}

// ofGender returns the candidates known to be of a gender.
func (p *people) ofGender(candidates []int, want gender) []int {
	var found []int
	for _, member := range candidates {
		if want != genderUnknown && p.roster.drafts[member].gender == want {
			found = append(found, member)
		}
	}
	return found
}

// mainBearer returns whom a name means that several have: the only one introduced so
// far, else the one named most often, else the one named right before.
func (p *people) mainBearer(index int, candidates []int) int {
	if member := p.onlyIntroduced(index, candidates); member >= 0 {
		return member
	}
	if member := p.mostNamed(candidates); member >= 0 {
		return member
	}
	return p.nearestBearer(index, candidates)
}

// onlyIntroduced returns the only candidate whose full name stands before a name, -1
// for none or several.
func (p *people) onlyIntroduced(index int, candidates []int) int {
	found, count := -1, 0
	for _, candidate := range candidates {
		if p.introduced(candidate, index) {
			found = candidate
			count++
		}
	}
	if count != 1 {
		return -1
	}
	return found
}

// introduced reports whether a full name of a member stands before a name.
func (p *people) introduced(member, index int) bool {
	for i := range index {
		if p.of[i] == member && length(p.names.list[i].Span) > 1 {
			return true
		}
	}
	return false
}

// mostNamed returns the candidate whom most names mean so far, -1 where two are equal.
func (p *people) mostNamed(candidates []int) int {
	counts := map[int]int{}
	for _, member := range p.of {
		counts[member]++
	}
	best, tie := candidates[0], false
	for _, candidate := range candidates[1:] {
		switch {
		case counts[candidate] > counts[best]:
			best, tie = candidate, false
		case counts[candidate] == counts[best] && candidate != best:
			tie = true
		}
	}
	if tie {
		return -1
	}
	return best
}

// nearestBearer returns the candidate named last before a name, in its sentence or the
// one before; -1 for none or several.
func (p *people) nearestBearer(index int, candidates []int) int {
	sentence := p.parse.Tokens[p.names.list[index].Start].Sentence
	found := -1
	for i := index - 1; i >= 0 && sentence-p.parse.Tokens[p.names.list[i].Start].Sentence <= 1; i-- {
		if !slices.Contains(candidates, p.of[i]) || p.of[i] == found {
			continue
		}
		if found >= 0 {
			return -1
		}
		found = p.of[i]
	}
	return found
}
