package grammar

import "strings"

// irregularLemmas are the lemmas of forms that the language model gets wrong.
var irregularLemmas = map[string]string{
	"phoned": "phone", "telephoned": "telephone", "emailed": "email", "e-mailed": "email", "e-mail": "email",
	"texted": "text", "texte": "text", "texting": "text", "phoning": "phone", "telephoning": "telephone", "emailing": "email",
	"cabled": "cable", "messaged": "message", "messaging": "message", "dialled": "dial", "conferred": "confer",
	"briefed": "brief", "briefing": "brief", "hosted": "host", "texts": "text", "emails": "email", "phones": "phone",
	"hop": "hope", "din": "dine", "meetings": "meeting", "talks": "talk",
}

// LightVerbs carry a noun of action and have its parties around them: "held talks with
// Okoro".
var LightVerbs = set(`hold have make take place pay send write receive get give begin start open join resume restore renew conduct continue
		launch enter maintain keep establish reestablish re-establish rebuild restart sever suspend halt cut break end cease stop lead attend
		schedule plan arrange organize organise set seek request propose offer want refuse reject decline cancel postpone exchange deliver
		hand address occur happen follow last return answer deny confirm announce be do finish conclude complete carry share reopen
		pass relay transmit forward grant leave stay put avoid initiate undertake participate engage prepare pursue`)

// SpeechVerbs govern what somebody says: "said that he had met Okoro".
var SpeechVerbs = set(`say tell confirm announce report add state write deny claim acknowledge declare note insist warn admit reveal
		explain argue stress emphasize emphasise underline indicate recall assert suggest remark reply respond comment
		tweet post reiterate maintain allege contend testify disclose believe concede offer stipulate reason promise vow pledge
		conclude continue observe clarify repeat affirm quip joke ask predict describe`)

// NominalSpeech are verbs of speech whose object is what they tell of: "confirmed a
// meeting".
var NominalSpeech = set("confirm deny announce acknowledge reveal admit disclose report describe")

// reportNouns are nouns of what is said: to deny a report is to deny what it says.
var reportNouns = set("report claim allegation rumor rumour story suggestion accusation statement")

// travel are verbs that say where somebody goes or is.
var travel = set("fly travel go come arrive head return be visit stop gather convene assemble depart leave land sit reconvene")

// complements are verbs with the preposition that introduces their complement.
var complements = phraseSet(
	"call for", "pave for", "open for", "open to", "clear for", "set for", "fix for", "schedule for", "press for",
	"push for", "appeal for", "ask for", "plan for", "plan on", "prepare for", "agree to", "agree on", "insist on",
	"decide on", "decide against", "speculate about", "hint at", "wait for", "hope for", "aim for", "wish for",
	"look to", "look for", "opt for", "vote for", "refrain from", "abstain from", "back from", "pull out",
	"withdraw from", "object to", "rule out", "succeed in", "warn against", "plead for", "beg for", "strive for",
	"work on", "dream of", "think of", "consent to", "commit to",
)

func phraseSet(phrases ...string) map[string]bool {
	index := map[string]bool{}
	for _, phrase := range phrases {
		index[phrase] = true
	}
	return index
}

// objectControl are verbs whose object is the subject of the infinitive: "asked Lim to
// call".
var objectControl = set(`dispatch send ask tell urge invite order persuade instruct direct want encourage allow enable force get
		help lead advise require appoint challenge beg push press let prompt cause spur compel oblige inspire motivate`)

// petitions are nouns of requests, and answering the verbs by which one answers them.
var (
	petitions = set("request demand motion petition subpoena plea call proposal application offer bid")
	answering = set(`oppose reject deny grant block resist consider refuse decline approve receive answer dismiss support back fight
		turn weigh ignore get rebuff accept`)
)

// negations deny the word that they depend on.
var negations = set(`not n't n’t never no neither nor without hardly`)

// Conditional are words that make a clause a condition or a wish.
var Conditional = set(`if whether unless should`)

// BodyNouns are last words of the names of bodies that one goes to see.
var BodyNouns = set("department dept ministry agency office bureau commission committee embassy consulate council authority police directorate headquarters")

// Instruments are nouns of the means by which people reach each other ("by phone", "in a
// letter"), each with the graph.Means it stands for.
var Instruments = map[string]string{
	"phone": "CALL", "telephone": "CALL", "call": "CALL", "video": "CALL", "zoom": "CALL",
	"videoconference": "CALL", "hotline": "CALL", "teleconference": "CALL", "videolink": "CALL",
	"letter": "MESSAGE", "email": "MESSAGE", "e-mail": "MESSAGE", "cable": "MESSAGE", "telegram": "MESSAGE",
	"twitter": "MESSAGE", "skype": "CALL", "facetime": "CALL",
	"whatsapp": "MESSAGE", "message": "MESSAGE", "memo": "MESSAGE",
	"meeting": "MEETING", "summit": "MEETING", "person": "MEETING", "face": "MEETING",
	"dinner": "MEETING", "lunch": "MEETING", "breakfast": "MEETING", "face-to-face": "MEETING",
	"in-person": "MEETING",
}

// Connections are nouns of what connects people who talk: "by video link".
var Connections = set("link line connection app feed conference hookup")

func set(list string) map[string]bool {
	index := map[string]bool{}
	for _, word := range strings.Fields(list) {
		index[word] = true
	}
	return index
}
