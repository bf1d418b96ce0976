package what

import (
	_ "embed"
	"strconv"
	"strings"
	"sync"
)

// The weights of a logistic regression: a line for each word of a description, with
// what it adds to the logarithm of the odds. TestTrainAttributions makes them from
// PolNeAR (Newell, Margolin, Ruths 2018); they hold none of its text.
//
//go:embed quote_weights.tsv
var weightsFile string

// attributionWeights reads the weights once.
var attributionWeights = sync.OnceValue(func() map[string]float64 { return parseWeights(weightsFile) })

// leastScore is the logarithm of the odds from which a candidate is an attribution:
// one in three, where F1 is highest across halves of the development set.
const leastScore = -0.7

// parseWeights reads lines of a word, a tab and a number; what is no such line is
// passed over.
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

// score returns the logarithm of the odds that what is described is an attribution.
func (d description) score(weights map[string]float64) float64 {
	sum := 0.0
	for _, word := range d {
		sum += weights[word]
	}
	return sum
}
