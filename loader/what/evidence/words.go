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
