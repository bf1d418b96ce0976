package lexicon

// lists are all lists. To add one, put its file into this folder, define its table and a
// function that returns it, and add the table here.
var lists = []list{
	verbs, nouns, otherWords, written,
	states, seats, organizations, media, places, offices, officeVariants, sectors, combiningForms,
	firstNames, honorifics, particles, suffixes, smallWords, variants, nameEndings, legalForms, romanization,
	contactVerbs, contactNouns, journeys, instruments, complements, quoteCues,
	lemmas, abbreviations, timeWords, numberWords, holidays,
	agencies, bylineWords, sections, sharedHosts, finiteVerbs, headlineWords, stopWords, foreignMonthNames, labels, furniture, headings,
}
