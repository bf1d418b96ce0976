package lexicon

import (
	"fmt"
	"maps"
	"slices"

	"dateline/graph"
)

// Direction says who begins a contact.
type Direction int

// The directions of contacts.
const (
	Mutual   Direction = iota // they met, held talks
	Outward                   // the subject contacts the other side
	Inward                    // the other side contacts the subject, who received or hosted it
	Envoying                  // the subject sends its object to the other side
)

var directions = map[string]Direction{"mutual": Mutual, "outward": Outward, "inward": Inward, "envoying": Envoying}

// Object says what the direct object of a contact verb is.
type Object int

// The objects of contact verbs.
const (
	Topic     Object = iota // what the contact is about: "discussed the plan"
	AnyParty                // the other side: "phoned the ministry"
	Person                  // the other side if it is a person, or a body that one visits: "received the envoy", not "received funds"
	Addressee               // the other side if something is put to it: "asked Cuba to", "told the minister that"
)

var objects = map[string]Object{"topic": Topic, "party": AnyParty, "person": Person, "addressee": Addressee}

// ContactVerb is a sense of a verb that by itself says that there was contact.
type ContactVerb struct {
	Lemma      string
	Particle   string // a word that must go with it: "reach out"
	Idiom      string // the noun that must be its object: "shake hands"
	Means      graph.Means
	Direction  Direction
	Object     Object
	With       []string // prepositions whose object is the other side
	Not        []string // words beside it that make it another sense: "call for"
	Conditions []string // names of what else must hold
}

var contactVerbs = &table[ContactVerb]{
	name: "contact_verbs.tsv",
	columns: func(v *ContactVerb) []column {
		return []column{
			text("lemma", &v.Lemma), text("particle", &v.Particle), text("idiom", &v.Idiom), one("means", &v.Means),
			named("direction", directions, &v.Direction), named("object", objects, &v.Object),
			words("with", &v.With), words("not", &v.Not), someOrNone("conditions", &v.Conditions),
		}
	},
	overlap: (*ContactVerb).overlap,
	valid:   (*ContactVerb).valid,
}

// overlap says which words would match two senses of a lemma, or returns "".
func (v *ContactVerb) overlap(other *ContactVerb) string {
	if v.Particle != other.Particle || v.Idiom != other.Idiom {
		return ""
	}
	for _, preposition := range v.With {
		if slices.Contains(other.With, preposition) {
			return fmt.Sprintf("%q leads to the other side in both", preposition)
		}
	}
	if (v.Object == Topic) != (other.Object == Topic) {
		return ""
	}
	return "both have no particle or idiom that tells them apart"
}

// valid reports what contradicts itself in a sense.
func (v *ContactVerb) valid() error {
	if v.Object == Topic && len(v.With) == 0 {
		return fmt.Errorf("%q has no other side: its object is a topic, and no preposition leads to a party", v.Lemma)
	}
	for _, word := range v.Not {
		if word == v.Particle || slices.Contains(v.With, word) && v.Particle == "" {
			return fmt.Errorf("%q is both part of the sense and against it", word)
		}
	}
	return nil
}

// ContactVerbs returns the senses of contact verbs by lemma. Senses with a particle come
// first, so that "called in the envoy" is matched against "call in" before "call".
func ContactVerbs() map[string][]*ContactVerb {
	return Map(func() map[string][]*ContactVerb {
		found := map[string][]*ContactVerb{}
		rows := contactVerbs.all()
		for i := range rows {
			found[rows[i].Lemma] = append(found[rows[i].Lemma], &rows[i])
		}
		for _, senses := range found {
			slices.SortStableFunc(senses, func(a, b *ContactVerb) int { return len(b.Particle) - len(a.Particle) })
		}
		return found
	})
}

// ContactNoun is a noun that says that there was contact.
type ContactNoun struct {
	Lemma     string
	Means     graph.Means
	Direction Direction
	// Bare is true if any two parties around the noun are those of the contact. Others need
	// a verb or a phrase of their own: "a message to Lim".
	Bare       bool
	With       []string // prepositions whose object is the other side
	Conditions []string // names of what else must hold
}

// IsInvitation reports whether a noun asks for a contact that is still to come.
func (n *ContactNoun) IsInvitation() bool {
	return n.Direction == Outward && n.Means == graph.MeansMeeting
}

var contactNouns = &table[ContactNoun]{name: "contact_nouns.tsv", columns: func(n *ContactNoun) []column {
	return []column{
		text("lemma", &n.Lemma), one("means", &n.Means), named("direction", directions, &n.Direction), flag("bare", &n.Bare),
		words("with", &n.With), someOrNone("conditions", &n.Conditions),
	}
}}

// ContactNouns returns the contact nouns by lemma.
func ContactNouns() map[string]*ContactNoun {
	return Map(func() map[string]*ContactNoun {
		found := map[string]*ContactNoun{}
		rows := contactNouns.all()
		for i := range rows {
			found[rows[i].Lemma] = &rows[i]
		}
		return found
	})
}

// NounsOf returns the contact nouns that have a means.
func NounsOf(means graph.Means) Set {
	return Map(func() map[string]bool {
		found := Set{}
		for _, n := range contactNouns.all() {
			if n.Means == means {
				found[n.Lemma] = true
			}
		}
		return found
	})
}

// VerbConditions returns rules, which must be those of the conditions that contact_verbs.tsv
// explains, by name. It panics if a condition has no rule, or a rule no condition.
func VerbConditions[R any](rules map[string]R) map[string]R {
	return boundTo(contactVerbs.name, "conditions", rules)
}

// NounConditions is like VerbConditions, for contact_nouns.tsv.
func NounConditions[R any](rules map[string]R) map[string]R {
	return boundTo(contactNouns.name, "conditions", rules)
}

// boundTo returns rules after checking that they have the names of a column's values.
func boundTo[R any](list, column string, rules map[string]R) map[string]R {
	named := slices.Sorted(slices.Values(readFile(embedded, list).values[column]))
	if known := slices.Sorted(maps.Keys(rules)); !slices.Equal(named, known) {
		panic(fmt.Sprintf("lexicon: %s names the %s %v, the rules are %v", list, column, named, known))
	}
	return rules
}

type instrument struct {
	word  string
	means graph.Means
}

var instruments = &table[instrument]{name: "instruments.tsv", columns: func(i *instrument) []column {
	return []column{text("word", &i.word), one("means", &i.means)}
}}

// Instruments returns the nouns of the means by which people reach each other: "by
// phone", "in a letter".
func Instruments() map[string]graph.Means {
	return Map(func() map[string]graph.Means {
		found := map[string]graph.Means{}
		for _, i := range instruments.all() {
			found[i.word] = i.means
		}
		return found
	})
}
