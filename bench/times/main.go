// Times learns the weights with which package dating chooses the time of a contact, and
// writes them in place of the embedded ones:
//
//	go run ./bench/times [-out loader/what/dating/weights.tsv] dev.jsonl news-dev.jsonl
//
// The input is articles of ContactBench with their contacts. The program finds the
// contacts of each article, matches them to the article's own, and learns from the times of
// those. Before it writes, it prints how many contacts without a time get the right one
// from weights that were learned on other articles, and how many that have none get one
// nevertheless. The same input always gives the same weights.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"

	"dateline/bench/command"
	"dateline/bench/training"
	"dateline/loader/logistic"
)

// learner says how the weights are learned; leastWeight is the weight from which a feature
// is kept. Both were chosen by cross-validation.
var learner = training.Ridge{LeastSeen: 3, L2: 2}

const leastWeight = 0.05

// folds is into how many parts the articles are divided to tell how good the weights are.
const folds = 5

func main() {
	command.Run(func(context.Context) error { return run(os.Args[1:]) })
}

func run(arguments []string) error {
	flags := flag.NewFlagSet("times", flag.ContinueOnError)
	out := flags.String("out", "loader/what/dating/weights.tsv", "file that the weights are written to")
	flags.Float64Var(&learner.L2, "l2", learner.L2, "penalty")
	flags.IntVar(&learner.LeastSeen, "least", learner.LeastSeen, "least number of times that a feature is seen")
	flags.Float64Var(&untimedWeight, "none", untimedWeight, "weight of contacts that the gold leaves without a time")
	if err := flags.Parse(arguments); err != nil {
		return err
	}
	if flags.NArg() == 0 {
		return errors.New("want files of JSON lines with articles and their contacts")
	}
	var lessons []lesson
	for _, path := range flags.Args() {
		found, err := readLessons(path)
		if err != nil {
			return err
		}
		lessons = append(lessons, found...)
	}
	crossValidate(lessons)
	if err := os.WriteFile(*out, []byte(learn(lessons, nil).Format(leastWeight)), 0o644); err != nil {
		return fmt.Errorf("write weights: %w", err)
	}
	return nil
}

// learn learns from the lessons whose article is not left out.
func learn(lessons []lesson, leftOut func(lesson) bool) logistic.Weights {
	var questions []training.Question
	for _, l := range lessons {
		if leftOut == nil || !leftOut(l) {
			questions = append(questions, l.question)
		}
	}
	return learner.Learn(questions)
}

// crossValidate prints how well the weights of other articles do.
func crossValidate(lessons []lesson) {
	var right, possible, all, invented, untimed, published int
	for fold := range folds {
		isInFold := func(l lesson) bool { return training.Fold(l.articleID, folds) == fold }
		weights := learn(lessons, isInFold)
		for _, l := range lessons {
			if !isInFold(l) || !l.isUndated {
				continue
			}
			features := make([]logistic.Features, len(l.question.Candidates))
			for i, c := range l.question.Candidates {
				features[i] = c.Features
			}
			best, _ := weights.Choose(features)
			if l.isUntimed {
				untimed++
				if best < len(features)-1 {
					invented++
				}
				continue
			}
			all++
			if l.question.Candidates[best].Right {
				right++
			}
			if l.isPossible() {
				possible++
			}
			if l.isPublicationRight {
				published++
			}
		}
	}
	fmt.Printf("lessons: %d\nundated contacts with a time: %d, possible %d, right %d, by the day of publication %d\nwithout a time: %d, dated %d\n",
		len(lessons), all, possible, right, published, untimed, invented)
}
