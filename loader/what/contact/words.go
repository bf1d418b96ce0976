package contact

import (
	"strings"

	"dateline/graph"
)

// contactVerbs is every verb that by itself tells of a contact. To add one, add a
// row.
var contactVerbs = []verb{
	{"meet", "", graph.MeansMeeting, mutual, anyParty, words("with"), nil},
	{"sit", "down", graph.MeansMeeting, mutual, noParty, words("with"), nil},
	{"huddle", "", graph.MeansMeeting, mutual, noParty, words("with"), nil},
	{"dine", "", graph.MeansMeeting, mutual, noParty, words("with"), nil},
	{"lunch", "", graph.MeansMeeting, mutual, noParty, words("with"), nil},
	{"reconvene", "", graph.MeansMeeting, mutual, noParty, words("with"), nil},
	{"speak", "", graph.MeansUnspecified, mutual, noParty, words("with to"), words("about for of out highly")},
	{"talk", "", graph.MeansTalks, mutual, noParty, words("with to"), words("past over")},
	{"chat", "", graph.MeansUnspecified, mutual, noParty, words("with to"), nil},
	{"converse", "", graph.MeansUnspecified, mutual, noParty, words("with"), nil},
	{"confer", "", graph.MeansTalks, mutual, noParty, words("with"), nil},
	{"consult", "", graph.MeansTalks, mutual, anyParty, words("with"), nil},
	{"negotiate", "", graph.MeansTalks, mutual, noParty, words("with"), nil},
	{"discuss", "", graph.MeansTalks, mutual, noParty, words("with"), nil},
	{"debate", "", graph.MeansMeeting, mutual, oneself, words("with"), nil},
	{"communicate", "", graph.MeansUnspecified, mutual, noParty, words("with to"), nil},
	{"correspond", "", graph.MeansMessage, mutual, noParty, words("with"), words("to")},
	{"liaise", "", graph.MeansUnspecified, mutual, noParty, words("with"), nil},
	{"engage", "", graph.MeansTalks, mutual, noParty, words("with"), words("in")},
	{"see", "", graph.MeansMeeting, mutual, oneself, nil, nil},
	{"join", "", graph.MeansMeeting, mutual, oneself, nil, nil},
	{"shake", "", graph.MeansMeeting, mutual, noParty, words("with"), nil},
	{"run", "", graph.MeansMeeting, mutual, noParty, words("into"), nil},
	{"bump", "", graph.MeansMeeting, mutual, noParty, words("into"), nil},
	{"reply", "", graph.MeansMessage, outward, noParty, words("to"), nil},
	{"congratulate", "", graph.MeansUnspecified, outward, addressee, nil, nil},
	{"thank", "", graph.MeansUnspecified, outward, addressee, nil, nil},
	{"hear", "", graph.MeansUnspecified, inward, noParty, words("from"), nil},
	{"trade", "", graph.MeansMessage, mutual, noParty, words("with"), nil},
	{"swap", "", graph.MeansMessage, mutual, noParty, words("with"), nil},
	{"forward", "", graph.MeansMessage, outward, noParty, words("to"), nil},
	{"tweet", "", graph.MeansMessage, outward, noParty, words("at"), nil},
	{"catch", "up", graph.MeansUnspecified, mutual, noParty, words("with"), nil},
	{"touch", "base", graph.MeansUnspecified, mutual, noParty, words("with"), nil},
	{"parley", "", graph.MeansTalks, mutual, noParty, words("with"), nil},
	{"breakfast", "", graph.MeansMeeting, mutual, noParty, words("with"), nil},
	{"confide", "", graph.MeansUnspecified, outward, noParty, words("in to"), nil},
	{"apologize", "", graph.MeansUnspecified, outward, noParty, words("to"), nil},
	{"apologise", "", graph.MeansUnspecified, outward, noParty, words("to"), nil},
	{"fax", "", graph.MeansMessage, outward, noParty, words("to"), nil},
	{"propose", "", graph.MeansUnspecified, outward, noParty, words("to"), nil},
	{"pitch", "", graph.MeansUnspecified, outward, noParty, words("to"), nil},
	{"relay", "", graph.MeansUnspecified, outward, noParty, words("to"), nil},
	{"petition", "", graph.MeansMessage, outward, addressee, nil, nil},
	{"warn", "", graph.MeansUnspecified, outward, addressee, nil, nil},
	{"advise", "", graph.MeansUnspecified, outward, addressee, nil, nil},
	{"implore", "", graph.MeansUnspecified, outward, addressee, nil, nil},
	{"beg", "", graph.MeansUnspecified, outward, addressee, nil, words("for")},
	{"remind", "", graph.MeansUnspecified, outward, addressee, nil, nil},
	{"counsel", "", graph.MeansUnspecified, outward, addressee, nil, nil},
	{"check", "in", graph.MeansUnspecified, outward, noParty, words("with"), nil},
	{"phone", "", graph.MeansCall, outward, anyParty, nil, nil},
	{"telephone", "", graph.MeansCall, outward, anyParty, nil, nil},
	{"ring", "", graph.MeansCall, outward, oneself, nil, nil},
	{"dial", "", graph.MeansCall, outward, oneself, nil, nil},
	{"call", "in", graph.MeansMeeting, outward, oneself, words("in"), nil},
	{"call", "", graph.MeansCall, outward, oneself, nil, words("for on it off upon out")},
	{"videoconference", "", graph.MeansCall, mutual, noParty, words("with"), nil},
	{"write", "", graph.MeansMessage, outward, oneself, words("to"), words("check cheque checks cheques book off")},
	{"email", "", graph.MeansMessage, outward, anyParty, words("to"), nil},
	{"text", "", graph.MeansMessage, outward, anyParty, nil, nil},
	{"message", "", graph.MeansMessage, outward, anyParty, nil, nil},
	{"cable", "", graph.MeansMessage, outward, anyParty, words("to"), nil},
	{"contact", "", graph.MeansUnspecified, outward, anyParty, nil, nil},
	{"approach", "", graph.MeansUnspecified, outward, oneself, nil, nil},
	{"reach", "out", graph.MeansUnspecified, outward, noParty, words("to"), nil},
	{"brief", "", graph.MeansUnspecified, outward, anyParty, nil, nil},
	{"notify", "", graph.MeansUnspecified, outward, anyParty, nil, nil},
	{"inform", "", graph.MeansUnspecified, outward, anyParty, nil, nil},
	{"assure", "", graph.MeansUnspecified, outward, addressee, nil, nil},
	{"reassure", "", graph.MeansUnspecified, outward, addressee, nil, nil},
	{"tell", "", graph.MeansUnspecified, outward, addressee, nil, nil},
	{"ask", "", graph.MeansUnspecified, outward, addressee, nil, words("for about")},
	{"urge", "", graph.MeansUnspecified, outward, addressee, nil, nil},
	{"press", "", graph.MeansUnspecified, outward, addressee, nil, nil},
	{"lobby", "", graph.MeansUnspecified, outward, addressee, nil, nil},
	{"update", "", graph.MeansUnspecified, outward, addressee, nil, nil},
	{"complain", "", graph.MeansUnspecified, outward, noParty, words("to"), nil},
	{"appeal", "", graph.MeansUnspecified, outward, noParty, words("to"), nil},
	{"convey", "", graph.MeansUnspecified, outward, noParty, words("to"), nil},
	{"plead", "", graph.MeansUnspecified, outward, noParty, words("with"), nil},
	{"raise", "", graph.MeansTalks, mutual, noParty, words("with"), nil},
	{"exchange", "", graph.MeansMessage, mutual, noParty, words("with"), words("fire blows places")},
	{"haggle", "", graph.MeansTalks, mutual, noParty, words("with"), nil},
	{"bargain", "", graph.MeansTalks, mutual, noParty, words("with"), nil},
	{"question", "", graph.MeansUnspecified, outward, oneself, nil, nil},
	{"grill", "", graph.MeansUnspecified, outward, oneself, nil, nil},
	{"interview", "", graph.MeansMeeting, outward, oneself, nil, nil},
	{"visit", "", graph.MeansVisit, outward, oneself, words("with"), nil},
	{"host", "", graph.MeansMeeting, inward, oneself, nil, nil},
	{"receive", "", graph.MeansMeeting, inward, oneself, nil, nil},
	{"welcome", "", graph.MeansMeeting, inward, oneself, nil, nil},
	{"greet", "", graph.MeansMeeting, mutual, oneself, nil, nil},
	{"invite", "", graph.MeansMeeting, outward, oneself, nil, nil},
	{"summon", "", graph.MeansMeeting, outward, oneself, nil, nil},
	{"send", "", graph.MeansVisit, envoying, oneself, words("to"), nil},
	{"dispatch", "", graph.MeansVisit, envoying, oneself, words("to"), nil},
}

