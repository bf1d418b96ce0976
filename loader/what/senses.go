package what

import (
	"slices"
	"strings"

	"dateline/graph"
	"dateline/loader/grammar"
	"dateline/loader/quote"
)

// hasSense reports whether the words around a verb leave it this sense.
func (r *reading) hasSense(i int, v *verb) bool {
	if v.particle != "" && !r.HasChild(i, v.particle) || v.particle == "in" && !r.callsIn(i) {
		return false
	}
	for _, child := range r.Children(i) {
		dep := r.Dep(child)
		if dep != "dobj" && dep != "prep" && dep != "prt" && dep != "advmod" {
			continue
		}
		if slices.Contains(v.not, r.Lower(child)) && !r.datesVerb(child) && (dep == "dobj" || !r.holdsMember(child, v)) {
			return false
		}
	}
	condition := conditions[v.lemma]
	return condition == nil || condition(r, i)
}

// conditions tell, of verbs that mean other things too, whether one at a token is of
// a contact.
var conditions = map[string]func(r *reading, verb int) bool{
	"meet":         (*reading).isMetBySomebody,
	"invite":       (*reading).invitesToCome,
	"advise":       (*reading).advisesOnce,
	"counsel":      (*reading).advisesOnce,
	"see":          (*reading).isSeenInPerson,
	"hear":         (*reading).isHeard,
	"trade":        (*reading).exchangesWords,
	"swap":         (*reading).exchangesWords,
	"relay":        (*reading).speaksForItself,
	"convey":       (*reading).speaksForItself,
	"congratulate": (*reading).tellsMeans,
	"thank":        (*reading).tellsMeans,
	"reply":        (*reading).repliesToSomebody,
	"join":         (*reading).joinsFor,
	"shake":        (*reading).shakesHands,
	"run":          (*reading).runsIntoSomebody,
	"bump":         (*reading).runsIntoSomebody,
	"appeal":       (*reading).appealsFor,
	"call":         (*reading).callsOnTelephone,
}

// isMetBySomebody leaves out "was met with protest".
func (r *reading) isMetBySomebody(verb int) bool {
	return !grammar.IsPassive(r.Parse, verb) || len(grammar.Agents(r.Parse, verb)) > 0
}

// advisesOnce reports whether somebody is advised of something, not by profession.
func (r *reading) advisesOnce(verb int) bool { return r.Child(verb, "xcomp", "ccomp", "advcl") >= 0 }

// isHeard leaves out "must hear from B".
func (r *reading) isHeard(verb int) bool { return r.Tag(verb) != "VB" }

// exchangesWords reports whether letters or the like are traded.
func (r *reading) exchangesWords(verb int) bool {
	return slices.ContainsFunc(r.Children(verb, "dobj"), func(object int) bool { return written[r.Lemma(object)] || nounOf[r.Lemma(object)] != nil })
}

// speaksForItself leaves out "relayed a letter from B", of which the letter tells.
func (r *reading) speaksForItself(verb int) bool {
	return !slices.ContainsFunc(r.Children(verb, "dobj"), func(object int) bool {
		return nounOf[r.Lemma(object)] != nil && len(r.ObjectsOf(object, "from")) > 0
	})
}

// repliesToSomebody leaves out what is said in reply, which is a statement.
func (r *reading) repliesToSomebody(verb int) bool {
	return r.Child(verb, "ccomp", "parataxis") < 0 && r.hasPersonalObject(verb, "to")
}

func (r *reading) runsIntoSomebody(verb int) bool { return r.hasPersonalObject(verb, "into") }

func (r *reading) hasPersonalObject(verb int, preposition string) bool {
	return slices.ContainsFunc(r.ObjectsOf(verb, preposition), func(objects []int) bool { return r.isPersonal(objects[0]) })
}

func (r *reading) shakesHands(verb int) bool {
	return slices.ContainsFunc(r.Children(verb, "dobj"), func(object int) bool { return r.Lemma(object) == "hand" })
}

// appealsFor leaves out "appeals to voters".
func (r *reading) appealsFor(verb int) bool {
	return r.Child(verb, "xcomp") >= 0 || len(r.ObjectsOf(verb, "for")) > 0
}

func (r *reading) callsOnTelephone(verb int) bool { return !r.callsNames(verb) }

// callsIn reports whether "in" belongs to a verb: "called in the envoy", not "called him
// in Oslo".
func (r *reading) callsIn(verb int) bool {
	return r.Child(verb, "prt") >= 0 || r.hasPersonalObject(verb, "in")
}

// isSeenInPerson reports whether to see somebody is to meet him: on a journey, or at a
// place or a time, not to look at him or to see him do something.
func (r *reading) isSeenInPerson(verb int) bool {
	if grammar.IsPassive(r.Parse, verb) || r.Child(verb, "ccomp", "xcomp", "oprd", "acomp") >= 0 || r.HasChild(verb, "as") {
		return false
	}
	if head := r.Head(verb); r.Tag(verb) == "VB" && (r.Dep(verb) == "advcl" || r.Dep(verb) == "xcomp") && grammar.IsTravel(r.Parse, head) {
		return true
	}
	prepositions := r.Children(verb, "prep")
	for _, object := range r.Children(verb, "dobj") {
		prepositions = append(prepositions, r.Children(object, "prep")...)
	}
	return slices.ContainsFunc(prepositions, func(preposition int) bool {
		object := r.Child(preposition, "pobj")
		if object < 0 {
			return false
		}
		_, there := r.cast.Location(object)
		return there && (r.Lower(preposition) == "in" || r.Lower(preposition) == "at")
	})
}

