package who

import (
	"slices"
	"strings"

	"dateline/loader/language"
)

// compoundNames claims names that their last noun gives away: "Social Democratic
// Party of Austria", "Institute for Social Research", "Cook County". The grammar:
// capitalized words, a noun of bodies or grounds, and what follows it after "of",
// "for" or "on".
func (f *finder) compoundNames() {
	for i := len(f.doc.Tokens) - 1; i >= 0; i-- { // from the right: the longest name ends last
		if f.headline[i] || f.owner[i] >= 0 || !startsUpper(f.doc.Tokens[i].Text) {
			continue
		}
		lower := strings.ToLower(f.doc.Tokens[i].Text)
		switch {
		case bodyHeads[lower]:
			f.claimBody(i, lower)
		case placeHeads[lower]:
			f.claimGround(i, lower)
		}
	}
}

// bodyHeads are nouns that names of bodies end in, or have before "of".
var bodyHeads = wordSet(`party union federation alliance coalition council committee commission university institute
	association society academy foundation ministry department agency bureau court bank congress assembly movement
	league front army organization organisation institution corporation church center centre brigade authority board conference confederation club college school fund trust endowment parliament guild
	network initiative forum office service group police legislature chamber embassy consulate command caucus
	gazette tribune herald chronicle broadcasting weekly wire television`)

// extending are the heads whose "of" phrase is of their name.
var extending = wordSet(`party union federation alliance council committee commission university institute association
	society academy foundation ministry department bureau court bank congress league front army organization
	organisation institution church center centre authority assembly board conference confederation college school fund
	endowment guild office chamber command movement brigade`)

// placeHeads are nouns that names of places end in.
var placeHeads = wordSet(`county province airport peninsula islands island valley district region river lake mountains
	desert square street avenue bridge stadium kingdom empire republic oblast prefecture canal bay beach hills`)

// realms are the place heads that have their "of" phrase in the name.
var realms = wordSet(`kingdom republic empire principality duchy isle`)

func (f *finder) claimBody(head int, lower string) {
	start := f.bodyStart(head)
	end := head + 1
	if extending[lower] {
		end = f.bodyEnd(head)
	}
	span := language.Span{Start: start, End: end}
	if length(span) < 2 || !f.free(span) || f.wholeInPerson(span) {
		return
	}
	if e, last := f.longest(start); e != nil && last >= end {
		return // the lexicon knows it
	}
	f.claim(span, classOrganization, nil)
}

// bodyStart returns where the capitalized words before a head begin.
func (f *finder) bodyStart(head int) int {
	start := head
	for i := head - 1; i >= f.doc.SentenceOf(head).Start; i-- {
		token := f.doc.Tokens[i]
		switch {
		case f.owner[i] >= 0 || newlineAfter(f.doc, i) || token.POS == "SPACE":
			return start
		case f.bodyWord(i, head):
			start = i
		case token.Text == "and" || token.Text == "&":
			if start != i+1 || i == 0 || !f.bodyWord(i-1, head) || !f.sameEntity(i-1, head) {
				return start
			}
		case token.Tag == "POS":
			if i == 0 || start != i+1 || !owners[strings.ToLower(f.doc.Tokens[i-1].Text)] {
				return start
			}
		case token.Text == "-":
			if start != i+1 || i == 0 || !startsUpper(f.doc.Tokens[i-1].Text) {
				return start
			}
		default:
			return start
		}
	}
	return start
}

// owners may stand with an apostrophe in a body's name: "Workers' Party".
var owners = wordSet(`people peoples workers farmers peasants women children teachers citizens veterans students writers men`)

// sameEntity reports whether the model sees two tokens in one name.
func (f *finder) sameEntity(a, b int) bool {
	return f.doc.Tokens[a].Entity >= 0 && f.doc.Tokens[a].Entity == f.doc.Tokens[b].Entity
}

// bodyWord reports whether a token before a head can be of its name.
func (f *finder) bodyWord(i, head int) bool {
	token := f.doc.Tokens[i]
	if !startsUpper(token.Text) {
		return false
	}
	lower := strings.ToLower(token.Text)
	if _, honorific := f.words.honorifics[token.Text]; honorific || f.words.notInName(token.Text) {
		return false
	}
	switch token.Tag {
	case "NNP", "NNPS", "JJ", "NN", "NNS", "AFX", "VBG", "VBN":
	default:
		return false
	}
	if f.sentenceStart(i) && (f.common[lower] || token.Tag == "VBG" || token.Tag == "VBN") {
		return false
	}
	// "Russian Foreign Ministry", "Ukrainian Parliament": whose it is, no part of it.
	if e, end := f.longest(i); e != nil && end == i+1 && e.use == useAdjective {
		return adjectival[strings.ToLower(f.doc.Tokens[head].Text)]
	}
	return true
}

// adjectival are the heads whose names include a nationality.
var adjectival = wordSet(`party union federation alliance council association society academy institute congress league
	front movement coalition confederation bank red institution university foundation army church kingdom empire
	republic`)

// bodyEnd returns where the name of a body ends that begins before its "of" phrase.
func (f *finder) bodyEnd(head int) int {
	end := head + 1
	for end+1 < len(f.doc.Tokens) && slices.Contains([]string{"of", "for", "on"}, f.doc.Tokens[end].Text) {
		at := end + 1
		if strings.ToLower(f.doc.Tokens[at].Text) == "the" && at+1 < len(f.doc.Tokens) {
			at++
		}
		stop := f.capitalRun(at)
		if stop == at {
			return end
		}
		end = stop
	}
	return end
}