// contactNouns is every noun that tells of a contact. To add one, add a row.
var contactNouns = []noun{
	{"meeting", graph.MeansMeeting, mutual, true},
	{"summit", graph.MeansMeeting, mutual, true},
	{"encounter", graph.MeansMeeting, mutual, true},
	{"audience", graph.MeansMeeting, mutual, false},
	{"lunch", graph.MeansMeeting, mutual, false},
	{"dinner", graph.MeansMeeting, mutual, false},
	{"breakfast", graph.MeansMeeting, mutual, false},
	{"handshake", graph.MeansMeeting, mutual, false},
	{"session", graph.MeansMeeting, mutual, false},
	{"touch", graph.MeansUnspecified, mutual, false},
	{"word", graph.MeansUnspecified, mutual, false},
	{"phone", graph.MeansCall, mutual, false},
	{"conference", graph.MeansCall, mutual, true},
	{"back-and-forth", graph.MeansUnspecified, mutual, true},
	{"one-on-one", graph.MeansMeeting, mutual, true},
	{"get-together", graph.MeansMeeting, mutual, true},
	{"rendezvous", graph.MeansMeeting, mutual, true},
	{"teleconference", graph.MeansCall, mutual, true},
	{"missive", graph.MeansMessage, outward, false},
	{"memo", graph.MeansMessage, outward, false},
	{"memorandum", graph.MeansMessage, outward, false},
	{"voicemail", graph.MeansMessage, outward, false},
	{"sit-down", graph.MeansMeeting, mutual, true},
	{"talk", graph.MeansTalks, mutual, true},
	{"negotiation", graph.MeansTalks, mutual, true},
	{"discussion", graph.MeansTalks, mutual, true},
	{"consultation", graph.MeansTalks, mutual, true},
	{"dialogue", graph.MeansTalks, mutual, true},
	{"dialog", graph.MeansTalks, mutual, true},
	{"conversation", graph.MeansUnspecified, mutual, true},
	{"contact", graph.MeansUnspecified, mutual, true},
	{"communication", graph.MeansUnspecified, mutual, true},
	{"channel", graph.MeansUnspecified, mutual, false},
	{"outreach", graph.MeansUnspecified, outward, false},
	{"exchange", graph.MeansMessage, mutual, false},
	{"correspondence", graph.MeansMessage, mutual, true},
	{"call", graph.MeansCall, outward, false},
	{"videoconference", graph.MeansCall, mutual, true},
	{"letter", graph.MeansMessage, outward, false},
	{"email", graph.MeansMessage, outward, false},
	{"message", graph.MeansMessage, outward, false},
	{"telegram", graph.MeansMessage, outward, false},
	{"cable", graph.MeansMessage, outward, false},
	{"note", graph.MeansMessage, outward, false},
	{"invitation", graph.MeansMeeting, outward, false},
	{"visit", graph.MeansVisit, outward, false},
	{"trip", graph.MeansVisit, outward, false},
	{"dispatch", graph.MeansVisit, envoying, false},
}