// tellsMeans reports whether words beside a verb of courtesy say by what means it was
// done, in private: "thanked B by phone", not "thanked B".
func (r *reading) tellsMeans(verb int) bool {
	return slices.ContainsFunc(r.Children(verb, "prep"), func(child int) bool {
		_, ok := r.meansAt(child, true)
		object := r.Child(child, "pobj")
		return ok && object >= 0 && !r.hasParties(object)
	})
}

// joinsFor reports whether to join somebody is to meet him: "for dinner", "at the
// talks".
func (r *reading) joinsFor(verb int) bool {
	for _, objects := range r.ObjectsOf(verb, "for", "at", "in") {
		n := nounOf[r.Lemma(objects[0])]
		if n != nil && n.direction == mutual && !r.isOtherSense(objects[0]) {
			return true
		}
	}
	return false
}

// invitesToCome reports whether an invitation is to come or to talk, not to do
// something else: "invited them to join the alliance", "invited bids".
func (r *reading) invitesToCome(verb int) bool {
	for _, purpose := range r.Children(verb, "xcomp", "advcl", "ccomp") {
		lemma := r.Lemma(purpose)
		if r.Tag(purpose) != "VB" || !r.HasChild(purpose, "to") || purpose < verb {
			continue
		}
		if lemma == "join" {
			return slices.ContainsFunc(r.Children(purpose, "dobj"), r.isPersonal)
		}
		_, goes := journeys[lemma]
		return goes || len(verbsOf[lemma]) > 0 || coming[lemma]
	}
	return true
}

// coming are verbs of what guests do.
var coming = set("attend address tour stay return take participate eat drink ride celebrate watch see appear perform present")

// datesVerb reports whether a preposition only dates its verb: "called B on Monday".
func (r *reading) datesVerb(preposition int) bool {
	return slices.ContainsFunc(r.Children(preposition, "pobj"), func(object int) bool { return r.timeAt[object] >= 0 })
}

// callsNames reports whether a call gives somebody a name: "called him a liar",
// "called Lim, the envoy, “a friend”".
func (r *reading) callsNames(i int) bool {
	if r.Child(i, "oprd", "ccomp", "acomp", "attr") >= 0 && r.mislabelledObject(i) < 0 {
		return true
	}
	segment := r.Segment(i)
	for t := i + 1; t < min(i+14, segment.End); t++ {
		if r.IsVerb(t) {
			return false
		}
		if text := r.Tokens[t].Text; quote.Opens(text) || (text == "a" || text == "an") && r.timeAt[t] < 0 && r.Dep(r.Head(t)) != "pobj" {
			return true
		}
	}
	return false
}

// mislabelledObject returns the object of a verb that the parser took for what its
// object is called: a titled name, and there is no object beside it; -1 for none.
func (r *reading) mislabelledObject(verb int) int {
	name := r.Child(verb, "oprd")
	if name < 0 || grammar.IsPassive(r.Parse, verb) {
		return -1
	}
	for _, object := range r.Children(verb, "dobj", "dative") {
		if text := r.Lower(object); text != "ex" && !grammar.IsDash(text) {
			return -1
		}
	}
	if r.Child(verb, "dobj") >= 0 && len(r.party(name, nil)) > 0 {
		return name // "called his ex-wife"
	}
	if r.personAt(name) >= 0 {
		return name
	}
	return -1
}

// holdsMember reports whether a child that speaks against a sense is an addition to
// it: "spoke about the war with B".
func (r *reading) holdsMember(child int, v *verb) bool {
	return r.Dep(child) == "prep" && len(v.with) > 0 && len(r.ObjectsOf(r.Head(child), v.with...)) > 0
}

// asks reports whether a verb is also of what journalists and those whom they ask do.
func (v *verb) asks() bool {
	switch v.lemma {
	case "speak", "talk", "chat", "question", "interview", "call":
		return true
	}
	return v.object == addressee
}

// speaksOpenly reports whether a verb is of what one does before an assembly.
func (v *verb) speaksOpenly() bool {
	switch v.lemma {
	case "tell", "speak", "talk", "ask", "urge", "call":
		return true
	}
	return false
}

// isPublicUs reports whether a token is the "us" to whom somebody says things all the
// time: everybody.
func (r *reading) isPublicUs(token int) bool {
	return r.Lower(token) == "us" && r.Dep(token) != "pobj"
}

// investigates reports whether a member is a body or its agents, whose interviews are
// no journalism.
func (r *reading) investigates(member int) bool {
	m := r.member(member)
	for _, position := range m.Positions {
		for _, word := range words(strings.ToLower(position.Title)) {
			if inquiring[word] {
				return true
			}
		}
	}
	return m.Kind == graph.KindOrganization && !r.isMedium(member)
}

// inquiring are words in the titles of those who question people for an office.
var inquiring = set("chairman chairwoman prosecutor detective investigator inspector inquisitor counsel attorney sheriff magistrate judge examiner superintendent")
