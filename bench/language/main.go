//go:build unix

// Command language is the Go side of bench/language.sh and bench/parity.sh: it
// parses the texts of a file of JSON lines and prints tokens per second of CPU
// for each pass, or, with -answers, all that it says of each text.
package main

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"syscall"
	"time"

	"dateline/bench/command"
	"dateline/loader/language"
)

const passes = 3

func main() {
	command.Run(func(context.Context) error { return run(os.Args[1:]) })
}

func run(arguments []string) error {
	flags := flag.NewFlagSet("language", flag.ContinueOnError)
	answers := flags.Bool("answers", false, "print the answers rather than the speed")
	if err := flags.Parse(arguments); err != nil {
		return err
	}
	if flags.NArg() != 1 {
		return errors.New("want one argument: a file of JSON lines with a text each")
	}
	texts, err := readTexts(flags.Arg(0))
	if err != nil {
		return err
	}
	pipeline, err := language.New()
	if err != nil {
		return err
	}
	if *answers {
		return printAnswers(pipeline, texts)
	}
	printSpeed(pipeline, texts)
	return nil
}

// printAnswers prints a line for each text: its tokens, each a list of their
// fields, and its entities.
func printAnswers(pipeline *language.Pipeline, texts []string) error {
	out := bufio.NewWriter(os.Stdout)
	encoder := json.NewEncoder(out)
	encoder.SetEscapeHTML(false)
	for _, text := range texts {
		document := pipeline.Parse(text)
		tokens, entities := [][]any{}, [][]any{}
		for i, t := range document.Tokens {
			starts := document.SentenceOf(i).Start == i
			tokens = append(tokens, []any{t.Text, t.Norm, t.Lemma, t.Tag, t.POS, t.Morph, t.Dep, t.Head, t.Start, t.Space, starts})
		}
		for _, e := range document.Entities {
			entities = append(entities, []any{e.Start, e.End, e.Label})
		}
		if err := encoder.Encode(map[string]any{"tokens": tokens, "entities": entities}); err != nil {
			return err
		}
	}
	return out.Flush()
}

func printSpeed(pipeline *language.Pipeline, texts []string) {
	for pass := range passes {
		cpu, wall, tokens := cpuTime(), time.Now(), 0
		for _, text := range texts {
			tokens += len(pipeline.Parse(text).Tokens)
		}
		perCPU := float64(tokens) / (cpuTime() - cpu).Seconds()
		fmt.Printf("Go pass %d: %d tokens, %.0f per CPU-second, %.0f per second\n",
			pass+1, tokens, perCPU, float64(tokens)/time.Since(wall).Seconds())
	}
}

func readTexts(path string) ([]string, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	var texts []string
	decoder := json.NewDecoder(bufio.NewReader(file))
	for {
		var line struct{ Text string }
		if err := decoder.Decode(&line); errors.Is(err, io.EOF) {
			return texts, nil
		} else if err != nil {
			return nil, fmt.Errorf("text %d of %s: %w", len(texts)+1, path, err)
		}
		texts = append(texts, line.Text)
	}
}

// cpuTime is the time that all threads of the process have run.
func cpuTime() time.Duration {
	var usage syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &usage); err != nil {
		return 0
	}
	return time.Duration(usage.Utime.Nano() + usage.Stime.Nano())
}
