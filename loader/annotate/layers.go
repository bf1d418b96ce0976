package annotate

import (
	"fmt"
	"strings"

	"dateline/graph"
	"dateline/loader/read"
)

// Layer is one kind of annotation.
type Layer struct {
	// Name is what the command line calls it.
	Name string
	// Key is the field of a prediction that holds the value.
	Key string
	// Predict gives the value for one article.
	Predict func(item read.Item, batch *graph.Batch) any
}

var layers = []Layer{
	{Name: "contacts", Key: "contacts", Predict: Contacts},
}

// Names lists the layers.
func Names() []string {
	var names []string
	for _, layer := range layers {
		names = append(names, layer.Name)
	}
	return names
}

// Find gives the layer of this name, or graph.ErrInvalid.
func Find(name string) (Layer, error) {
	for _, layer := range layers {
		if layer.Name == name {
			return layer, nil
		}
	}
	return Layer{}, fmt.Errorf("%w: no layer %q; there is %s", graph.ErrInvalid, name, strings.Join(Names(), ", "))
}

// Line is the prediction for one article: its ID as the source gave it, and the
// layer's value.
func (l Layer) Line(item read.Item, batch *graph.Batch) map[string]any {
	return map[string]any{"id": item.Article.ExternalID, l.Key: l.Predict(item, batch)}
}
