package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"runtime"

	"dateline/loader"
	"dateline/loader/merge"
	"dateline/loader/read"
	"dateline/loader/source"
)

type loadCommand struct {
	storeFlag
	readFlags
	Workers int    `help:"Number of articles to process at once; 0 for one per core." default:"0" placeholder:"N"`
	Replace bool   `help:"Let what is loaded replace every other version of an article, also to go back to an earlier one."`
	Journal string `help:"File that remembers what is loaded, so that a load goes on where it ended, and unchanged files are not read again." placeholder:"FILE"`
	Quiet   bool   `help:"Print only errors, notes and the summary." short:"q"`
	JSON    bool   `help:"Print a JSON object a line to standard output, for scripts, in place of text." name:"json"`
}

func (loadCommand) Help() string {
	return `Articles are read from files of many formats, feeds, mailboxes and archives; dateline formats lists them. Files of other kinds in a folder are passed over, and counted.

The last lines tell what was loaded, of what days, what failed and what to do about it. With --json, each article, failure and file that was passed over is an object, and the last one sums up: docs/sources.md has their fields.

Loading an article again changes nothing; an article that has changed at its path or address replaces its earlier version. Of versions from several places the longest is kept; --replace keeps what is loaded now. Each article is stored whole or not at all, and is safe on disk once its line is printed.

Examples:
  dateline load articles/ --store sqlite:news.db
  dateline load 'archive/2026-*.jsonl' letter.txt --journal archive.journal
  dateline load inbox.mbox --json | jq 'select(.event == "failed")'
  curl -s https://example.org/story.html | dateline load - --format html`
}

func (c *loadCommand) Run(ctx context.Context, app *App) error {
	store, err := c.create(ctx)
	if err != nil {
		return err
	}
	defer store.Close()
	extractor, err := loader.NewExtractor()
	if err != nil {
		return err
	}
	workers := c.Workers
	if workers <= 0 {
		workers = runtime.GOMAXPROCS(0)
	}
	load := loader.Loader{Store: store, Extractor: extractor, Workers: workers, Now: app.Now, Rule: merge.ByPlace}
	if c.Replace {
		load.Rule = merge.Now
	}
	options, err := c.options(app.Stdin)
	if err != nil {
		return err
	}
	progress := newLoadProgress(app, c.Quiet, "loading")
	if c.JSON {
		progress = newJSONProgress(app, c.Quiet)
	}
	options.PassedOver = progress.passOver
	options.Meter = progress.meter(ctx, c.Articles, options)
	if c.Journal == "" {
		err = load.Load(ctx, read.Sources(ctx, c.Articles, options), progress.add)
	} else {
		err = c.loadOn(ctx, load, options, progress)
	}
	progress.finish()
	if err != nil {
		return err
	}
	if progress.failures() > 0 {
		return errFailed
	}
	return nil
}

// loadOn loads what the journal does not have yet.
func (c *loadCommand) loadOn(ctx context.Context, load loader.Loader, options read.Options, progress *loadProgress) error {
	state, err := source.OpenState(c.Journal)
	if err != nil {
		return err
	}
	ledger := newLedger(state)
	options.Skip = ledger.skip
	err = load.Load(ctx, ledger.watch(read.Sources(ctx, c.Articles, options)), func(r loader.Result) {
		progress.add(r)
		ledger.done(r)
	})
	progress.known = ledger.known
	return errors.Join(err, ledger.close())
}

// reason says why an article failed, without naming the source.
func reason(err error) string {
	var unread *read.Error
	if !errors.As(err, &unread) {
		return err.Error()
	}
	text := fmt.Sprintf("%s: %s", unread.Reason, unread.Message)
	var path *fs.PathError
	switch {
	case unread.Reason == read.NotFound || unread.Err == nil: // the message says it all
		return text
	case errors.As(unread.Err, &path): // it would name the source again
		return text + ": " + path.Err.Error()
	}
	return text + ": " + unread.Err.Error()
}

// readFlags say which articles to read, and how.
type readFlags struct {
	Articles []string `arg:"" help:"Files, folders, patterns such as news/*.txt, web addresses of pages, feeds and sitemaps, or - for standard input." placeholder:"ARTICLES"`
	Format   string   `help:"Format of standard input, such as html or csv, or auto to recognize it (default ${default})." enum:"${formats}" default:"auto" placeholder:"FORM"`
	MaxBytes int64    `help:"Refuse an article of more than N bytes (default ${default}, which is 10 MiB)." default:"${max_bytes}" placeholder:"N"`
	webFlags
	Register string `help:"Read CSV files and spreadsheets as registers of contacts, as this YAML file says." type:"path" placeholder:"FILE"`
	// Columns is a map, so that each field is named once.
	Columns map[string]string `help:"Columns of CSV files and spreadsheets by the field that they hold: text=Body;published=Day." placeholder:"FIELD=COLUMN"`
}

func (f readFlags) options(stdin io.Reader) (read.Options, error) {
	if f.MaxBytes < 1 {
		return read.Options{}, fmt.Errorf("%w: --max-bytes must be at least 1, not %d", errUsage, f.MaxBytes)
	}
	options := read.Options{MaxBytes: f.MaxBytes, Stdin: stdin, Columns: f.Columns, Web: f.web()}
	if f.Format != "auto" {
		options.Format = f.Format
	}
	if f.Register == "" {
		return options, nil
	}
	mapping, err := readNamed("--register", f.Register)
	if err != nil {
		return options, err
	}
	options.Register, err = read.ParseMapping(f.Register, mapping)
	if err != nil {
		return options, fmt.Errorf("%w: --register: %w", errUsage, err)
	}
	return options, nil
}