func words(list string) []string { return strings.Fields(list) }

// reportingVerbs have as subject who tells of a contact, not who takes part.
var reportingVerbs = set(`say report describe reveal cite detail criticize criticise condemn praise support oppose note add write see show
		call comment discuss mediate broker follow mean suggest indicate argue explain welcome hail back witness cover monitor analyze
		mention remark stress underline emphasize read watch believe think know claim acknowledge allege urge encourage demand`)

// pressUse are modifiers that make a contact noun one with the press.
var pressUse = set(`press news media conference contract debate`)

// mechanical are heads that a contact noun only qualifies: "contact lens".
var mechanical = set(`lens center centre sign log list record transcript room table topic agenda point person number book app
		address server account service security client`)

var planning = set(`suppose plan schedule expect promise intend set prepare due agree arrange slate pledge vow hope aim`)

var requesting = set(`ask request offer invite propose seek want urge suggest demand call push appeal wish like press willing ready
		prepared eager keen open challenge plead beg`)

var denying = set(`deny refuse decline cancel reject fail avoid abandon scrap rule snub rebuff skip scupper forgo halt`)

var hypothetical = set(`would could may might can should must 'd ’d`)

var supposing = set(`attempt try effort possibility prospect chance possible potential likely hypothetical eventual consider mull weigh explore`)

