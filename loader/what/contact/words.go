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
	// ofErrand are prepositions before what somebody is sent for.
	ofErrand = lexicon.Class("of-errand")
	// deputizing are verbs whose subject stands in for another, and behalf nouns of it.
	deputizing = lexicon.Class("deputizing")
	behalf     = lexicon.Class("behalf")
	// comprising are verbs by which an event brings its object together.
	comprising = lexicon.Class("comprising")
	// mediating are verbs whose subject brings others together.
	mediating = lexicon.Class("mediating")
	// byWayOf are prepositions before a go-between, and mediation nouns of what one does.
	byWayOf   = lexicon.Class("by-way-of")
	mediation = lexicon.Class("mediation")
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
	// ofInterviews are verbs that are also used of interviews.
	ofInterviews = lexicon.Class("of-interviews")
	// beforeAssemblies are verbs that are also used of speeches to an assembly.
	beforeAssemblies = lexicon.Class("before-assemblies")
	// speechAlone are verbs that are also used of somebody who speaks alone.
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
	// exchanged are nouns of letters or of words, and heated what is said of words alone.
	exchanged = lexicon.Class("exchange")
	// arriving are verbs of what comes to somebody.
	arriving = lexicon.Class("arriving")
	heated   = lexicon.Class("heated")
	// ofSignal mark a message as a gesture, not words.
	ofSignal = lexicon.Class("of-signal")
	// notContact are heads that a contact noun only qualifies: "contact lens".
	notContact = lexicon.Class("not-contact")
	// journalisticNouns are nouns that are also used of interviews.
	journalisticNouns = lexicon.Class("of-journalists")
	// wires mark a cable as one of metal or glass.
	wires = lexicon.Class("wire")
)

// Words that the status of a contact depends on.
var (
	// planning, requesting and denying are verbs that govern what is planned, requested or
	// denied, or does not take place.
	planning   = lexicon.Class("planning")
	requesting = lexicon.Class("requesting")
	denying    = lexicon.Class("denying")
	// denyingInfinitive are those of denying that deny an infinitive only.
	denyingInfinitive = lexicon.Class("denying-infinitive")
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
	// avoiding begin a clause of purpose.
	avoiding = lexicon.Class("purpose-clause")
	// restoring are verbs of beginning anew.
	restoring = lexicon.Class("restoring")
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
	// dealing are verbs of deals between companies.
	dealing = lexicon.Class("dealing")
	// attending are verbs whose subject takes part in the gathering that is their object.
	attending = lexicon.Class("attending")
	// joinsMore are conjunctions before one more time: "and again on Friday".
	joinsMore = lexicon.Class("joining-more")
	// assembling are verbs whose subjects come together for what follows.
	assembling = lexicon.Class("assembling")
	// settling are verbs of what people do together when they talk.
	settling = lexicon.Class("settling")
)

// More words that deny a contact.
var (
	// callingOff are phrasal verbs that deny too.
	callingOff = lexicon.Class("calling-off")
	// meant are verbs of what did not happen if one of backingOut is joined to them.
	meant      = lexicon.Class("meant")
	backingOut = lexicon.Class("backing-out")
	// scrapping are verbs that say of a planned contact that it came to nothing.
	scrapping = lexicon.Class("scrapping")
	// refuting are verbs that deny a report that is their object.
	refuting = lexicon.Class("refuting")
	// untrue and truths are words that say whether a report is false or true.
	untrue = lexicon.Class("untrue")
	truths = lexicon.Class("truth")
	// contrasting are conjunctions before what came instead: "but".
	contrasting = lexicon.Class("contrast")
	// wishing are verbs that govern what did not happen, as a clause.
	wishing = lexicon.Class("wishing")
	// declining are verbs that leave open what somebody does not say.
	declining = lexicon.Class("declining")
)

// Words of the other statuses.
var (
	// confirming and acknowledging are verbs that confirm a contact; acknowledging only one
	// that is asserted.
	confirming    = lexicon.Class("confirming")
	acknowledging = lexicon.Class("acknowledging")
	// accepting are verbs that make a contact that was asked for a planned one.
	accepting = lexicon.Class("accepting")
	// puttingOff are verbs that leave a contact planned.
	puttingOff = lexicon.Class("putting-off")
	// inviting are verbs and nouns that ask to a contact that is still to come.
	inviting = lexicon.Class("inviting")
	// futureModals say that a contact is planned, adviceModals that it should be.
	futureModals = lexicon.Class("future-modal")
	adviceModals = lexicon.Class("advice-modal")
	// wayOpening are verbs that make a contact possible, with one of ways as their object.
	wayOpening = lexicon.Class("way-opening")
	ways       = lexicon.Class("way")
)

// Words of one more contact, and of the first and last.
var (
	// goingOn are phrasal verbs of one more contact: "went on to speak with Okoro".
	goingOn = lexicon.Class("going-on")
	// returning are verbs of answering a contact, and returningWords what makes any verb one.
	returning      = lexicon.Class("returning")
	returningWords = lexicon.Class("back")
	// onceMore are adverbs of one more contact, onceMoreInTime even if they are times.
	onceMore       = lexicon.Class("once-more")
	onceMoreInTime = lexicon.Class("once-more-in-time")
	// firstAfterNone stand before the contact before which there was none.
	firstAfterNone = lexicon.Class("first-after-none")
	// aheadOf stand before what is still to come: "preparations for the summit".
	aheadOf = lexicon.Class("toward-event")
	// otherContact are adjectives of another contact than the one told: "their previous
	// meeting".
	otherContact = lexicon.Class("other-contact")
	// claimsFirst and claimsLast call a contact the first or the last, claimsMost only
	// with "most".
	claimsFirst = lexicon.Class("claim-first")
	claimsLast  = lexicon.Class("claim-last")
	claimsMost  = lexicon.Class("claim-most")
)

