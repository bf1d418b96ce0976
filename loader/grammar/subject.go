package grammar

// MaxClimb bounds every walk up the tree, in clauses; subjects are rarely more than
// two away. A judgement.
const MaxClimb = 6

// SubjectFinder finds the subjects of verbs, also of those that have none of their own.
type SubjectFinder struct {
	*Parse
	// IsPerson reports whether a token refers to a person. It decides whose subject a
	// relative clause has in "Lim is one of the aides who met Okoro": Lim where he is
	// known to be a person, else the aides. Nil if nothing is known of names.
	IsPerson func(token int) bool
}

// Subjects returns the heads of the noun phrases that do what a verb says: its own
// subject, its agent if it is passive, or else the subject or object of the clause
// that controls it. It returns nil if the sentence leaves open who acts.
func (f *SubjectFinder) Subjects(verb int) []int {
	for range MaxClimb {
		if twin := infinitiveBefore(f.Parse, verb); twin >= 0 {
			verb = twin
		}
		if IsPassive(f.Parse, verb) {
			if agents := Agents(f.Parse, verb); len(agents) > 0 {
				return agents
			}
			if f.Child(verb, "nsubjpass") >= 0 || f.Dep(verb) == "acl" {
				return nil
			}
		}
		if subject := OwnSubject(f.Parse, verb); subject >= 0 {
			return f.Antecedent(subject, verb)
		}
		subjects, next := f.controller(verb)
		if next < 0 {
			return subjects
		}
		verb = next
	}
	return nil
}

// OwnSubject returns the subject of a verb in the active voice, -1 for none. Of several,
// which only a broken parse has, it returns the last one before the verb.
func OwnSubject(p *Parse, verb int) int {
	subject := -1
	for _, child := range p.Children(verb, "nsubj", "csubj") {
		if subject < 0 || child < verb {
			subject = child
		}
	}
	return subject
}

// HasSubject reports whether a verb has a subject of its own, in either voice.
func HasSubject(p *Parse, i int) bool {
	return p.Child(i, "nsubj", "nsubjpass", "csubj", "expl") >= 0
}

// Holder returns the head of the phrase whose words or thoughts a verb or participle
// attributes, -1 for none. It differs from SubjectFinder.Subjects in three ways: a
// passive verb keeps its surface subject ("Lim was said to agree"), a noun above counts
// as holder even if nothing owns it ("a report saying that …"), and there is one answer
// at most. The weights of package quote are learned from its answers, so the two can
// only become one when those are learned again.
func Holder(p *Parse, i int) int {
	for range MaxClimb {
		if subject := SurfaceSubject(p, i); subject >= 0 {
			return subject
		}
		head := p.Head(i)
		if head == i {
			return -1
		}
		switch p.Dep(i) {
		case "conj", "advcl", "xcomp", "parataxis", "dep":
			if !p.IsVerb(head) && p.Dep(i) != "conj" && !IsVerbal(p, head) {
				return -1
			}
			if p.Dep(i) == "xcomp" || p.Dep(i) == "advcl" {
				if object := p.Child(head, "dobj"); object >= 0 && objectControl[p.Lemma(head)] && p.Dep(i) == "xcomp" {
					return object
				}
			}
			i = head
		case "ccomp":
			if p.Tag(i) != "VBG" && p.Tag(i) != "VB" {
				return -1
			}
			i = head
		case "acl", "relcl":
			return holderOfNoun(p, head)
		case "pcomp":
			preposition := head
			head = p.Head(preposition)
			if p.IsNoun(head) {
				return holderOfNoun(p, head)
			}
			i = head
		default:
			return -1
		}
	}
	return -1
}

// holderOfNoun returns the owner of a statement, plan or effort: its possessor, else the
// subject of the verb whose object it is, else the noun itself.
func holderOfNoun(p *Parse, noun int) int {
	if owner := p.Child(noun, "poss"); owner >= 0 {
		return owner
	}
	if p.Dep(noun) == "dobj" && p.IsVerb(p.Head(noun)) {
		if subject := SurfaceSubject(p, p.Head(noun)); subject >= 0 {
			return subject
		}
	}
	return noun
}
