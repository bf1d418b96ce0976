package names

import (
	"dateline/loader/language"
	"dateline/loader/lexicon"
	"dateline/loader/who/vocabulary"
)

// widenPlaces takes the point of the compass before a place's name into it:
// "Southern California".
func (f *finder) widenPlaces() {
	for index := range f.names {
		n := &f.names[index]
		if n.dropped() || n.Start == 0 || f.owner[n.Start-1] >= 0 || !compass[f.parse.Tokens[n.Start-1].Text] {
			continue
		}
		if n.Class == Place || n.HasUse(vocabulary.UsePlace, vocabulary.UseState) {
			f.extend(index, language.Span{Start: n.Start - 1, End: n.End})
			n.Class, n.Entry = Place, nil
		}
	}
}

// widenCompanies takes "Inc" and the like into the name before, and makes a company
// of it.
func (f *finder) widenCompanies() {
	for index := range f.names {
		n := &f.names[index]
		if n.dropped() || n.End >= len(f.parse.Tokens) || f.owner[n.End] >= 0 || !companySuffix[f.parse.Tokens[n.End].Text] {
			continue
		}
		if n.Entry != nil && !n.HasUse(vocabulary.UseOrganization, vocabulary.UsePlace) {
			continue
		}
		f.extend(index, language.Span{Start: n.Start, End: n.End + 1})
		if n.Entry == nil || n.Entry.Use == vocabulary.UsePlace {
			n.Class, n.Entry = Organization, nil
		}
	}
}

// companySuffix are the words that companies' names end in.
var companySuffix = lexicon.Class("company-suffix")

var compass = lexicon.Class("compass")
