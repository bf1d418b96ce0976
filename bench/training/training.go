// Package training learns the weights of package logistic. The same examples in the same
// order always give the same weights.
package training

import (
	"crypto/sha256"
	"math"
	"slices"

	"dateline/loader/logistic"
)

// Candidate is one answer to a question.
type Candidate struct {
	Features logistic.Features
	Right    bool
}

// Question has candidates of which one or more are right; a question without a right one
// teaches nothing. Weight says how often it counts; 0 is 1.
type Question struct {
	Candidates []Candidate
	Weight     float64
}

// YesOrNo is a question with one candidate, which is right or not.
func YesOrNo(features logistic.Features, right bool, weight float64) Question {
	return Question{[]Candidate{{features, right}, {nil, !right}}, weight}
}

// Fold returns in which of n folds an article is, by its ID alone, so that all of an
// article's questions are in one fold.
func Fold(articleID string, n int) int {
	sum := sha256.Sum256([]byte("q|" + articleID))
	return int(sum[0]) % n
}

// problem is a list of questions whose features are numbers.
type problem struct {
	names     []string
	questions []numbered
}

// numbered is a question whose features are numbers of problem.names.
type numbered struct {
	candidates [][]int
	right      []bool
	weight     float64
}

// number numbers the features in the order in which they are first seen, and drops those
// that are seen less often than leastSeen.
func number(questions []Question, leastSeen int) *problem {
	p := &problem{}
	index, seen := map[string]int{}, []int{}
	for _, q := range questions {
		n := numbered{weight: q.Weight}
		if n.weight == 0 {
			n.weight = 1
		}
		for _, c := range q.Candidates {
			var features []int
			for _, name := range c.Features {
				id, ok := index[name]
				if !ok {
					id = len(p.names)
					index[name], p.names, seen = id, append(p.names, name), append(seen, 0)
				}
				seen[id]++
				features = append(features, id)
			}
			n.candidates, n.right = append(n.candidates, features), append(n.right, c.Right)
		}
		if slices.Contains(n.right, true) {
			p.questions = append(p.questions, n)
		}
	}
	for _, q := range p.questions {
		for i := range q.candidates {
			q.candidates[i] = slices.DeleteFunc(q.candidates[i], func(id int) bool { return seen[id] < leastSeen })
		}
	}
	return p
}

// named returns the weights that are not 0, by the names of their features.
func (p *problem) named(weights []float64) logistic.Weights {
	named := logistic.Weights{}
	for id, weight := range weights {
		if weight != 0 {
			named[p.names[id]] = weight
		}
	}
	return named
}

// errors returns the loss of a question, the negative logarithm of the probability that a
// right candidate is chosen, and the derivative of the loss by each candidate's score.
func (q *numbered) errors(weights []float64) (loss float64, derivatives []float64) {
	scores := make([]float64, len(q.candidates))
	for i, features := range q.candidates {
		for _, id := range features {
			scores[i] += weights[id]
		}
	}
	derivatives = logistic.Softmax(scores)
	right := 0.0
	for i, p := range derivatives {
		if q.right[i] {
			right += p
		}
	}
	right = max(right, math.SmallestNonzeroFloat64)
	for i, p := range derivatives {
		if q.right[i] {
			derivatives[i] -= p / right
		}
	}
	return -math.Log(right), derivatives
}
