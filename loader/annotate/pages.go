package annotate

import (
	"dateline/loader"
)

// Body returns the text of the record's article as loading reads it, as a string.
func Body(_ *loader.Extractor, r *Record) (any, error) {
	item, err := r.Item()
	if err != nil {
		return nil, err
	}
	return item.Article.Text, nil
}

// Published returns the day on which the record's article was published, as
// YYYY-MM-DD; "" if it is unknown.
func Published(_ *loader.Extractor, r *Record) (any, error) {
	item, err := r.Item()
	if err != nil {
		return nil, err
	}
	if item.Article.Published.IsZero() {
		return "", nil
	}
	return item.Article.Published.String(), nil
}
