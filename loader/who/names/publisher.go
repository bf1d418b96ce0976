package names

import (
	"strings"

	"dateline/graph"
	"dateline/loader/who/vocabulary"
)

// publisherNames makes a medium of the names that are the article's own publisher's,
// which the model takes for people as well: "told Quayside by email". Names that the
// lexicon knows stay, and so do bodies that publish what they do themselves.
func (f *finder) publisherNames(publisher string) {
	wanted := withoutThe(publisher)
	words := strings.Fields(wanted)
	if len(words) == 0 || f.words.Bodies[words[len(words)-1]] {
		return
	}
	for index := range f.names {
		n := &f.names[index]
		if !n.dropped() && n.Entry == nil && withoutThe(f.parse.Slice(n.Span)) == wanted {
			n.Class = Lexicon
			n.Entry = &vocabulary.Entry{Use: vocabulary.UseOrganization, Name: f.parse.Slice(n.Span), Kind: graph.OrganizationMedia}
		}
	}
}

// withoutThe returns a folded name without its article.
func withoutThe(name string) string { return strings.TrimPrefix(graph.Fold(name), "the ") }
