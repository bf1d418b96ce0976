package who

import (
	"strings"

	"dateline/graph"
	"dateline/loader/lexicon"
)

// publisherNames makes a medium of the names that are the article's own publisher's,
// which the model takes for people as well: "told Quayside by email". Names that the
// lexicon knows stay, and so do bodies that publish what they do themselves.
func (f *finder) publisherNames(publisher string) {
	wanted := withoutThe(publisher)
	words := strings.Fields(wanted)
	if len(words) == 0 || f.words.bodies[words[len(words)-1]] {
		return
	}
	for index := range f.names {
		n := &f.names[index]
		if !n.dropped() && n.entry == nil && withoutThe(f.parse.Slice(n.Span)) == wanted {
			n.class = classLexicon
			n.entry = &entry{use: useOrganization, name: f.parse.Slice(n.Span), kind: graph.OrganizationMedia}
		}
	}
}

// withoutThe returns a folded name without its article.
func withoutThe(name string) string { return strings.TrimPrefix(graph.Fold(name), "the ") }

// isDomain reports whether a word is the name of a site: "Quayside.com".
func isDomain(text string) bool {
	dot := strings.LastIndexByte(text, '.')
	return dot > 0 && domains[strings.ToLower(text[dot+1:])]
}

// domains are last parts of the names of sites.
var domains = lexicon.Class("site-ending")
