package evidence

import (
	"dateline/graph"
)

// Publishers returns the organization that made public the writings that the article
// draws on: "emails released by Borealis". Nil if there is none.
func Publishers(a *Article) []int {
	if a.publishers != nil {
		return *a.publishers
	}
	var found []int
	for i := range a.Tokens {
		if !a.IsVerb(i) || !publishing[a.Lemma(i)] || a.IsQuoted(i) || !isOfWritings(a, i) {
			continue
		}
		for _, member := range partiesWithMedia(a, a.Subjects(i)) {
			m := a.Member(member)
			if m.Kind == graph.KindOrganization && !m.Nominal && (m.OrganizationKind == graph.OrganizationOther || m.OrganizationKind == graph.OrganizationMedia) {
				found = []int{member}
			}
		}
		if len(found) > 0 {
			break
		}
	}
	a.publishers = &found
	return found
}

// partiesWithMedia returns the members that phrases name, media included.
func partiesWithMedia(a *Article, tokens []int) []int {
	var found []int
	for _, token := range tokens {
		if m, ok := a.MentionAt(token); ok && m.Form == graph.MentionName {
			found = append(found, m.Member)
		}
	}
	return found
}

// isOfWritings reports whether emails or the like are the object of a verb, or what its
// clause qualifies.
func isOfWritings(a *Article, verb int) bool {
	objects := a.Children(verb, "dobj", "nsubjpass")
	if a.Dep(verb) == "acl" || a.Dep(verb) == "relcl" {
		objects = append(objects, a.Head(verb))
	}
	for _, object := range objects {
		for _, inner := range append(a.ObjectsOf(object, "of"), []int{object}) {
			if leaked[a.Lemma(inner[0])] {
				return true
			}
		}
	}
	return false
}
