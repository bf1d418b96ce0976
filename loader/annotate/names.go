package annotate

import (
	"dateline/graph"
	"dateline/loader"
	"dateline/loader/who"
)

// Name is one name in the text. Type is PERSON, ORGANIZATION or LOCATION.
type Name struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	Type  string `json:"type"`
}

// Names returns the names of the record's text, as []Name.
func Names(e *loader.Extractor, r *Record) (any, error) {
	article, err := r.Article()
	if err != nil {
		return nil, err
	}
	doc := e.Parse(article.Text)
	cast := who.Find(doc, &article)
	found := []Name{}
	end := 0 // of the last name: one within another is left out
	for _, m := range cast.Mentions {
		if m.Form != graph.MentionName || m.Member < 0 || m.Span.Start >= m.Span.End {
			continue
		}
		name := Name{doc.Tokens[m.Span.Start].Start, doc.Tokens[m.Span.End-1].End, typeOf(&cast.Members()[m.Member])}
		if name.Start >= end {
			found = append(found, name)
			end = name.End
		}
	}
	return found, nil
}

// typeOf returns the type that corpora use for a name: a state is always a LOCATION.
func typeOf(m *graph.Member) string {
	switch {
	case m.Kind == graph.KindPerson:
		return "PERSON"
	case m.Kind == graph.KindPlace || m.OrganizationKind == graph.OrganizationState:
		return "LOCATION"
	}
	return "ORGANIZATION"
}
