package quote

import (
	_ "embed"
	"strconv"
	"strings"
	"sync"
)

// weightsFile has the weights of a logistic regression: a line for each feature of a
// description, with what it adds to the logarithm of the odds. bench/attributions learns
// them from PolNeAR (Newell, Margolin, Ruths 2018); they contain none of its text.
//
//go:embed weights.tsv
var weightsFile string

// attributionWeights parses the weights once.
var attributionWeights = sync.OnceValue(func() map[string]float64 { return parseWeights(weightsFile) })

// leastScore is the score from which a candidate counts as an attribution: odds of one
// to two, where F1 is highest across halves of PolNeAR's development set.
const leastScore = -0.7

// parseWeights reads lines of a feature, a tab and a number, and skips all others.
func parseWeights(text string) map[string]float64 {
	weights := make(map[string]float64, strings.Count(text, "\n"))
	for line := range strings.Lines(text) {
		word, number, _ := strings.Cut(strings.TrimSuffix(line, "\n"), "\t")
		if weight, err := strconv.ParseFloat(number, 64); err == nil {
			weights[word] = weight
		}
	}
	return weights
}

// score returns the logarithm of the odds that the description is of an attribution.
func (d Description) score(weights map[string]float64) float64 {
	sum := 0.0
	for _, word := range d {
		sum += weights[word]
	}
	return sum
}
