package quote

import (
	_ "embed"
	"sync"

	"dateline/loader/logistic"
)

// weightsFile has the weights by which a candidate's description is scored.
// bench/attributions learns them from PolNeAR (Newell, Margolin, Ruths 2018); they
// contain none of its text.
//
//go:embed weights.tsv
var weightsFile string

// attributionWeights parses the weights once.
var attributionWeights = sync.OnceValue(func() logistic.Weights { return logistic.Parse(weightsFile) })

// leastScore is the score from which a candidate counts as an attribution: odds of one
// to two, where F1 is highest across halves of PolNeAR's development set.
const leastScore = -0.7
