package what

// link is one word of a chain: a word that governs a trigger, and through which
// of its children it does.
type link struct {
	token int
	from  int
}

// chain gives the words that govern a trigger as what they are about, from the
// inside out: "denied" and "planned" for the meeting in "denied that he planned
// to meet B", nothing for "refused to comment after a meeting with B".
func (r *reading) chain(trigger int) []link {
	var links []link
	i := trigger
	for range 2 * maxClimb {
		head := r.head(i)
		if head == i {
			break
		}
		if !r.passesOn(i, head) {
			break
		}
		links = append(links, link{head, i})
		i = head
	}
	return links
}

// passesOn tells whether what is said of head is said of its child i too.
func (r *reading) passesOn(i, head int) bool {
	switch r.dep(i) {
	case "relcl", "nsubj", "poss", "appos", "npadvmod", "compound", "nmod", "amod":
		return r.dep(i) == "nsubj" && r.isVerb(head) || r.dep(i) == "compound"
	case "advcl":
		return r.doc.Tokens[i].Tag == "VB" && r.hasChild(i, "to")
	case "acl":
		return r.doc.Tokens[i].Tag == "VB"
	case "prep", "agent":
		return !r.isVerb(head) || complementPreposition[r.lower(i)] && !r.isTravel(head)
	case "pcomp":
		return complementPreposition[r.lower(head)] || !r.isVerb(r.head(head))
	}
	return true
}

// complementPreposition are those that join a verb to what it is about: "called
// for talks", "agreed on a meeting", "ruled out of hand" not.
var complementPreposition = set("for to on about of against from in")

// isTravel tells whether a verb with "for" or "in" tells of a real movement or
// stay: "flew to Oslo for talks".
func (r *reading) isTravel(verb int) bool {
	return travel[r.lemma(verb)] || !asksFor[r.lemma(verb)]
}

var (
	travel  = set("fly travel go come arrive head return stay")
	asksFor = set("call press push appeal ask plan prepare agree insist decide speculate talk hint wait hope aim wish look opt vote refrain abstain back pull withdraw consist result engage participate")
)
