package training

import (
	"math"
	"math/rand"

	"dateline/loader/logistic"
)

// AdaGrad learns from one question at a time, with a rate of its own for each feature
// (Duchi, Hazan, Singer 2011). It suits many questions.
type AdaGrad struct {
	LeastSeen int // features seen less often are dropped, so that none stands for a single sentence
	Epochs    int
	Rate      float64
	Decay     float64 // of a weight, each time that its feature is seen
}

// Learn returns the weights.
func (a AdaGrad) Learn(questions []Question) logistic.Weights {
	p := number(questions, a.LeastSeen)
	weights, squares := make([]float64, len(p.names)), make([]float64, len(p.names))
	random := rand.New(rand.NewSource(1))
	for range a.Epochs {
		random.Shuffle(len(p.questions), func(i, j int) { p.questions[i], p.questions[j] = p.questions[j], p.questions[i] })
		for _, q := range p.questions {
			_, derivatives := q.errors(weights)
			for i, features := range q.candidates {
				for _, id := range features {
					gradient := q.weight*derivatives[i] + a.Decay*weights[id]
					squares[id] += gradient * gradient
					weights[id] -= a.Rate * gradient / (1e-6 + math.Sqrt(squares[id]))
				}
			}
		}
	}
	return p.named(weights)
}
