package contact

import "dateline/loader/what/evidence"

// principalOf returns for whom the first side stands in, -1 for nobody: Lim in "Silva
// wrote to Okoro on behalf of Lim" and in "Silva represented Lim at talks with Okoro".
func principalOf(a *evidence.Article, c *draft) int {
	for _, holder := range []int{c.trigger, c.carrier} {
		if holder < 0 {
			continue
		}
		for _, objects := range a.ObjectsOf(holder, "on", "in") {
			if !behalf[a.Lemma(objects[0])] {
				continue
			}
			of := append(a.PartiesAfter(objects[0], nil, "of"), a.PartiesOf(a.Children(objects[0], "poss"), nil)...)
			if principal := soleOther(a, c, of); principal >= 0 {
				return principal
			}
		}
	}
	for _, verb := range deputizingVerbs(a, c) {
		if principal := soleOther(a, c, a.PartiesOf(principalPhrases(a, verb), nil)); principal >= 0 {
			return principal
		}
	}
	return -1
}

// soleOther returns the member of a list of one if it has a name and takes no part itself.
func soleOther(a *evidence.Article, c *draft, members []int) int {
	if others := evidence.Without(members, c.all()); len(members) == 1 && len(others) == 1 && a.IsNamed(others[0]) {
		return others[0]
	}
	return -1
}

// deputizingVerbs returns the verbs that may say for whom the first side stands in: the
// one that carries a contact, and a participle beside it or beside the subject, as in
// "Silva, standing in for Lim, met Okoro".
func deputizingVerbs(a *evidence.Article, c *draft) []int {
	if c.carrier < 0 {
		return nil
	}
	verbs := append([]int{c.carrier}, a.Children(c.carrier, "advcl")...)
	for _, subject := range a.Subjects(c.carrier) {
		verbs = append(verbs, a.Children(subject, "acl", "relcl")...)
	}
	found := verbs[:0]
	for _, verb := range verbs {
		if deputizing[a.Lemma(verb)] {
			found = append(found, verb)
		}
	}
	return found
}

// principalPhrases returns the phrases of whom a verb says that its subject stands in for:
// the object of "represent", or that of "for".
func principalPhrases(a *evidence.Article, verb int) []int {
	if objects := a.Children(verb, "dobj", "nsubjpass"); len(objects) > 0 {
		return objects
	}
	var found []int
	for _, objects := range a.ObjectsOf(verb, "for") {
		found = append(found, objects...)
	}
	return found
}
