package annotate

import (
	"dateline/loader"
)

// Layer is one kind of annotation.
type Layer struct {
	// Name on the command line.
	Name string
	// Key is the field of the prediction that has the value.
	Key string
	// Help says in a few words what is predicted.
	Help string
	// Predict returns the value for one record. Its error is a *read.Error if the
	// record is at fault.
	Predict func(e *loader.Extractor, r *Record) (any, error)
}

var layers = []Layer{
	{"contacts", "contacts", "who contacted whom, in ContactBench's format", Contacts},
	{"dates", "timexes", "time expressions with TIMEX3 type and value, relative to dct", Dates},
	{"names", "entities", "names, as PERSON, ORGANIZATION or LOCATION", Names},
	{"mentions", "mentions", "names, noun phrases and pronouns, and which of them are one entity", Mentions},
	{"quotes", "quotes", "who said, wrote or thought what: source and content", Quotes},
	{"matches", "match", "whether name1 and name2 can be the same person or organization (schema)", Matches},
	{"body", "text", "an article's text, without the rest of its page", Body},
	{"published", "date", "the day an article was published", Published},
}

// Layers returns all layers.
func Layers() []Layer { return layers }

// Find returns the layer of this name, and whether there is one.
func Find(name string) (Layer, bool) {
	for _, layer := range layers {
		if layer.Name == name {
			return layer, true
		}
	}
	return Layer{}, false
}
