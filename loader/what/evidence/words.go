package evidence

import (
	"dateline/graph"
	"dateline/loader/lexicon"
)

// The press and the public.
var (
	// press are those who ask and print, and their public: to tell them something is a
	// statement.
	press = lexicon.Class("public")
	// asking are nouns of people who ask for a living, interviewing those who do so on the
	// air or in print.
	asking       = lexicon.Class("asker")
	interviewing = lexicon.Class("interviewer")
	// headingMedia are nouns of people who head a medium rather than ask for it.
	headingMedia = lexicon.Class("heads-medium")
	// mastheads are last words of the names of newspapers and broadcasters.
	mastheads = lexicon.Class("masthead")
	// publicOccasions are nouns of what is said before listeners.
	publicOccasions = lexicon.Class("before-listeners")
	// following are nouns of somebody's public.
	following = lexicon.Class("following")
)

// Words in the names of organizations.
var (
	// forums are in the names of bodies that hear people in public.
	forums = lexicon.Class("forum")
	// ownUse are in the names of bodies that people tell something for their own use.
	ownUse = lexicon.Class("own-use")
	// inanimate are heads of phrases of doing, not of bodies that act.
	inanimate = lexicon.Class("inanimate")
)

// Words in titles, and nouns of people.
var (
	// highOffices are those of people whom states receive.
	highOffices = lexicon.Class("high-office")
	// inquiring are those of people who question others by office.
	inquiring = lexicon.Class("inquirer")
	judges    = lexicon.Class("judge")
	// vague are nouns that could be anybody.
	vague = lexicon.Class("vague")
	// crowds are numbers of people without a name.
	crowds = lexicon.Class("crowd")
	// Delegations are groups of people who come and go together.
	Delegations = lexicon.Class("delegation")
	// Representatives are nouns of people who are sent to talk.
	Representatives = lexicon.Class("envoy")
	// stateVoices are nouns of whatever speaks for a state.
	stateVoices = lexicon.Class("speaks-for-state")
)

// Writings and what is done to them.
var (
	// Writings are things that say something: "a letter said".
	Writings = lexicon.Class("written")
	// issuing are verbs whose subject is the author of the writing that is their object.
	issuing = lexicon.Class("issuing")
	// publishing are verbs of making public what others wrote, leaked what is made public so.
	publishing = lexicon.Class("publishing")
	leaked     = lexicon.Class("leaked")
)

// The contact nouns of talks and visits.
var (
	talkNouns  = lexicon.NounsOf(graph.MeansTalks)
	visitNouns = lexicon.NounsOf(graph.MeansVisit)
)

// Words of people and bodies that a rule of parties asks for.
var (
	// leading are verbs whose subject leads its object: "a team led by Lim".
	leading = lexicon.Class("leading")
	// counterparts are nouns of the holders of one office elsewhere.
	counterparts = lexicon.Class("counterpart")
	// noForum are words in the names of bodies that are no forums.
	noForum = lexicon.Class("no-forum")
	// former are words that say that an office is past.
	former = lexicon.Class("former")
)

// TellsSomebody are verbs of speech that are a contact themselves: "told Lim on Monday".
var TellsSomebody = lexicon.Class("tells-somebody")

// Words of times.
var (
	// partsOfDay are nouns of a part of a day that nothing names.
	partsOfDay = lexicon.Class("part-of-day")
	// CountedTimes count a contact: "for the first time".
	CountedTimes = lexicon.Class("counted-time")
	// occurring are verbs that say that their subject came about.
	occurring = lexicon.Class("occurring")
	// expecting are verbs that in the passive say where somebody will be.
	expecting = lexicon.Class("expected-there")
	// bounds stand before a time that only bounds another: "since July".
	bounds = lexicon.Class("bound")
	// notWhile stand before a noun that does not share the time of the verb above it.
	notWhile = lexicon.Class("not-while")
	// ofParty stand before a phrase that a time in it belongs to.
	ofParty = lexicon.Class("of-party")
	// atTime stand before a time that belongs to what a phrase belongs to.
	atTime = lexicon.Class("at-time")
)
