package contact

import "dateline/loader/lexicon"

// reportingVerbs have as subject who tells of a contact, not who takes part.
var reportingVerbs = lexicon.Class("reporting")

var (
	// ofPress are qualifiers that make a contact noun one with the press.
	ofPress = lexicon.Class("of-press")
	// phoneConferences are contact nouns with such a qualifier that are none.
	phoneConferences = lexicon.Class("phone-conference")
	// remoteConference are what a conference is held by, if it is a contact.
	remoteConference = lexicon.Class("remote-conference")
	// ofSignal say of a message that it is none of words.
	ofSignal = lexicon.Class("of-signal")
)

var (
	// ofInterviews are verbs of what journalists and those whom they ask do as well.
	ofInterviews = lexicon.Class("of-interviews")
	// beforeAssemblies are verbs of what one does before an assembly as well.
	beforeAssemblies = lexicon.Class("before-assemblies")
	// speechAlone are verbs of what one does alone as well.
	speechAlone = lexicon.Class("speech-alone")
)

// notContact are heads that a contact noun only qualifies: "contact lens".
var notContact = lexicon.Class("not-contact")

var planning = lexicon.Class("planning")

var requesting = lexicon.Class("requesting")

var denying = lexicon.Class("denying")

var hypothetical = lexicon.Class("hypothetical")

var supposing = lexicon.Class("supposing")

// plannedWords say of a noun that it is to come.
var plannedWords = lexicon.Class("planned")

var proposed = lexicon.Class("proposed")

var cancelled = lexicon.Class("cancelled")

// judging are words of advice and evaluation.
var judging = lexicon.Class("judging")

// enjoying are verbs whose object was had.
var enjoying = lexicon.Class("enjoying")

// bounding are verbs of beginning and ending.
var bounding = lexicon.Class("bounding")

// addressing are verbs whose object is spoken to.
var addressing = lexicon.Class("addressing")

// outcomes are nouns of what talks come to.
var outcomes = lexicon.Class("outcome")

// sending are verbs by which one has another act for him.
var sending = lexicon.Class("sending")

// mediating are verbs whose subject brings others together.
var mediating = lexicon.Class("mediating")

// journalisticNouns are of what journalists and those whom they ask do as well.
var journalisticNouns = lexicon.Class("of-journalists")

// wires say of a cable that it is one of metal or glass.
var wires = lexicon.Class("wire")

// receiving are verbs whose subject a call or letter goes to.
var receiving = lexicon.Class("receiving")

// bearing are verbs whose subject brings the letter of another.
var bearing = lexicon.Class("bearing")

// coming are verbs of what guests do.
var coming = lexicon.Class("guest")

var (
	// rounds are nouns of which talks have several.
	rounds = lexicon.Class("round")
	// asked are verbs whose object is asked for a contact with the subject.
	asked = lexicon.Class("asked-for")
	// settings stand before what something was settled in.
	settings = lexicon.Class("setting")
	// sharing are verbs of what one gives another when they meet.
	sharing = lexicon.Class("sharing")
	// settling are verbs of what two do together when they talk.
	settling = lexicon.Class("settling")
)

// topical are verbs whose object is what is talked about.
var topical = lexicon.Class("topical")
