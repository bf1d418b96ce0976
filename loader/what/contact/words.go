package contact

import "dateline/loader/lexicon"

// Verbs whose subjects or objects are parties, and those that are not.
var (
	// reportingVerbs have as subject whoever tells of a contact, not a party.
	reportingVerbs = lexicon.Class("reporting")
	// addressing are verbs whose object is spoken to.
	addressing = lexicon.Class("addressing")
	// sending are verbs whose object acts for the subject.
	sending = lexicon.Class("sending")
	// mediating are verbs whose subject brings others together.
	mediating = lexicon.Class("mediating")
	// receiving are verbs whose subject a call or letter goes to.
	receiving = lexicon.Class("receiving")
	// bearing are verbs whose subject brings somebody else's letter.
	bearing = lexicon.Class("bearing")
	// topical are verbs whose object is what people talk about.
	topical = lexicon.Class("topical")
	// sharing are verbs whose object is what people share when they talk.
	sharing = lexicon.Class("sharing")
	// visiting are verbs of what guests do.
	visiting = lexicon.Class("guest")
	// ofInterviews are verbs of what journalists do as well, and those whom they ask.
	ofInterviews = lexicon.Class("of-interviews")
	// beforeAssemblies are verbs of what people do before an assembly as well.
	beforeAssemblies = lexicon.Class("before-assemblies")
	// speechAlone are verbs of what somebody does alone as well.
	speechAlone = lexicon.Class("speech-alone")
)

// Words beside a noun that make it another sense.
var (
	// ofPress are qualifiers that make a contact noun one with the press.
	ofPress = lexicon.Class("of-press")
	// phoneConferences are contact nouns that such a qualifier does not make one.
	phoneConferences = lexicon.Class("phone-conference")
	// remoteConference are what a conference is held by, if it is a contact.
	remoteConference = lexicon.Class("remote-conference")
	// ofSignal say of a message that it is not one of words.
	ofSignal = lexicon.Class("of-signal")
	// notContact are heads that a contact noun only qualifies: "contact lens".
	notContact = lexicon.Class("not-contact")
	// journalisticNouns are of what journalists do as well, and those whom they ask.
	journalisticNouns = lexicon.Class("of-journalists")
	// wires say of a cable that it is one of metal or glass.
	wires = lexicon.Class("wire")
)

// Words that the status of a contact depends on.
var (
	// planning, requesting and denying are verbs that govern what is planned, requested or
	// denied, or does not take place.
	planning   = lexicon.Class("planning")
	requesting = lexicon.Class("requesting")
	denying    = lexicon.Class("denying")
	// hypothetical are auxiliaries of what may be.
	hypothetical = lexicon.Class("hypothetical")
	// supposing are words of attempts and chances.
	supposing = lexicon.Class("supposing")
	// plannedWords, proposed and cancelled qualify a noun of what is still to come, only
	// proposed, or not to come.
	plannedWords = lexicon.Class("planned")
	proposed     = lexicon.Class("proposed")
	cancelled    = lexicon.Class("cancelled")
	// judging are words of advice and evaluation.
	judging = lexicon.Class("judging")
	// enjoying are verbs whose object took place.
	enjoying = lexicon.Class("enjoying")
	// bounding are verbs of beginning and ending.
	bounding = lexicon.Class("bounding")
)

// Words around a noun that names the occasion of a contact.
var (
	// outcomes are nouns of what talks lead to.
	outcomes = lexicon.Class("outcome")
	// rounds are nouns of which talks have several.
	rounds = lexicon.Class("round")
	// askedFor are verbs whose object is asked for a contact with the subject.
	askedFor = lexicon.Class("asked-for")
	// occasionPrepositions introduce the occasion on which something was settled.
	occasionPrepositions = lexicon.Class("setting")
	// settling are verbs of what people do together when they talk.
	settling = lexicon.Class("settling")
)
