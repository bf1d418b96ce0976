// Attributions learns the weights with which package quote tells attributions from
// other sentences, and writes them in place of the embedded ones:
//
//	go run ./bench/attributions [-out loader/quote/weights.tsv] dev.jsonl
//
// The input is the development set of PolNeAR (Newell, Margolin, Ruths 2018) as JSON
// lines: id, text and attributions, each with source, cue and content as lists of start
// and end in code points. Before it writes, the program prints precision, recall and F1
// of each half of the articles with the weights learned from the other half: the figures
// to expect of other articles. The same input always gives the same weights.
package main

import (
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"os"

	"dateline/bench/command"
	"dateline/bench/training"
	"dateline/loader/grammar"
	"dateline/loader/language"
	"dateline/loader/quote"
)

func main() {
	command.Run(func(context.Context) error { return run(os.Args[1:]) })
}

func run(arguments []string) error {
	flags := flag.NewFlagSet("attributions", flag.ContinueOnError)
	out := flags.String("out", "loader/quote/weights.tsv", "file that the weights are written to")
	if err := flags.Parse(arguments); err != nil {
		return err
	}
	if flags.NArg() != 1 {
		return errors.New("want one argument: a file of JSON lines with attributed quotations")
	}
	articles, err := readArticles(flags.Arg(0))
	if err != nil {
		return err
	}
	crossValidate(articles)
	if err := os.WriteFile(*out, []byte(learn(articles).Format(leastWeight)), 0o644); err != nil {
		return fmt.Errorf("write weights: %w", err)
	}
	return nil
}

// article is an article of PolNeAR with its attributions, its parse and all that the
// parse allows to be one.
type article struct {
	ID           string
	Text         string
	Attributions []struct{ Source, Cue, Content []codePoints }
	marks        *quote.Marks
	candidates   []quote.Candidate
}

type codePoints struct{ Start, End int }

func readArticles(path string) ([]*article, error) {
	pipeline, err := language.New()
	if err != nil {
		return nil, err
	}
	var articles []*article
	err = training.EachLine(path, func(line []byte) error {
		a := &article{}
		if err := json.Unmarshal(line, a); err != nil {
			return err
		}
		a.marks = quote.Find(grammar.New(pipeline.ParseParagraphs(a.Text)))
		a.candidates = quote.Candidates(a.marks)
		articles = append(articles, a)
		return nil
	})
	return articles, err
}

// crossValidate prints how well the weights of each half do on the other one.
func crossValidate(articles []*article) {
	var halves [2][]*article
	for _, a := range articles {
		half := training.Fold(a.ID, len(halves))
		halves[half] = append(halves[half], a)
	}
	for half := range halves {
		precision, recall := score(halves[half], learn(halves[1-half]))
		fmt.Printf("half %d by the other: precision %.3f, recall %.3f, F1 %.3f\n",
			half, precision, recall, 2*precision*recall/(precision+recall))
	}
}
