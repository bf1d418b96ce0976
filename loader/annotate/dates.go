package annotate

import (
	"dateline/loader"
	"dateline/loader/when"
)

// Timex is one time expression, as in TimeML: the record's text from Start to End, in code
// points, End excluded.
type Timex struct {
	Start int       `json:"start"`
	End   int       `json:"end"`
	Type  when.Type `json:"type"`
	Value string    `json:"value"`
}

// Dates returns the time expressions of the record's text, as []Timex.
func Dates(e *loader.Extractor, r *Record) (any, error) {
	article, err := r.Article()
	if err != nil {
		return nil, err
	}
	found := []Timex{}
	for _, t := range when.Find(e.Parse(article.Text), article.Published) {
		found = append(found, Timex{t.Start, t.End, t.Type, t.Value})
	}
	return found, nil
}
