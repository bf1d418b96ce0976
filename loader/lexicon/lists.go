package lexicon

// lists are all lists. To add one, add its file to this folder, its table to the file
// of its subject and to this list, and a function that returns it.
var lists = []list{
	verbs, nouns, otherWords, written,
	states, seats, organizations, media, places, offices, officeVariants, sectors, combiningForms,
	firstNames, honorifics, particles, suffixes, smallWords, variants, nameEndings, legalForms, romanization,
	contactVerbs, contactNouns, journeys, instruments, complements, quoteCues,
	lemmas, abbreviations, timeWords, numberWords, holidays,
	agencies, bylineWords, sections, sharedHosts, finiteVerbs, headlineWords, stopWords, labels, furniture, headings,
}
