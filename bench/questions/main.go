// Questions measures the questions for which a store reads most: totals, filters that
// match little or nothing, facets, full text of common words, networks, and what is asked
// of a party by name. It fills an SQLite file with a sample graph, or goes on with the one
// that it finds, and prints how much processor time each question takes.
package main

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"runtime"
	"slices"
	"time"

	"github.com/alecthomas/kong"

	"dateline/bench/command"
	"dateline/graph"
	"dateline/graph/graphtest"
	"dateline/graph/sqlite"
)

type options struct {
	Data  string  `help:"Folder for the database." required:"" type:"path"`
	Times float64 `help:"How many times the graph of 200,000 events, 300,000 reports and 100,000 articles." default:"0.2"`
	Seed  int64   `help:"Seed of the graph." default:"1"`
	Runs  int     `help:"How often each question is asked." default:"7"`
	Only  string  `help:"Ask only the questions whose name has this."`
}

func main() {
	var o options
	kong.Parse(&o, kong.Description("Measures the questions for which a store reads most."))
	command.Run(o.run)
}

func (o *options) size() graphtest.Size {
	size, times := graphtest.Large, func(n int) int { return int(float64(n) * o.Times) }
	return graphtest.Size{Articles: times(size.Articles), Reports: times(size.Reports), Events: times(size.Events), Entities: times(size.Entities)}
}

func (o *options) run(ctx context.Context) error {
	file, err := o.fill(ctx)
	if err != nil {
		return err
	}
	store, err := sqlite.Open(ctx, file)
	if err != nil {
		return err
	}
	defer store.Close()
	fmt.Printf("%d events, %d reports, %d articles, %d entities; %d runs\n\n| question | median | slowest | found |\n|---|---|---|---|\n",
		o.size().Events, o.size().Reports, o.size().Articles, o.size().Entities, o.Runs)
	for _, q := range questions(graphtest.PartyNames(o.Seed, o.size(), 1)[0]) {
		if err := o.measure(ctx, store, q); err != nil {
			return fmt.Errorf("%s: %w", q.name, err)
		}
	}
	return nil
}

// fill returns a filled file, which has another name until it is whole.
func (o *options) fill(ctx context.Context) (string, error) {
	file := filepath.Join(o.Data, fmt.Sprintf("questions-%d.db", o.size().Events))
	return file, command.FillOnce(file, func(half string) error {
		store, err := sqlite.Open(ctx, half)
		if err != nil {
			return err
		}
		const perUpdate = 3_000
		return errors.Join(graphtest.Fill(ctx, store, graphtest.Sample(o.Seed, o.size()), perUpdate), store.Close())
	})
}

func (o *options) measure(ctx context.Context, store graph.Reader, q question) error {
	if !q.matches(o.Only) {
		return nil
	}
	var took []time.Duration
	found := 0
	runtime.GC()
	for range o.Runs {
		began := busy()
		n, err := q.ask(ctx, store)
		if err != nil {
			return err
		}
		took, found = append(took, busy()-began), n
	}
	slices.Sort(took)
	ms := func(d time.Duration) string { return fmt.Sprintf("%.1f ms", float64(d)/float64(time.Millisecond)) }
	fmt.Printf("| %s | %s | %s | %d |\n", q.name, ms(took[len(took)/2]), ms(took[len(took)-1]), found)
	return nil
}
