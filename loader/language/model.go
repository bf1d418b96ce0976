package language

import (
	_ "embed"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"math"
	"slices"
)

//go:embed model/weights.bin
var embeddedWeights []byte

//go:embed model/tables.json
var embeddedTables []byte

// model is what model/export.py wrote: the tensors and the tables.
type model struct {
	tables
	weights []float32
}

type tables struct {
	Tensors        map[string]tensorPlace `json:"tensors"`
	SharedEncoder  encoderTable           `json:"shared_encoder"`
	EntityEncoder  encoderTable           `json:"entity_encoder"`
	Tags           []string               `json:"tags"`
	ParserMoves    []string               `json:"parser_moves"`
	EntityMoves    []string               `json:"entity_moves"`
	Tokenizer      tokenizerTable         `json:"tokenizer"`
	Symbols        map[string]uint64      `json:"symbols"`
	NormsByHash    map[uint64]string      `json:"norms_by_hash"`
	Norms          map[string]string      `json:"norms"`
	AttributeRules []attributeRuleTable   `json:"attribute_rules"`
	Lemmas         map[string]lemmaTable  `json:"lemmas"`
}

type tensorPlace struct {
	Offset int   `json:"offset"`
	Shape  []int `json:"shape"`
}

// loadModel decodes the embedded model. An error means that the embedded files
// do not fit together.
func loadModel() (*model, error) {
	m := &model{weights: make([]float32, len(embeddedWeights)/4)}
	if err := json.Unmarshal(embeddedTables, &m.tables); err != nil {
		return nil, fmt.Errorf("decode model/tables.json: %w", err)
	}
	for i := range m.weights {
		m.weights[i] = math.Float32frombits(binary.LittleEndian.Uint32(embeddedWeights[4*i:]))
	}
	for name, place := range m.Tensors {
		if end := place.Offset + size(place.Shape); place.Offset < 0 || end > len(m.weights) {
			return nil, fmt.Errorf("tensor %s ends at %d of %d weights", name, end, len(m.weights))
		}
	}
	return m, nil
}

// tensorReader hands out tensors and keeps the first thing that went wrong, so
// that a network can be read without a check at every line.
type tensorReader struct {
	model *model
	err   error
}

// read returns the elements, in row-major order, of the tensor of that name and
// shape; -1 stands for any length, and only the first may be -1.
func (r *tensorReader) read(name string, shape ...int) []float32 {
	place, ok := r.model.Tensors[name]
	if ok && shape[0] < 0 && len(place.Shape) > 0 {
		shape[0] = place.Shape[0]
	}
	if !ok || !slices.Equal(place.Shape, shape) {
		if r.err == nil {
			r.err = fmt.Errorf("tensor %s has shape %v, want %v", name, place.Shape, shape)
		}
		return make([]float32, max(0, size(shape)))
	}
	return r.model.weights[place.Offset : place.Offset+size(shape)]
}

// size is the number of elements of an array of that shape, 0 for no shape.
func size(shape []int) int {
	if len(shape) == 0 {
		return 0
	}
	product := 1
	for _, n := range shape {
		product *= n
	}
	return product
}
