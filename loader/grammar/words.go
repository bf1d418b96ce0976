package grammar

import "dateline/loader/lexicon"

// irregularLemmas are the lemmas of forms that the language model gets wrong.
var irregularLemmas = lexicon.Lemmas()

// LightVerbs carry a noun of action and have its parties around them: "held talks with
// Okoro".
var LightVerbs = lexicon.Class("light")

// SpeechVerbs govern what somebody says: "said that he had met Okoro".
var SpeechVerbs = lexicon.Class("speech")

// NominalSpeech are verbs of speech whose object is what they tell of: "confirmed a
// meeting".
var NominalSpeech = lexicon.Class("speech-of-noun")

// ReportNouns are nouns of what is said: to deny a report is to deny what it says.
var ReportNouns = lexicon.Class("report")

// prospects are words of what is only thought of: "the chance that they meet".
var prospects = lexicon.Class("supposing")

// travel are verbs that say where somebody goes or is.
var travel = lexicon.Class("travel")

// accounts are nouns of what is kept of an event, circumstantial are prepositions of where
// or when something is or comes from, and aboutIn are nouns that are about what follows "in".
var (
	accounts       = lexicon.Class("account")
	circumstantial = lexicon.Class("circumstantial")
	aboutIn        = lexicon.Class("about-in")
)

// complements are verbs with the preposition that introduces their complement.
var complements = lexicon.Complements()

// objectControl are verbs whose object is the subject of the infinitive: "asked Lim to
// call".
var objectControl = lexicon.Class("object-control")

// phraseControl are verbs that ask the object of a preposition to do what an infinitive says.
var phraseControl = lexicon.Class("phrase-control")

// wouldLike are verbs that with "would" say what somebody wishes: "would like to meet".
var wouldLike = lexicon.Class("would-like")

var (
	// habitual are adverbs that make "would" one of habit.
	habitual = lexicon.Class("habit")
	// habitTimes do so in a phrase: "at times".
	habitTimes = lexicon.Class("habit-time")
)

// OneIsOn are nouns of contacts that one is on: "on the phone".
var OneIsOn = lexicon.Class("one-is-on")

// infinitiveSpeech are verbs of speech whose infinitive is what is said: "claims to have
// met Okoro".
var infinitiveSpeech = lexicon.Class("speech-infinitive")

// members are nouns of those who act for their group: "the group had members who met
// Okoro".
var members = lexicon.Class("member")

// petitions are nouns of requests, and answering the verbs by which one answers them.
var (
	petitions = lexicon.Class("petition")
	answering = lexicon.Class("answering")
)

// negations deny the word that they depend on, joiningNegations the one that they join to
// another.
var (
	negations        = lexicon.Class("negation")
	joiningNegations = lexicon.Class("joining-negation")
)

// futureAuxiliaries say that something is still to come.
var futureAuxiliaries = lexicon.Class("future-modal")

// nearly are adverbs of what did not happen: "almost met".
var nearly = lexicon.Class("nearly")

// inverted are auxiliaries that before the subject make a condition: "had Lim met Okoro".
var inverted = lexicon.Class("inverted")

// Conditional are words that make a clause a condition or a wish.
var Conditional = lexicon.Class("conditional")

// BodyNouns are last words of the names of bodies that one goes to see.
var BodyNouns = lexicon.Class("visited-body")

// Instruments are nouns of the means by which people reach each other ("by phone", "in a
// letter").
var Instruments = lexicon.Instruments()

// Connections are nouns of what connects people who talk: "by video link".
var Connections = lexicon.Class("connection")

// withNouns are nouns whose "with" phrase is their own: "a deal with Okoro". Those of
// contacts take one too: "talks with Okoro".
var (
	withNouns  = lexicon.Class("takes-with")
	eventNouns = lexicon.ContactNouns()
)

// occurring are verbs that say that their subject came about: "talks took place".
var occurring = lexicon.Class("occurring")

// topical are verbs whose object is what people talk about.
var topical = lexicon.Class("topical")

// inviting are nouns and verbs that ask to something that is still to come.
var inviting = lexicon.Class("inviting")

// partitives are nouns of parts of an event: "a round of talks".
var partitives = lexicon.Class("event-part")

// comprising are verbs whose subject is an event and whose object takes part in it: "a
// meeting that included Okoro".
var comprising = lexicon.Class("comprising")

// onlyWords after a negation deny nothing: "did not just meet".
var onlyWords = lexicon.Class("only")
