package read

import (
	"regexp"
	"strings"

	"dateline/loader/lexicon"
)

const (
	photoAgency = `(?:AFP|AP|EPA(?:-EFE)?|EFE|Reuters|REUTERS|Getty(?: Images)?|Shutterstock|iStock|Alamy|TASS|Tass|Sputnik|RIA Novosti|Xinhua|ANSA|dpa|DPA|NurPhoto|Anadolu(?: Agency)?|Bloomberg|UPI|PA|PA Wire|AAP|Pool|POOL|ZUMA|Handout|HANDOUT|Unsplash|Pexels|Pixabay|Wikimedia(?: Commons)?|Flickr|Screenshot|Ukrinform|Rex|Abaca|SIPA|Sipa(?: USA)?)`
	photoWord   = `(?:File [Pp]hoto|FILE PHOTO|Photo [Cc]redit|Image [Cc]redit|Picture [Cc]redit|Photo [Cc]ourtesy(?: of)?|Image [Cc]ourtesy(?: of)?|Photographs?|Photography|Photos?|PHOTO|Images?|IMAGE|Pictures?|Credit|CREDIT|Pic|Courtesy|Illustration|Video|Screenshot|Фото|Foto|Bild)`
)

// credits are the ends of a line that say whose picture it is. What stands before
// one is a caption.
var credits = []*regexp.Regexp{
	// (Photo by Ann Lee / Agency), [Agency via Getty Images]
	regexp.MustCompile(`\s*[(\[](?:[^()\[\]]{0,60}\b)?(?:` + photoWord + `\s*(?:by|:|/|©|courtesy|-)|` + photoAgency + `\s*(?:/|via\b|-|[)\]]$)|©)[^()\[\]]{0,80}[)\]]?\.?$`),
	// Фото has no \b before it in a byte-wise word.
	regexp.MustCompile(`\s*[(\[](?:Фото|фото|Світлина|Снимок)[^()\[\]]{0,80}[)\]]\.?$`),
	// Photo: Agency
	regexp.MustCompile(`(?:^|[.!?”"')\]|–—-]\s+|\s{2,}|\s/\s)` + photoWord + `s?\s*(?:by\b|:|/|©|–|—|courtesy of)\s*[^.!?]{1,80}\.?$`),
	// Agency / Ann Lee, AP Photo/Ann Lee, Ann Lee/Agency, Ann Lee via Agency
	regexp.MustCompile(`(?:^|[.!?”"')\]|–—-]\s+|\s{2,})` + photoAgency + `(?:\s+(?:Photo|photo|Images?))?\s*(?:/|via\b|\||©)\s*[^.!?]{1,80}\.?$`),
	regexp.MustCompile(`(?:^|[.!?”"')\]|–—]\s+|\s{2,})[^.!?]{1,60}?\s*(?:/|\bvia\b|\||©)\s*` + photoAgency + `(?:\s*/[^.!?]{1,40})?\.?$`),
	// a line that is an agency's name
	regexp.MustCompile(`^(?:©\s*)?` + photoAgency + `(?:\s+(?:Photo|photo|Images?))?$`),
	regexp.MustCompile(`^.{0,60}\bGetty Images\b.{0,20}$`),
	regexp.MustCompile(`^(?:©|\(c\)|\(C\))\s*[^.!?]{1,60}$`),
	// the site that a picture is from
	regexp.MustCompile(`(?:^|[.!?”"')]\s+)(?:[a-z0-9-]+\.)+(?:com|org|net|int|gov|info|eu|ru|ua|uk|fr|de|it|es|pl|us|ca|au|in|cn|jp|tr|il|by|kz|ge|am|az|tv|io)$`),
}

// captionStart stands before a caption, never before running text.
var captionStart = regexp.MustCompile(`^(?:Item \d+ of \d+\s+|\[\d+/\d+\]\s*|(?:\p{Lu}[\p{L}-]+ (?:via )?)?(?:Getty Images|EPA-EFE|PA Media|Shutterstock)\s+|\(?(?:FILE PHOTO|File [Pp]hoto|FILE IMAGE|File [Ii]mage|FILE PIC|File|FILE)\)?\s*[:–—-]\s*|\(?(?:Photo|Image|Picture|Caption|Photo [Cc]aption|Image [Cc]aption|Illustration)\)?\s*:\s+|(?:Image|Media) caption,?\s*)`)

// No caption is longer than this, in bytes.
const maxCaption = 900

// readCaption reports whether a line is a caption or a photo credit. It gives the
// caption's words without the credit, empty where they make no full sentence: a
// caption is kept for the fact that it tells.
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
		// The sign that ends the caption's sentence belongs to it.
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

// creditHints are parts of all that credits and captionStart match, so that most
// lines need no closer look.
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
	// The last word can be a site's name.
	return !strings.HasSuffix(text, ".") && strings.Contains(text[strings.LastIndexByte(text, ' ')+1:], ".")
}

// isSentence is true for a clause with a finite verb.
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

// finiteVerbs are the verb forms that sentences of news and of captions have
// commonest; forms that are as often nouns or participles are left out.
var finiteVerbs = lexicon.FiniteVerbs()