// capitalRun returns the end of the run of capitalized words from token i, with
// "and" and commas between two of them where the model sees one name.
func (f *finder) capitalRun(i int) int {
	end := i
	for j := i; j < f.doc.SentenceOf(min(i, len(f.doc.Tokens)-1)).End; j++ {
		token := f.doc.Tokens[j]
		switch {
		case startsUpper(token.Text) && token.POS != "PUNCT" && f.owner[j] < 0 && !f.words.notInName(token.Text):
			end = j + 1
		case (token.Text == "and" || token.Text == "," || token.Text == "-") && end == j && j > i && f.goesOn(j):
		default:
			return end
		}
		if newlineAfter(f.doc, j) {
			return end
		}
	}
	return end
}

// goesOn reports whether a name goes on after "and" or a comma at token j: the model
// says so, or one more capitalized word follows that is no name by itself.
func (f *finder) goesOn(j int) bool {
	next := j + 1
	if next >= len(f.doc.Tokens) || !startsUpper(f.doc.Tokens[next].Text) {
		return false
	}
	if f.sameEntity(j-1, next) {
		return true
	}
	if f.doc.Tokens[j].Text != "and" || f.words.isGiven(f.doc.Tokens[next].Text) || f.doc.Tokens[next].Entity >= 0 {
		return false
	}
	e, _ := f.longest(next)
	return e == nil && (next+1 >= len(f.doc.Tokens) || !startsUpper(f.doc.Tokens[next+1].Text))
}

// wholeInPerson reports whether the model takes all of it for a person whose first
// name it begins with.
func (f *finder) wholeInPerson(span language.Span) bool {
	return f.modelLabel(span.Start) == "PERSON" && f.words.isGiven(f.doc.Tokens[span.Start].Text) && f.sameEntity(span.Start, span.End-1)
}

func (f *finder) claimGround(head int, lower string) {
	start := head
	for i := head - 1; i >= f.doc.SentenceOf(head).Start && f.owner[i] < 0 && !newlineAfter(f.doc, i) && f.bodyWord(i, head) && head-i <= 3; i-- {
		start = i
	}
	end := head + 1
	if start == head && realms[lower] && end+1 < len(f.doc.Tokens) && f.doc.Tokens[end].Text == "of" {
		end = max(f.capitalRun(end+1), end)
	}
	span := language.Span{Start: start, End: end}
	if length(span) < 2 || !f.free(span) || f.wholeInPerson(span) {
		return
	}
	if e, last := f.longest(start); e != nil && last >= end {
		return
	}
	f.claim(span, classPlace, nil)
}

// widenPlaces takes the point of the compass before a place's name into it:
// "Southern California".
func (f *finder) widenPlaces() {
	for index := range f.names {
		n := &f.names[index]
		if n.Start == 0 || n.Start == n.End || f.owner[n.Start-1] >= 0 || !compass[f.doc.Tokens[n.Start-1].Text] {
			continue
		}
		if n.class == classPlace || n.entry != nil && (n.entry.use == usePlace || n.entry.use == useState) {
			n.Start--
			n.class, n.entry = classPlace, nil
			f.owner[n.Start] = index
		}
	}
}

// companySuffix are the words that companies' names end in.
var companySuffix = wordSet(`Inc Inc. Corp Corp. Ltd Ltd. Plc PLC plc LLC AG SA SE NV GmbH Co Co. Group Holdings`)

// widenCompanies takes "Inc" and the like into the name before, and makes a
// company of it.
func (f *finder) widenCompanies() {
	for index := range f.names {
		n := &f.names[index]
		if n.Start == n.End || n.End >= len(f.doc.Tokens) || f.owner[n.End] >= 0 || !companySuffix[f.doc.Tokens[n.End].Text] {
			continue
		}
		if n.entry != nil && n.entry.use != useOrganization && n.entry.use != usePlace {
			continue
		}
		f.owner[n.End] = index
		n.End++
		if n.entry == nil || n.entry.use == usePlace {
			n.class, n.entry = classOrganization, nil
		}
	}
}

// joinParticles makes one name of a person's parts that the model cut apart at a
// particle: "Ursula von der" and "Leyen"; and takes the particles before a
// surname into it, where the article's full name has them.
func (f *finder) joinParticles() {
	for index := range f.names {
		n := &f.names[index]
		if n.Start == n.End || n.class == classLexicon && n.entry.use != usePlace {
			continue
		}
		start := n.Start
		for start > 0 && isParticle(f.doc.Tokens[start-1].Text) && f.owner[start-1] < 0 {
			start--
		}
		if start == n.Start || start == 0 {
			continue
		}
		before := f.owner[start-1]
		switch {
		case before >= 0 && f.names[before].class == classPerson && isLower(f.doc.Tokens[start].Text):
			f.take(index, before)
		case before < 0 && f.fullNameWith(language.Span{Start: start, End: n.End}):
			for i := start; i < n.Start; i++ {
				f.owner[i] = index
			}
			n.Start, n.class, n.entry = start, classPerson, nil
		}
	}
}

// take lengthens the name before by the name index and what is between them.
func (f *finder) take(index, before int) {
	end := f.names[index].End
	f.drop(index)
	for i := f.names[before].Start; i < end; i++ {
		f.owner[i] = before
	}
	f.names[before].End = end
}

// fullNameWith reports whether some person's full name ends in the words of span.
func (f *finder) fullNameWith(span language.Span) bool {
	form := " " + f.fold(span)
	for _, n := range f.names {
		if n.class == classPerson && length(n.Span) > length(span) && strings.HasSuffix(f.fold(n.Span), form) {
			return true
		}
	}
	return false
}

var compass = wordSet(`Northern Southern Eastern Western Central Upper Lower South North East West`)
