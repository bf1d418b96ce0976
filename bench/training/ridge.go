package training

import (
	"math"

	"dateline/loader/logistic"
)

// Ridge minimizes the loss over all questions plus half of L2 times the sum of the
// squared weights, by L-BFGS (Liu, Nocedal 1989). It suits few questions.
type Ridge struct {
	LeastSeen int // features seen less often are dropped, so that none stands for a single sentence
	L2        float64
}

const (
	iterations = 300
	memory     = 10   // steps from which the curvature is estimated
	precision  = 1e-3 // of the gradient, where the search ends
)

// step is a step of the search and the change of the gradient that came with it.
type step struct{ moved, turned []float64 }

// Learn returns the weights.
func (r Ridge) Learn(questions []Question) logistic.Weights {
	p := number(questions, r.LeastSeen)
	weights := make([]float64, len(p.names))
	loss, gradient := r.loss(p, weights)
	var steps []step
	for range iterations {
		if dot(gradient, gradient) < precision*precision {
			break
		}
		direction := descent(gradient, steps)
		next, nextLoss, nextGradient := r.search(p, weights, loss, gradient, direction)
		if next == nil {
			break
		}
		s := step{sum(next, -1, weights), sum(nextGradient, -1, gradient)}
		if dot(s.moved, s.turned) > 1e-12 {
			steps = append(steps[max(0, len(steps)-memory+1):], s)
		}
		weights, loss, gradient = next, nextLoss, nextGradient
	}
	return p.named(weights)
}

// loss returns the penalized loss and its gradient.
func (r Ridge) loss(p *problem, weights []float64) (loss float64, gradient []float64) {
	gradient = make([]float64, len(weights))
	for _, q := range p.questions {
		part, derivatives := q.errors(weights)
		loss += q.weight * part
		for i, features := range q.candidates {
			for _, id := range features {
				gradient[id] += q.weight * derivatives[i]
			}
		}
	}
	for id, weight := range weights {
		loss += r.L2 / 2 * weight * weight
		gradient[id] += r.L2 * weight
	}
	return loss, gradient
}

// search goes along a direction, and halves the way until the loss falls enough (Armijo's
// condition). It returns nil where it never does.
func (r Ridge) search(p *problem, weights []float64, loss float64, gradient, direction []float64) (next []float64, nextLoss float64, nextGradient []float64) {
	slope := dot(gradient, direction)
	for length := 1.0; length > 1e-10; length /= 2 {
		next = sum(weights, length, direction)
		nextLoss, nextGradient = r.loss(p, next)
		if nextLoss <= loss+1e-4*length*slope {
			return next, nextLoss, nextGradient
		}
	}
	return nil, 0, nil
}

// descent returns the direction to go from a point with this gradient: the two-loop
// recursion over the last steps.
func descent(gradient []float64, steps []step) []float64 {
	direction := sum(make([]float64, len(gradient)), -1, gradient)
	if len(steps) == 0 {
		return sum(make([]float64, len(gradient)), 1/math.Max(1, math.Sqrt(dot(gradient, gradient))), direction)
	}
	shares := make([]float64, len(steps))
	for i := len(steps) - 1; i >= 0; i-- {
		s := steps[i]
		shares[i] = dot(s.moved, direction) / dot(s.moved, s.turned)
		direction = sum(direction, -shares[i], s.turned)
	}
	last := steps[len(steps)-1]
	scale := dot(last.moved, last.turned) / dot(last.turned, last.turned)
	direction = sum(make([]float64, len(gradient)), scale, direction)
	for i, s := range steps {
		direction = sum(direction, shares[i]-dot(s.turned, direction)/dot(s.moved, s.turned), s.moved)
	}
	return direction
}

func dot(a, b []float64) float64 {
	total := 0.0
	for i := range a {
		total += a[i] * b[i]
	}
	return total
}

// sum returns a plus b times a factor.
func sum(a []float64, factor float64, b []float64) []float64 {
	total := make([]float64, len(a))
	for i := range a {
		total[i] = a[i] + factor*b[i]
	}
	return total
}
