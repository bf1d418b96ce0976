package main

import (
	"fmt"
	"maps"
	"math"
	"math/rand"
	"os"
	"slices"
	"strings"
)

// How the weights are learned. The figures were chosen by F1 across halves of the
// development set.
const (
	leastSeen   = 12 // features seen less often are dropped, so that none stands for a single sentence
	leastWeight = 0.02
	epochs      = 5
	rate        = 0.1
	decay       = 5e-4
)

// example is a candidate, as indices of features, and whether gold has it.
type example struct {
	features []int
	gold     bool
}

// learn fits a logistic regression by AdaGrad, always in the same order.
func learn(articles []*article) map[string]float64 {
	var names []string
	index, seen := map[string]int{}, []int{}
	var examples []example
	for _, a := range articles {
		for i := range a.candidates {
			e := example{gold: a.isGold(&a.candidates[i])}
			for _, name := range a.candidates[i].Description {
				id, ok := index[name]
				if !ok {
					id = len(names)
					index[name], names, seen = id, append(names, name), append(seen, 0)
				}
				seen[id]++
				e.features = append(e.features, id)
			}
			examples = append(examples, e)
		}
	}
	for i := range examples {
		examples[i].features = slices.DeleteFunc(examples[i].features, func(id int) bool { return seen[id] < leastSeen })
	}
	weights := map[string]float64{}
	for id, weight := range fit(examples, len(names)) {
		if weight != 0 {
			weights[names[id]] = weight
		}
	}
	return weights
}

func fit(examples []example, features int) []float64 {
	weights, squares := make([]float64, features), make([]float64, features)
	random := rand.New(rand.NewSource(1))
	for range epochs {
		random.Shuffle(len(examples), func(i, j int) { examples[i], examples[j] = examples[j], examples[i] })
		for _, e := range examples {
			sum := 0.0
			for _, id := range e.features {
				sum += weights[id]
			}
			wrong := 1 / (1 + math.Exp(-sum))
			if e.gold {
				wrong--
			}
			for _, id := range e.features {
				gradient := wrong + decay*weights[id]
				squares[id] += gradient * gradient
				weights[id] -= rate * gradient / (1e-6 + math.Sqrt(squares[id]))
			}
		}
	}
	return weights
}

// writeWeights writes a line for each feature whose weight matters.
func writeWeights(path string, weights map[string]float64) error {
	var file strings.Builder
	for _, name := range slices.Sorted(maps.Keys(weights)) {
		if math.Abs(weights[name]) >= leastWeight {
			fmt.Fprintf(&file, "%s\t%.3f\n", name, weights[name])
		}
	}
	return os.WriteFile(path, []byte(file.String()), 0o644)
}
