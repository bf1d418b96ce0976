package quote

import (
	"strings"
)

// cueClasses are words that attribute, by what they tell of a content.
var cueClasses = func() map[string]string {
	index := map[string]string{}
	for _, row := range [][2]string{
		{"speech", `say tell add write note report announce state declare explain argue claim insist assert contend maintain reply respond
			respond remark comment observe mention recount testify tweet post retweet quip joke shout yell chant exclaim whisper
			mutter reiterate repeat stress emphasize emphasise underline underscore affirm reaffirm confirm acknowledge admit concede
			confess reveal disclose divulge inform advise notify assure reassure remind warn caution alert relate narrate
			continue conclude counter retort rejoin interject interrupt opine proclaim pronounce utter voice intone blurt
			preach lecture quote cite recall clarify elaborate volunteer allege intimate imply hint signal suggest indicate`},
		{"ask", `ask inquire enquire wonder question query demand request beg plead beseech implore urge call press appeal petition`},
		{"promise", `promise pledge vow swear guarantee commit undertake agree offer threaten refuse decline volunteer consent`},
		{"command", `order command instruct direct tell forbid ban bar prohibit require mandate rule decree recommend advise propose encourage`},
		{"evaluate", `praise laud hail applaud commend compliment celebrate tout extol criticize criticise blast slam attack condemn denounce decry
			deride mock ridicule belittle disparage bash assail lambaste rebuke chide scold castigate berate blame accuse fault
			credit thank congratulate welcome dismiss reject rebut refute dispute contest challenge defend endorse back support oppose
			favor favour advocate champion embrace disavow disown renounce repudiate lament bemoan deplore regret mourn complain
			excoriate pan trash rip hammer skewer slap lash savage malign vilify demonize admire respect`},
		{"name", `call label dub brand deem describe characterize characterise portray depict cast paint term consider regard view rate declare name`},
		{"think", `think believe feel know understand realize realise suspect doubt assume presume suppose guess imagine consider see view expect
			anticipate predict forecast foresee estimate calculate reckon conclude decide determine judge find learn discover notice
			recognize recognise remember forget recall reason speculate surmise figure agree disagree conceive perceive hold`},
		{"want", `want wish hope desire intend plan aim seek prefer like love hate dislike fear dread worry long yearn aspire mean need
			care crave look try choose opt vote`},
		{"show", `show demonstrate indicate suggest reveal find prove illustrate point document detail outline list contain record display read`},
		{"tellof", `discuss debate talk speak address describe detail outline explain mention reference allude refer touch highlight focus cover
			explore examine analyze review chronicle portray present introduce unveil release publish issue print broadcast air share`},
		{"idea", `claim statement assertion allegation accusation argument contention belief view opinion feeling fear hope wish desire plan proposal
			promise pledge vow threat warning demand call request appeal suggestion recommendation idea notion theory conviction
			conclusion decision determination criticism attack praise endorsement support opposition objection complaint concern
			doubt question comment remark report account announcement news message letter order denial admission acknowledgment
			prediction expectation forecast estimate assumption interest intention commitment confidence worry speculation
			rhetoric talk speech description characterization explanation answer response reply assurance insistence refusal willingness`},
		{"state", `confident sure certain aware afraid worried concerned hopeful optimistic pessimistic skeptical sceptical doubtful convinced
			proud glad happy sorry angry upset disappointed surprised critical supportive dismissive eager willing reluctant unwilling
			ready determined keen interested opposed fearful wary adamant clear grateful thankful excited furious outraged unhappy`},
	} {
		for _, word := range strings.Fields(row[1]) {
			if index[word] != "" {
				index[word] += "+" + row[0]
				continue
			}
			index[word] = row[0]
		}
	}
	return index
}()
