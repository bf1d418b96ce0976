package main

import (
	"context"
	"encoding/json"
	"fmt"

	"dateline/graph"
	"dateline/loader"
	"dateline/loader/annotate"
	"dateline/loader/read"
)

type annotateCommand struct {
	Layer    string   `arg:"" help:"What to predict: contacts." placeholder:"LAYER"`
	Articles []string `arg:"" help:"JSON lines files, or - for standard input: id, text, and what else is known (title, publisher, published)." placeholder:"FILE"`
}

func (annotateCommand) Help() string {
	return `Prints one JSON object an article, in the order of the file: its id and the predictions. Fields of the input that hold gold annotations are not read.

Example:
  dateline annotate contacts articles.jsonl > predicted.jsonl`
}

func (c *annotateCommand) Run(ctx context.Context, app *App) error {
	layer, err := annotate.Find(c.Layer)
	if err != nil {
		return fmt.Errorf("%w: %w", errUsage, err)
	}
	extractor, err := loader.NewExtractor()
	if err != nil {
		return err
	}
	encoder := json.NewEncoder(app.Stdout)
	encoder.SetEscapeHTML(false)
	failed := false
	for item := range read.Sources(ctx, c.Articles, read.Options{Stdin: app.Stdin, Format: "jsonl"}) {
		if ctx.Err() != nil {
			return ctx.Err()
		}
		err := item.Err
		var batch *graph.Batch
		if err == nil {
			batch, err = extractor.Extract(item)
		}
		if err != nil {
			failed = true
			fmt.Fprintf(app.Stderr, "failed     %s: %s\n", item.Source, reason(err))
			continue
		}
		if err := encoder.Encode(layer.Line(item, batch)); err != nil {
			return fmt.Errorf("print the predictions for %s: %w", item.Source, err)
		}
	}
	if failed {
		return errFailed
	}
	return nil
}
