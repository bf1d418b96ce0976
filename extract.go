package main

import (
	"context"
	"encoding/json"
	"fmt"

	"dateline/loader"
	"dateline/loader/read"
)

type extractCommand struct {
	readFlags
	lexiconFlag
}

func (extractCommand) Help() string {
	return `Each line is a JSON object with one key: the article, then its members (the people, organizations and places that it mentions), then its reports. Offsets count code points.

Examples:
  dateline extract article.txt | jq 'select(.report) | .report.quote'
  dateline extract article.txt --lexicon lists`
}

func (c *extractCommand) Run(ctx context.Context, app *App) error {
	if err := c.use(); err != nil {
		return err
	}
	extractor, err := loader.NewExtractor()
	if err != nil {
		return err
	}
	encoder := json.NewEncoder(app.Stdout)
	encoder.SetEscapeHTML(false)
	options, err := c.options(app.Stdin)
	if err != nil {
		return err
	}
	failed := false
	for item := range read.Sources(ctx, c.Articles, options) {
		if ctx.Err() != nil {
			return ctx.Err()
		}
		err := item.Err
		if err == nil {
			err = extractOne(encoder, extractor, item)
		}
		if err != nil {
			failed = true
			fmt.Fprintf(app.Stderr, "failed     %s: %s\n", item.Source, reason(err))
		}
	}
	if failed {
		return errFailed
	}
	return nil
}

func extractOne(encoder *json.Encoder, extractor *loader.Extractor, item read.Item) error {
	batch, err := extractor.Extract(item)
	if err != nil {
		return err
	}
	lines := []any{map[string]any{"article": batch.Article}}
	for i := range batch.Members {
		lines = append(lines, map[string]any{"member": batch.Members[i]})
	}
	for i := range batch.Reports {
		lines = append(lines, map[string]any{"report": batch.Reports[i]})
	}
	for _, line := range lines {
		if err := encoder.Encode(line); err != nil {
			return fmt.Errorf("print what %s says: %w", item.Source, err)
		}
	}
	return nil
}
