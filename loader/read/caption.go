package read

import (
	"regexp"
	"strings"

	"dateline/loader/lexicon"
)

const (
	photoAgency = `(?:AFP|AP|EPA(?:-EFE)?|EFE|Reuters|REUTERS|Getty(?: Images)?|Shutterstock|iStock|Alamy|TASS|Tass|Sputnik|RIA Novosti|Xinhua|` +
		`ANSA|dpa|DPA|NurPhoto|Anadolu(?: Agency)?|Bloomberg|UPI|PA|PA Wire|AAP|Pool|POOL|ZUMA|Handout|HANDOUT|Unsplash|Pexels|Pixabay|` +
		`Wikimedia(?: Commons)?|Flickr|Screenshot|Ukrinform|Rex|Abaca|SIPA|Sipa(?: USA)?)`
	photoWord = `(?:File [Pp]hoto|FILE PHOTO|Photo [Cc]redit|Image [Cc]redit|Picture [Cc]redit|Photo [Cc]ourtesy(?: of)?|` +
		`Image [Cc]ourtesy(?: of)?|Photographs?|Photography|Photos?|PHOTO|Images?|IMAGE|Pictures?|Credit|CREDIT|Pic|Courtesy|Illustration|Video|` +
		`Screenshot|Фото|Foto|Bild)`
)

// credits match the end of a line that says whose picture it is. The text before it
// is a caption.
var credits = []*regexp.Regexp{
	// (Photo by Ann Lee / Agency), [Agency via Getty Images]
	regexp.MustCompile(`\s*[(\[](?:[^()\[\]]{0,60}\b)?(?:` + photoWord + `\s*(?:by|:|/|©|courtesy|-)|` + photoAgency + `\s*(?:/|via\b|-|[)\]]$)|©)[^()\[\]]{0,80}[)\]]?\.?$`),
	// \b does not match before Cyrillic letters.
	regexp.MustCompile(`\s*[(\[](?:Фото|фото|Світлина|Снимок)[^()\[\]]{0,80}[)\]]\.?$`),
	// Photo: Agency
	regexp.MustCompile(`(?:^|[.!?”"')\]|–—-]\s+|\s{2,}|\s/\s)` + photoWord + `s?\s*(?:by\b|:|/|©|–|—|courtesy of)\s*[^.!?]{1,80}\.?$`),
	// Agency / Ann Lee, AP Photo/Ann Lee, Ann Lee/Agency, Ann Lee via Agency
	regexp.MustCompile(`(?:^|[.!?”"')\]|–—-]\s+|\s{2,})` + photoAgency + `(?:\s+(?:Photo|photo|Images?))?\s*(?:/|via\b|\||©)\s*[^.!?]{1,80}\.?$`),
	regexp.MustCompile(`(?:^|[.!?”"')\]|–—]\s+|\s{2,})[^.!?]{1,60}?\s*(?:/|\bvia\b|\||©)\s*` + photoAgency + `(?:\s*/[^.!?]{1,40})?\.?$`),
	// a line that is only an agency's name
	regexp.MustCompile(`^(?:©\s*)?` + photoAgency + `(?:\s+(?:Photo|photo|Images?))?$`),
	regexp.MustCompile(`^.{0,60}\bGetty Images\b.{0,20}$`),
	regexp.MustCompile(`^(?:©|\(c\)|\(C\))\s*[^.!?]{1,60}$`),
	// the site that the picture is from
	regexp.MustCompile(`(?:^|[.!?”"')]\s+)(?:[a-z0-9-]+\.)+(?:com|org|net|int|gov|info|eu|ru|ua|uk|fr|de|it|es|pl|us|ca|au|in|cn|jp|tr|il|by|kz|ge|am|az|tv|io)$`),
}

// captionStart matches what begins a caption, and never running text.
var captionStart = regexp.MustCompile(`^(?:Item \d+ of \d+\s+|\[\d+/\d+\]\s*|(?:\p{Lu}[\p{L}-]+ (?:via )?)?(?:Getty Images|EPA-EFE|PA Media|` +
	`Shutterstock)\s+|\(?(?:FILE PHOTO|File [Pp]hoto|FILE IMAGE|File [Ii]mage|FILE PIC|File|FILE)\)?\s*[:–—-]\s*|\(?(?:Photo|Image|Picture|` +
	`Caption|Photo [Cc]aption|Image [Cc]aption|Illustration)\)?\s*:\s+|(?:Image|Media) caption,?\s*)`)

// maxCaption is the most bytes of a caption.
const maxCaption = 900

// readCaption reports whether a line is a caption or a photo credit, and returns the
// caption's words without the credit. They are empty unless they make a full
// sentence: a caption is kept for the fact that it states.
func readCaption(p passage) (passage, bool) {
	if len(p.text) > maxCaption {
		return p, false
	}
	cut, is := p, false
	if !mayBeCredited(p.text) {
		return p, false
	}
	for _, credit := range credits {
		at := credit.FindStringIndex(cut.text)
		if at == nil {
			continue
		}
		is = true
		// The mark that ends the sentence belongs to the caption.
		from := at[0]
		for from < at[1] && strings.ContainsRune(".!?”\"')]", rune(cut.text[from])) && from > 0 {
			from++
		}
		if strings.HasPrefix(cut.text[at[0]:], "”") && at[0] > 0 {
			from = at[0] + len("”")
		}
		cut = cut.cut(0, from).trimmed()
	}
	if at := captionStart.FindString(cut.text); at != "" {
		is, cut = true, cut.cut(len(at), len(cut.text)).trimmed()
	}
	if !is {
		return p, false
	}
	if !isSentence(cut.text) {
		return passage{}, true
	}
	return cut, true
}

// creditHints are substrings of which every match of credits and captionStart has
// one, so that most lines are not matched in vain.
var creditHints = strings.Fields(`hoto HOTO mage MAGE icture redit REDIT ourtesy llustration ideo creenshot Фото фото Світлина Снимок Foto
Bild Pic aption FILE File © (c) (C) Getty AFP AP EPA EFE Reuters REUTERS Shutterstock iStock Alamy TASS Tass Sputnik Novosti Xinhua
ANSA dpa DPA NurPhoto Anadolu Bloomberg UPI PA AAP Pool POOL ZUMA Handout HANDOUT Unsplash Pexels Pixabay Wikimedia Flickr
Ukrinform Rex Abaca SIPA Sipa`)

func mayBeCredited(text string) bool {
	for _, hint := range creditHints {
		if strings.Contains(text, hint) {
			return true
		}
	}
	if strings.HasPrefix(text, "Item ") || strings.HasPrefix(text, "[") {
		return true
	}
	// The last word may be a site's name.
	return !strings.HasSuffix(text, ".") && strings.Contains(text[strings.LastIndexByte(text, ' ')+1:], ".")
}

// isSentence reports whether a text has a finite verb.
func isSentence(text string) bool {
	words := wordsOf(text)
	if len(words) < 5 {
		return false
	}
	for _, word := range words[1:] {
		if finiteVerbs[word] {
			return true
		}
	}
	return false
}

// finiteVerbs are the commonest verb forms in sentences of news and captions,
// without those that are as often nouns or participles.
var finiteVerbs = lexicon.FiniteVerbs()
