package roster

import (
	"slices"

	"dateline/graph"
	"dateline/loader/who/names"
	"dateline/loader/who/vocabulary"
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
	p := &people{clusters: c, of: slices.Repeat([]int{-1}, len(c.names.List))}
	for i, n := range c.names.List {
		if n.Class != names.Person {
			continue
		}
		if name := names.ReadPersonName(c.parse, n.Span); len(name.Words) > 1 {
			p.of[i] = p.fullName(name, c.names.GenderBefore(n.Span))
		}
	}
	// Single names of a known gender come first: whom the rest mean depends on how many
	// people there are.
	p.singleNames(p.showsGender)
	p.singleNames(func(int) bool { return true })
	return p.of
}

// singleNames finds whom those of the single names mean that have no member yet.
func (p *people) singleNames(such func(name int) bool) {
	for i, n := range p.names.List {
		if n.Class == names.Person && p.of[i] < 0 && such(i) {
			p.of[i] = p.singleName(i, names.ReadPersonName(p.parse, n.Span))
		}
	}
}

// showsGender reports whether a title or a pronoun shows the gender of a name.
func (p *people) showsGender(name int) bool {
	span := p.names.List[name].Span
	return p.names.GenderBefore(span) != vocabulary.UnknownGender || p.names.GenderAfter(span) != vocabulary.UnknownGender
}

// fullName returns the member of a full name: the first that it can be.
func (p *people) fullName(name *names.PersonName, title vocabulary.Gender) int {
	for _, member := range p.known {
		d := &p.roster.Drafts[member]
		if !names.SamePerson(d.Person, name) || !vocabulary.SameGender(d.Gender, p.names.GenderOfName(name)) {
			continue
		}
		if names.IsFuller(name, d.Person) {
			d.Person, d.Name = name, name.Written
		}
		return member
	}
	return p.newPerson(name, title)
}

func (p *people) newPerson(name *names.PersonName, title vocabulary.Gender) int {
	if title == vocabulary.UnknownGender {
		title = p.names.GenderOfName(name)
	}
	member := p.roster.Member(keyOfName(graph.KindPerson, name.Written), func() Draft {
		return Draft{Kind: graph.KindPerson, Name: name.Written, Holder: -1, Person: name, Gender: title}
	})
	p.known = append(p.known, member)
	return member
}

// singleName returns whom a single name means: the one person who has it as surname,
// or else as another name; -1 where several have it and nothing tells which.
func (p *people) singleName(index int, name *names.PersonName) int {
	title := p.names.GenderBefore(p.names.List[index].Span)
	candidates, bySurname := p.candidates(name, title)
	if bySurname && title == vocabulary.UnknownGender && len(candidates) > 1 {
		title = p.names.GenderAfter(p.names.List[index].Span)
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
	return p.mainHolder(index, candidates)
}

// candidates returns the people who have a single name as surname, or else those who
// have it as another name.
func (p *people) candidates(name *names.PersonName, title vocabulary.Gender) (members []int, bySurname bool) {
	var others []int
	for _, member := range p.known {
		d := &p.roster.Drafts[member]
		switch {
		case !vocabulary.SameGender(d.Gender, title):
		case d.Person.Surname == name.Surname:
			members = append(members, member)
		case len(d.Person.Words) > 1 && len(name.Words) > 0 && slices.Contains(d.Person.Words, name.Words[0]):
			others = append(others, member)
		}
	}
	if len(members) > 0 {
		return members, true
	}
	return others, false
}

// ofGender returns the candidates known to be of a gender.
func (p *people) ofGender(candidates []int, want vocabulary.Gender) []int {
	var found []int
	for _, member := range candidates {
		if want != vocabulary.UnknownGender && p.roster.Drafts[member].Gender == want {
			found = append(found, member)
		}
	}
	return found
}

// mainHolder returns whom a name means that several have: the only one introduced so
// far, else the one named most often, else the one named right before.
func (p *people) mainHolder(index int, candidates []int) int {
	if member := p.onlyIntroduced(index, candidates); member >= 0 {
		return member
	}
	if member := p.mostNamed(candidates); member >= 0 {
		return member
	}
	return p.nearestHolder(index, candidates)
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
		if p.of[i] == member && p.names.List[i].Len() > 1 {
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

// nearestHolder returns the candidate named last before a name, in its sentence or the
// one before; -1 for none or several.
func (p *people) nearestHolder(index int, candidates []int) int {
	sentence := p.parse.Tokens[p.names.List[index].Start].Sentence
	found := -1
	for i := index - 1; i >= 0 && sentence-p.parse.Tokens[p.names.List[i].Start].Sentence <= 1; i-- {
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
