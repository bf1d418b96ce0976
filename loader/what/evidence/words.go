package evidence

import (
	"dateline/graph"
	"dateline/loader/lexicon"
)

// press are those who ask and print: what is said to them is a statement.
var press = lexicon.Class("public")

// vague are nouns that by themselves say of no one who it is.
var vague = lexicon.Class("vague")

// inanimate are heads of phrases of doing, not of bodies that act.
var inanimate = lexicon.Class("inanimate")

// talkNouns and visitNouns are the contact nouns of talks and visits.
var (
	talkNouns  = lexicon.NounsOf(graph.MeansTalks)
	visitNouns = lexicon.NounsOf(graph.MeansVisit)
)

// crowds are numbers of people whom nothing names.
var crowds = lexicon.Class("crowd")

var following = lexicon.Class("following")

// highOffices are nouns of those whom states receive.
var highOffices = lexicon.Class("high-office")

// inquiring are words in the titles of those who question people for an office.
var inquiring = lexicon.Class("inquirer")

// mastheads are last words of the names of newspapers and broadcasters.
var mastheads = lexicon.Class("masthead")

// bodyWords are words in the names of bodies that one tells something for their own
// use.
var bodyWords = lexicon.Class("own-use")

// forums are words in the names of bodies that hear people in public.
var forums = lexicon.Class("forum")

var judges = lexicon.Class("judge")

// asking are the nouns of those who ask for a living.
var asking = lexicon.Class("asker")

// interviewing are the nouns of those who ask questions on the air or in print.
var interviewing = lexicon.Class("interviewer")

// heading are nouns of those who head a medium rather than ask for it.
var heading = lexicon.Class("heads-medium")

// publicOccasions are nouns of what is said before listeners.
var publicOccasions = lexicon.Class("before-listeners")

// Delegations are bodies of people who go and come together.
var Delegations = lexicon.Class("delegation")

// Representatives are the nouns of those who are sent to talk.
var Representatives = lexicon.Class("envoy")

// Writings are things by which somebody says something.
var Writings = lexicon.Class("written")

// issuing are verbs whose subject is the author of the statement that is their object.
var issuing = lexicon.Class("issuing")

// bodies are nouns of those that speak for a state.
var bodies = lexicon.Class("speaks-for-state")

var (
	publishing = lexicon.Class("publishing")
	leaked     = lexicon.Class("leaked")
)
