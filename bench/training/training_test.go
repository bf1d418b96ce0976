package training

import (
	"maps"
	"math"
	"testing"

	"dateline/loader/logistic"
)

// questions ask which of two lamps is lit: the bright one, three times of four.
func questions() []Question {
	var all []Question
	for i := range 40 {
		all = append(all, Question{Candidates: []Candidate{
			{logistic.Features{"lamp", "bright"}, i%4 > 0},
			{logistic.Features{"lamp", "dark"}, i%4 == 0},
		}})
	}
	return all
}

func TestRidge(t *testing.T) {
	weights := Ridge{L2: 1e-6}.Learn(questions())
	if got, want := weights["bright"]-weights["dark"], math.Log(3); math.Abs(got-want) > 1e-2 {
		t.Errorf("bright against dark: got %v, want %v", got, want)
	}
	if math.Abs(weights["lamp"]) > 1e-9 {
		t.Errorf("what all candidates have weighs %v", weights["lamp"])
	}
	if strong := (Ridge{L2: 100}).Learn(questions()); strong["bright"] >= weights["bright"] {
		t.Errorf("a penalty leaves %v of %v", strong["bright"], weights["bright"])
	}
}

func TestWeightOfQuestion(t *testing.T) {
	twice := append(questions(), questions()...)
	heavy := questions()
	for i := range heavy {
		heavy[i].Weight = 2
	}
	a, b := Ridge{L2: 1}.Learn(twice), Ridge{L2: 1}.Learn(heavy)
	if math.Abs(a["bright"]-b["bright"]) > 1e-3 {
		t.Errorf("asked twice %v, with weight two %v", a["bright"], b["bright"])
	}
}

func TestAdaGrad(t *testing.T) {
	learner := AdaGrad{LeastSeen: 2, Epochs: 20, Rate: 0.1}
	var all []Question
	for i := range 40 {
		all = append(all, YesOrNo(logistic.Features{"bright"}, i%4 > 0, 1))
	}
	all = append(all, YesOrNo(logistic.Features{"rare"}, true, 1))
	weights := learner.Learn(all)
	if got, want := weights["bright"], math.Log(3); math.Abs(got-want) > 0.1 {
		t.Errorf("bright: got %v, want %v", got, want)
	}
	if _, kept := weights["rare"]; kept {
		t.Error("a feature seen once is kept")
	}
	if again := learner.Learn(all); !maps.Equal(weights, again) {
		t.Error("learned differently the second time")
	}
}

func TestFold(t *testing.T) {
	counts := make([]int, 3)
	for i := range 300 {
		counts[Fold(string(rune('a'+i)), 3)]++
	}
	for fold, n := range counts {
		if n < 60 {
			t.Errorf("fold %d has %d of 300", fold, n)
		}
	}
}
