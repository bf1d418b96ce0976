package dating

import (
	_ "embed"
	"strings"
	"sync"

	"dateline/graph"
	"dateline/loader/logistic"
)

// weightsFile has the weights by which candidates are scored. bench/times learns them from
// ContactBench; they contain none of its text.
//
//go:embed weights.tsv
var weightsFile string

var weights = sync.OnceValue(func() logistic.Weights { return logistic.Parse(weightsFile) })

// Choose returns the time of an occasion, with the probability that it is right; nil if it
// has most likely none. Its text says where the time comes from.
func (c *Chronicle) Choose(o Occasion) (time *graph.TimeSpan, probability float64) {
	candidates := c.Candidates(o)
	features := make([]logistic.Features, len(candidates))
	for i, candidate := range candidates {
		features[i] = candidate.Features
	}
	best, probabilities := weights().Choose(features)
	time = candidates[best].Time
	for i, candidate := range candidates {
		if same(candidate.Time, time) {
			probability += probabilities[i]
		}
	}
	return noted(candidates[best]), probability
}

// noted returns the time of a candidate with words that say where it comes from.
func noted(c Candidate) *graph.TimeSpan {
	if c.Time == nil {
		return nil
	}
	time := *c.Time
	switch c.origin {
	case fromPublication:
		time.Text = "(day of publication)"
	case fromDayBefore:
		time.Text = "(day before publication)"
	default:
		time.Text = strings.TrimSpace(time.Text + " (from the context)")
	}
	return &time
}

// same reports whether two times are the same days, or both none.
func same(a, b *graph.TimeSpan) bool {
	if a == nil || b == nil {
		return a == b
	}
	return a.EDTF == b.EDTF
}
