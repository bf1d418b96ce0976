package main

import (
	"dateline/bench/training"
	"dateline/loader/logistic"
)

// learner says how the weights are learned. Its figures were chosen by F1 across halves
// of the development set.
var learner = training.AdaGrad{LeastSeen: 12, Epochs: 5, Rate: 0.1, Decay: 5e-4}

// leastWeight is the weight from which a feature matters.
const leastWeight = 0.02

// learn asks of every candidate of the articles whether gold has it.
func learn(articles []*article) logistic.Weights {
	var questions []training.Question
	for _, a := range articles {
		for i := range a.candidates {
			questions = append(questions, training.YesOrNo(a.candidates[i].Description, a.isGold(&a.candidates[i]), 1))
		}
	}
	return learner.Learn(questions)
}
