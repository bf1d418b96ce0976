//go:build unix

// Command language is the Go side of bench/language.sh: it parses the texts of
// a file of JSON lines and prints tokens per second of CPU for each pass.
package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"syscall"
	"time"

	"dateline/loader/language"
)

const passes = 3

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "language:", err)
		os.Exit(1)
	}
}

func run(arguments []string) error {
	if len(arguments) != 1 {
		return errors.New("want one argument: a file of JSON lines with a text each")
	}
	texts, err := readTexts(arguments[0])
	if err != nil {
		return err
	}
	pipeline, err := language.New()
	if err != nil {
		return err
	}
	for pass := range passes {
		cpu, wall, tokens := cpuTime(), time.Now(), 0
		for _, text := range texts {
			tokens += len(pipeline.Parse(text).Tokens)
		}
		perCPU := float64(tokens) / (cpuTime() - cpu).Seconds()
		fmt.Printf("Go pass %d: %d tokens, %.0f per CPU-second, %.0f per second\n",
			pass+1, tokens, perCPU, float64(tokens)/time.Since(wall).Seconds())
	}
	return nil
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
