package evidence

import (
	"strings"
)

// press are those who ask and print: what is said to them is a statement.
var press = set(`reporter journalist press media newspaper news broadcaster outlet magazine radio television tv paper daily
		audience crowd rally viewer reader listener interviewer correspondent anchor host channel public
		caller everyone anyone someone nobody people court conference briefing hearing panel forum event jury
		conferences reporters journalists crowds`)

// vague are nouns that by themselves say of no one who it is.
var vague = set(`man woman person people group groups country countries nation nations party parties side sides opposition body bodies
		one ones other others thing members member individuals individual company official official's child children team
		organization organizations family ally friend friends colleague colleagues source sources citizen citizens`)

// inanimate are heads of phrases of doing, not of bodies that act.
var inanimate = set("organization number series organisation deployment process")

// TalkNouns and visitNouns are the contact nouns of talks and visits.
var TalkNouns = set("talk negotiation discussion consultation dialogue dialog")

var VisitNouns = set("visit trip dispatch")

// crowds are numbers of people whom nothing names.
var crowds = set("thousand thousands million millions hundred hundreds crowd crowds")

var following = set("supporters voters fans followers viewers listeners readers constituents americans donors audience crowd")

// highOffices are nouns of those whom states receive.
var highOffices = set(`president minister premier chancellor king queen prince princess pope leader ambassador envoy senator
	congressman lawmaker governor emir sultan emperor diplomat delegation negotiator secretary commissioner`)

// inquiring are words in the titles of those who question people for an office.
var inquiring = set("chairman chairwoman prosecutor detective investigator inspector inquisitor counsel attorney sheriff magistrate judge examiner superintendent")

// mastheads are last words of the names of newspapers and broadcasters.
var mastheads = set("times post news tribune herald journal gazette guardian globe star sentinel telegraph observer chronicle courier inquirer examiner mirror radio tv television magazine today dispatch bulletin weekly show podcast broadcasting network")

// bodyWords are words in the names of bodies that one tells something for their own
// use.
var bodyWords = set("union party police department ministry office bureau agency service embassy army force foundation fund bank association federation board team university campaign administration government staff group nations nation organization organisation alliance league")

// forums are words in the names of bodies that hear people in public.
var forums = set("committee subcommittee commission parliament assembly senate house congress council tribunal court inquiry panel jury")

var judges = set("judge magistrate")

// asking are the nouns of those who ask for a living.
var asking = set("reporter journalist correspondent anchor host interviewer columnist presenter broadcaster blogger commentator moderator")

// interviewing are the nouns of those who ask questions on the air or in print.
var interviewing = set("reporter journalist correspondent anchor host interviewer presenter broadcaster moderator")

// heading are nouns of those who head a medium rather than ask for it.
var heading = set("chairman ceo president owner founder publisher chief executive director proprietor mogul")

// publicOccasions are nouns of what is said before listeners.
var publicOccasions = set("panel debate hearing show programme broadcast podcast trial rally interview")

// Delegations are bodies of people who go and come together.
var Delegations = set("delegation team mission committee staff family group party envoy crew")

// Representatives are the nouns of those who are sent to talk.
var Representatives = set(`envoy adviser advisor aide minister diplomat ambassador delegation representative official negotiator emissary
	secretary team counsel lawyer mediator messenger mission deputy director chief son daughter brother spokesman`)

// Writings are things by which somebody says something.
var Writings = set("letter email message memo note statement cable tweet post report telegram text article book")

// issuing are verbs whose subject is the author of the statement that is their object.
var issuing = set("issue release publish write send post make give deliver sign tweet")

// bodies are nouns of those that speak for a state.
var bodies = set("side government ministry party office delegation country state nation capital leader president minister premier")

var (
	publishing = set("release publish leak post obtain unearth dump hack disclose")
	leaked     = set("email cable document message memo letter transcript file thread correspondence")
)

func set(list string) map[string]bool {
	index := map[string]bool{}
	for _, word := range strings.Fields(list) {
		index[word] = true
	}
	return index
}
