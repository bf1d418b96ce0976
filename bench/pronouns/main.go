// Pronouns learns the weights with which package reference chooses whom "he" and "she"
// mean, and writes them in place of the embedded ones:
//
//	go run ./bench/pronouns [-out loader/who/reference/weights.tsv] GOLD
//
// GOLD is the folder of annotated corpora; three of them have coreference chains, and only
// their development halves are read: GUM (Zeldes 2017), ECB+ (Cybulska and Vossen 2014) and
// WikiEvents (Li et al. 2021). Before it writes, the program prints how well weights do on
// GUM that were learned without the text's fold. The same corpora always give the same
// weights.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"

	"dateline/bench/command"
	"dateline/bench/training"
	"dateline/loader/language"
	"dateline/loader/logistic"
)

func main() {
	command.Run(func(context.Context) error { return run(os.Args[1:]) })
}

func run(arguments []string) error {
	flags := flag.NewFlagSet("pronouns", flag.ContinueOnError)
	out := flags.String("out", "loader/who/reference/weights.tsv", "file that the weights are written to")
	if err := flags.Parse(arguments); err != nil {
		return err
	}
	if flags.NArg() != 1 {
		return errors.New("want the folder of annotated corpora")
	}
	pipeline, err := language.New()
	if err != nil {
		return err
	}
	tested, err := measured.read(flags.Arg(0), pipeline)
	if err != nil {
		return err
	}
	var rest []*text
	for _, corpus := range others {
		more, err := corpus.read(flags.Arg(0), pipeline)
		if err != nil {
			return err
		}
		rest = append(rest, more...)
	}
	crossValidate(tested, rest)
	_, weights := questionsOf(append(tested, rest...), plain)
	if err := os.WriteFile(*out, []byte(weights.Format(leastWeight)), 0o644); err != nil {
		return fmt.Errorf("write weights: %w", err)
	}
	return nil
}

// How the weights are learned: chosen by precision and recall across folds.
var learner = training.Ridge{LeastSeen: 8, L2: 5}

const (
	leastWeight = 0.01
	// measuredWeight is how often a pronoun of GUM counts: it alone annotates every mention.
	measuredWeight = 3
	folds          = 5
	// rounds is how often the texts are read: the first time with plain weights, then with
	// those learned before, so that the weights are learned on such histories as they make.
	rounds = 2
)

// plain are weights to begin with: the nearest of those who have been subjects.
var plain = logistic.Weights{"rank 0": 1, "rank 1": 0.5, "topic main 1": 1, "last subject main": 1, "nobody": 1, "after": -1}

// questionsOf returns what texts teach, read by weights learned from them in rounds.
func questionsOf(texts []*text, weights logistic.Weights) (questions []training.Question, learned logistic.Weights) {
	for range rounds {
		questions = nil
		for _, t := range texts {
			questions = append(questions, t.questions(weights)...)
		}
		weights = learner.Learn(questions)
	}
	return questions, weights
}

// crossValidate prints how well the weights learned from the others and the other folds
// do on each fold.
func crossValidate(measured, others []*text) {
	questions, weights := questionsOf(others, plain)
	if len(others) == 0 {
		_, weights = questionsOf(measured, plain)
	}
	var sums [len(thresholds)]score
	for fold := range folds {
		train := questions[:len(questions):len(questions)]
		for _, t := range measured {
			if training.Fold(t.ID, folds) != fold {
				train = append(train, t.questions(weights)...)
			}
		}
		learned := learner.Learn(train)
		for _, t := range measured {
			if training.Fold(t.ID, folds) == fold {
				t.measure(learned, &sums)
			}
		}
	}
	for i, s := range sums {
		fmt.Printf("odds from %.2f: precision %.3f, recall %.3f of %d; accuracy of the best %.3f of %d\n",
			thresholds[i], s.precision(), s.recall(), s.asked, s.accuracy(), s.all)
	}
}
