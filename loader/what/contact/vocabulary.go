package contact

import (
	"dateline/graph"
)

// objects tells what the direct object of a contact verb is.
type objects int

const (
	noParty   objects = iota // what the contact is about: "discussed the plan"
	anyParty                 // the other side: "phoned the ministry"
	oneself                  // the other side if it is a person or an envoy's side: "received the envoy", not "received funds"
	addressee                // the other side if something is put to it: "asked Cuba to …", "told the minister that …"
)

// direction reports whether a contact has one: who starts it.
type direction int

const (
	mutual   direction = iota // met, held talks
	outward                   // the subject contacts the other side
	inward                    // the subject is contacted: received, hosted
	envoying                  // the subject sends the object to the other side
)

// verb is a contact verb, or one sense of it.
type verb struct {
	lemma     string
	particle  string // a word that must go with it: "reach out", "sit down"
	means     graph.Means
	direction direction
	object    objects
	with      []string // prepositions whose object is the other side
	not       []string // words beside it that make it another sense: "call for"
}

// verbsOf finds the senses of a lemma.
var verbsOf = func() map[string][]*verb {
	index := map[string][]*verb{}
	for i := range contactVerbs {
		index[contactVerbs[i].lemma] = append(index[contactVerbs[i].lemma], &contactVerbs[i])
	}
	return index
}()

// noun is a contact noun.
type noun struct {
	lemma     string
	means     graph.Means
	direction direction
	// bare is true where the noun tells of a contact with any two parties around
	// it; others need a verb or a phrase of their own: "a message to B".
	bare bool
}

// isInvitation reports whether a noun asks somebody to a contact that is still to come.
func (n *noun) isInvitation() bool { return n.direction == outward && n.means == graph.MeansMeeting }

var nounOf = func() map[string]*noun {
	index := map[string]*noun{}
	for i := range contactNouns {
		index[contactNouns[i].lemma] = &contactNouns[i]
	}
	return index
}()

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

// talksAlone reports whether the verb also stands for what one does alone.
func (v *verb) talksAlone() bool {
	return v.lemma == "speak" || v.lemma == "communicate"
}