// plannedWords say of a noun that it is to come.
var plannedWords = set(`planned upcoming scheduled forthcoming next coming expected future preparation plan`)

var proposed = set(`proposed requested offered suggested offer request proposal invitation desire readiness willingness call demand wish appeal`)

var cancelled = set(`cancelled canceled aborted refused rejected refusal denial cancellation absence lack failure unable unwilling reluctant`)

// judging are words of advice and evaluation.
var judging = set(`necessary important essential vital crucial needed impossible illogical useful good bad better best wise unwise harmful
	counterproductive imperative critical desirable helpful wrong right time need must key`)

// enjoying are verbs whose object was had.
var enjoying = set("appreciate enjoy relish value treasure cherish")

// bounding are verbs of beginning and ending.
var bounding = set("begin start open resume cease stop end halt break suspend cut freeze lapse dwindle")

// addressing are verbs whose object is spoken to.
var addressing = set("warn tell urge ask press brief congratulate thank persuade convince assure inform remind invite discourage dissuade reassure implore beg lobby pressure caution")

// outcomes are nouns of what talks come to.
var outcomes = set("deal agreement accord truce progress breakthrough compromise settlement pact")

// sending are verbs by which one has another act for him.
var sending = set("send dispatch instruct order direct appoint task delegate authorize authorise")

// mediating are verbs whose subject brings others together.
var mediating = set("mediate broker host facilitate moderate chair convene sponsor oversee arrange organize organise")

// journalisticNouns are of what journalists and those whom they ask do as well.
var journalisticNouns = set("conversation discussion talk exchange call")

// wires say of a cable that it is one of metal or glass.
var wires = set("usb charging charger power fiber fibre copper steel hdmi ethernet extension tv television undersea submarine network battery")

// receiving are verbs whose subject a call or letter goes to.
var receiving = set("receive get take accept answer return have expect await welcome read decline reject refuse spurn turn")

// bearing are verbs whose subject brings the letter of another.
var bearing = set("relay convey carry deliver bring transmit pass bear hand")

// coming are verbs of what guests do.
var coming = set("attend address tour stay return take participate eat drink ride celebrate watch see appear perform present")

var (
	// rounds are nouns of which talks have several.
	rounds = set("round series session day set")
	// asked are verbs whose object is asked for a contact with the subject.
	asked = set("ask press beg petition")
	// settings stand before what something was settled in.
	settings = set("in during at over by via")
	// sharing are verbs of what one gives another when they meet.
	sharing = set("share exchange swap trade plot conspire")
	// settling are verbs of what two do together when they talk.
	settling = set(`agree decide settle discuss resolve pledge vow promise argue clash quarrel spar disagree reaffirm review
		express underline stress underscore reiterate condemn`)
)

// topical are verbs whose object is what is talked about.
var topical = set("discuss negotiate raise debate exchange trade swap")

func set(list string) map[string]bool {
	index := map[string]bool{}
	for _, word := range strings.Fields(list) {
		index[word] = true
	}
	return index
}