// The prepositions that say what a phrase is to a contact.
var (
	openingOfMeans = lexicon.Class("opening-of-means") // by what means, at the start of a sentence
	ofMeans        = lexicon.Class("of-means")         // by what means
	ofWriting      = lexicon.Class("of-writing")       // in what writing or talks something was said or came about
	ofCircumstance = lexicon.Class("circumstance")     // where or how the verb is done to its object
	ofOccasion     = lexicon.Class("occasion")         // on what occasion
)

// Words of what kind of contact it was, of several at once and of plans.
var (
	qualifying = lexicon.Class("qualifying")
	levels     = lexicon.Class("level")
	// several count more than one, severalOf with "of"; times count what was done so often.
	several   = lexicon.Class("several")
	severalOf = lexicon.Class("several-of")
	times     = lexicon.Class("time-counted")
	// habitual are adverbs of habit.
	habitual = lexicon.Class("habit")
	// telling are nouns of what is told of: "reports of a trip".
	telling = lexicon.Class("report")
	// intending are words of plans besides those of planning.
	intending = lexicon.Class("intending")
)

// Words of what a contact was about.
var (
	// ofTopic stand before a topic: "talks on grain". ofItsTopic are nouns whose "of" does.
	ofTopic    = lexicon.Class("topic")
	ofItsTopic = lexicon.Class("of-topic")
	// regards are the nouns of "with regard to".
	regards = lexicon.Class("regard")
	// thoughts are nouns of what people think, and may tell each other in any way.
	thoughts = lexicon.Class("thought")
	// voiced are nouns of what is said when people talk about something: "views on grain".
	voiced = lexicon.Class("voiced")
	// noTopic and noTopicBefore are nouns that say when or how after a preposition, and
	// before "talks".
	noTopic       = lexicon.Class("no-topic")
	noTopicBefore = lexicon.Class("no-topic-before")
	// treating are verbs whose object is the topic of a contact that is their subject or
	// whose purpose they tell; dwelling and aiming have it after a preposition.
	treating = lexicon.Class("treating")
	dwelling = lexicon.Class("dwelling")
	aiming   = lexicon.Class("aiming")
	// questions begin a question that people talk about.
	questions = lexicon.Class("question")
	// askingDetail begin a question that takes for granted what it asks about.
	askingDetail = lexicon.Class("asking-detail")
	// sideClauses begin a clause that says no more of a topic.
	sideClauses = lexicon.Class("side-clause")
)

// Words of one construction each.
var (
	// joining are verbs of what one is invited to, which is a contact with a person only.
	joining = lexicon.Class("joining")
	// introducing are verbs whose subject brings its object together with others.
	introducing = lexicon.Class("introducing")
	// summoning are verbs that in the passive say which body does so: "summoned to the
	// foreign ministry".
	summoning = lexicon.Class("summoning")
	// becomingSomething are verbs of what a contact makes of its subject.
	becomingSomething = lexicon.Class("becoming")
	// faceToFace is the verb and the noun of "met face to face with Okoro".
	faceToFace = lexicon.Class("face-to-face")
	// atInvitation are nouns of "at the invitation of Okoro".
	atInvitation = lexicon.Class("at-invitation")
	// talking are contact nouns of nothing but talk.
	talking = lexicon.Class("talking")
	// staying are verbs of being at a place, which is a visit only on an errand.
	staying = lexicon.Class("staying")
	// privateErrands are nouns of what nobody receives travellers for.
	privateErrands = lexicon.Class("private-errand")
	// premises are nouns of where somebody is visited: "Okoro's office".
	premises = lexicon.Class("premises")
	// territories are nouns of what a state is called as a place: "the country".
	territories = lexicon.Class("territory")
	// publicLetters are contact nouns with whom they are to, which is the public.
	publicLetters = lexicon.Class("public-letter")
	// counterparts are nouns of the holders of one office elsewhere.
	counterparts = lexicon.Class("counterpart")
	// formerRelation are words of "his ex-wife".
	formerRelation = lexicon.Class("ex")
)

// Words that say who begins a contact.
var (
	// openingContact are light verbs whose subject begins the contact.
	openingContact = lexicon.Class("opening-contact")
	// journeyVerbs are verbs of going to a place, with the prepositions before it; nil if
	// the place is the object.
	journeyVerbs = lexicon.Journeys()
	// journeyNouns are what a traveller is on, and ofJourney the prepositions before one
	// on which something was done.
	journeyNouns = lexicon.Class("journey")
	ofJourney    = lexicon.Class("on-journey")
)

// Contact verbs that are also said of what one does in public.
var (
	// officialInterview are verbs that are no journalism if an official does them.
	officialInterview = lexicon.Class("official-interview")
	// reachingAnyone are verbs whose other side may be people of a kind.
	reachingAnyone = lexicon.Class("reaching-anyone")
	// speechTo are verbs that with "to" may be a speech to people of a kind.
	speechTo = lexicon.Class("speech-to")
	// raisedWith are verbs of what parties do not do with each other.
	raisedWith = lexicon.Class("raised-with")
)
