package language

import (
	"strings"
	"testing"
)

func TestTensorReader(t *testing.T) {
	m := &model{weights: []float32{1, 2, 3, 4, 5, 6, 7}}
	m.Tensors = map[string]tensorPlace{"a": {Offset: 1, Shape: []int{3, 2}}}
	r := &tensorReader{model: m}
	if got := r.read("a", -1, 2); r.err != nil || len(got) != 6 || got[0] != 2 {
		t.Fatalf("read %v, error %v", got, r.err)
	}
	if got := r.read("a", 2, 3); len(got) != 6 {
		t.Errorf("a tensor of another shape gave %d elements", len(got))
	}
	r.read("b", 1)
	if r.err == nil || !strings.Contains(r.err.Error(), "tensor a has shape [3 2], want [2 3]") {
		t.Errorf("the first error is %v", r.err)
	}
}

// A model whose network lacks a tensor is refused, not used.
func TestNewPipelineRefusesAnotherModel(t *testing.T) {
	m, err := loadModel()
	if err != nil {
		t.Fatal(err)
	}
	delete(m.Tensors, "ner.upper.bias")
	if _, err := newPipeline(m); err == nil || !strings.Contains(err.Error(), "ner.upper.bias") {
		t.Errorf("error %v", err)
	}
}
