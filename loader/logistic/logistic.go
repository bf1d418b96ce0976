// Package logistic scores and chooses by logistic regression. A thing is described by
// features: short texts, none of which names a person or quotes an article. Weights say
// what each feature adds to the logarithm of the odds; they are learned by the programs
// under bench/ that import bench/training, and embedded where they are used.
package logistic

import (
	"maps"
	"math"
	"slices"
	"strconv"
	"strings"
)

// Features describes a thing: every feature that it has.
type Features []string

// Add adds a feature that consists of these words.
func (f *Features) Add(words ...string) { *f = append(*f, strings.Join(words, " ")) }

// Weights has what each feature adds to the logarithm of the odds. A feature without a
// weight adds nothing.
type Weights map[string]float64

// Parse reads lines of a feature, a tab and a number, and skips all others.
func Parse(text string) Weights {
	weights := make(Weights, strings.Count(text, "\n"))
	for line := range strings.Lines(text) {
		feature, number, _ := strings.Cut(strings.TrimSuffix(line, "\n"), "\t")
		if weight, err := strconv.ParseFloat(number, 64); err == nil {
			weights[feature] = weight
		}
	}
	return weights
}

// Format writes a line for each feature whose weight is at least this far from 0, sorted,
// as Parse reads it.
func (w Weights) Format(least float64) string {
	var text strings.Builder
	for _, feature := range slices.Sorted(maps.Keys(w)) {
		if math.Abs(w[feature]) >= least {
			text.WriteString(feature + "\t" + strconv.FormatFloat(w[feature], 'f', 3, 64) + "\n")
		}
	}
	return text.String()
}

// Score returns the logarithm of the odds.
func (w Weights) Score(features Features) float64 {
	sum := 0.0
	for _, feature := range features {
		sum += w[feature]
	}
	return sum
}

// Choose returns which of the candidates is right, with the probability of each: their
// scores' softmax. Of equal candidates the first is chosen; of none, -1.
func (w Weights) Choose(candidates []Features) (best int, probabilities []float64) {
	scores := make([]float64, len(candidates))
	for i, candidate := range candidates {
		scores[i] = w.Score(candidate)
	}
	probabilities = Softmax(scores)
	best = -1
	for i, p := range probabilities {
		if best < 0 || p > probabilities[best] {
			best = i
		}
	}
	return best, probabilities
}

// Softmax turns scores into probabilities that add up to 1.
func Softmax(scores []float64) []float64 {
	if len(scores) == 0 {
		return nil
	}
	largest, sum := slices.Max(scores), 0.0
	probabilities := make([]float64, len(scores))
	for i, score := range scores {
		probabilities[i] = math.Exp(score - largest)
		sum += probabilities[i]
	}
	for i := range probabilities {
		probabilities[i] /= sum
	}
	return probabilities
}
