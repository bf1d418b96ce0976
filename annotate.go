package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"

	"dateline/loader"
	"dateline/loader/annotate"
	"dateline/loader/read"
)

type annotateCommand struct {
	Layer    string   `arg:"" help:"What to predict; see above." placeholder:"LAYER"`
	Articles []string `arg:"" help:"JSON lines files, or - for standard input." placeholder:"FILE"`
	lexiconFlag
}

func (annotateCommand) Help() string {
	var help strings.Builder
	help.WriteString("Prints one JSON object for each line of the input, in the same order: the record's id and the prediction.\n\nLayers:\n")
	for _, layer := range annotate.Layers() {
		fmt.Fprintf(&help, "  %-10s %s\n", layer.Name, layer.Help)
	}
	help.WriteString(`
A record has an id, title, publisher, published or dct (the day that relative dates are counted from), url, and one of text, html and html_file (a path relative to the input file; .gz is unpacked). For matches it has name1, name2 and schema. No other field is read, so gold annotations cannot influence a prediction. Offsets count the code points of the record's own text.

Example:
  dateline annotate contacts articles.jsonl > predicted.jsonl`)
	return help.String()
}

func (c *annotateCommand) Run(ctx context.Context, app *App) error {
	layer, known := annotate.Find(c.Layer)
	if !known {
		return fmt.Errorf("%w: there is no layer %q; the layers are %s", errUsage, c.Layer, layerNames())
	}
	if err := c.use(); err != nil {
		return err
	}
	extractor, err := loader.NewExtractor()
	if err != nil {
		return err
	}
	encoder := json.NewEncoder(app.Stdout)
	encoder.SetEscapeHTML(false)
	failed := false
	fail := func(source string, err error) {
		failed = true
		fmt.Fprintf(app.Stderr, "failed     %s: %s\n", source, reason(err))
	}
	for _, name := range c.Articles {
		in, closeInput, err := annotateInput(name, app)
		if err != nil {
			fail(name, err)
			continue
		}
		err = annotate.Run(ctx, extractor, layer, in, runtime.GOMAXPROCS(0), func(p annotate.Prediction) error {
			if p.Err != nil {
				fail(p.Source, p.Err)
				return nil
			}
			if err := encoder.Encode(p.Line); err != nil {
				return fmt.Errorf("print the prediction for %s: %w", p.Source, err)
			}
			return nil
		})
		closeInput()
		if err != nil {
			return err
		}
	}
	if failed {
		return errFailed
	}
	return nil
}

func layerNames() string {
	var names []string
	for _, layer := range annotate.Layers() {
		names = append(names, layer.Name)
	}
	return strings.Join(names, ", ")
}

// annotateInput opens one of the files to annotate.
func annotateInput(name string, app *App) (annotate.Input, func(), error) {
	if name == "-" {
		return annotate.Input{Name: "stdin", Folder: ".", Lines: app.Stdin}, func() {}, nil
	}
	file, err := os.Open(name)
	if err != nil {
		failed := &read.Error{Reason: read.Unreadable, Source: name, Message: "cannot be opened", Err: err}
		if errors.Is(err, fs.ErrNotExist) {
			failed.Reason, failed.Message = read.NotFound, "there is no such file"
			if strings.Contains(name, "://") {
				failed.Message = "is a URL, and only files are read: save it, or pipe it and name the file -"
			}
		}
		return annotate.Input{}, nil, failed
	}
	return annotate.Input{Name: filepath.ToSlash(name), Folder: filepath.Dir(name), Lines: file}, func() { _ = file.Close() }, nil
}
