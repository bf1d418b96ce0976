package grammar

// IsPassive reports whether a verb is in the passive voice. A "by" phrase of the means
// alone does not make it so: "had spoken by telephone".
func IsPassive(p *Parse, verb int) bool {
	if agent := p.Child(verb, "agent"); agent >= 0 && p.Child(verb, "nsubjpass", "auxpass") < 0 {
		if object := p.Child(agent, "pobj"); object >= 0 && (Instruments[p.Lemma(object)] != "" || Connections[p.Lemma(object)]) {
			return false
		}
	}
	if p.Tag(verb) == "VBD" && p.Child(verb, "nsubj") >= 0 && p.Child(verb, "nsubjpass", "auxpass") < 0 {
		return false // "stopped by Okoro's office"
	}
	if subjectReadAsQualified(p, verb) >= 0 {
		return false
	}
	isParticiple := p.Tag(verb) == "VBN" && p.Child(verb, "aux") < 0 // not "the claim that she had met Okoro"
	return p.Child(verb, "nsubjpass", "auxpass", "agent") >= 0 || p.Dep(verb) == "acl" && isParticiple
}

// Agents returns the heads of the phrases that name who does a passive verb: Okoro in
// "was received by Okoro".
func Agents(p *Parse, verb int) []int {
	var found []int
	for _, child := range p.Children(verb) {
		if p.Dep(child) == "agent" || p.Dep(child) == "prep" && p.Lower(child) == "by" {
			found = append(found, p.Children(child, "pobj")...)
		}
	}
	return found
}
