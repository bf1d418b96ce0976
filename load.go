package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"runtime"
	"slices"
	"strings"
	"sync"

	"dateline/loader"
	"dateline/loader/merge"
	"dateline/loader/read"
	"dateline/loader/source"
)

type loadCommand struct {
	storeFlag
	readFlags
	Workers int    `help:"Number of articles to process at once; 0 for one per core." default:"0" placeholder:"N"`
	Journal string `help:"File that remembers what is loaded, so that a load goes on where it ended, and unchanged files are not read again." placeholder:"FILE"`
	Quiet   bool   `help:"Print only errors, notes and the last line." short:"q"`
}

func (loadCommand) Help() string {
	return `Articles are read from files of many formats, feeds, mailboxes and archives; dateline formats lists them. Files of other kinds in a folder are passed over, and counted.

Loading an article again changes nothing; an article that has changed replaces its earlier version. Each article is stored whole or not at all, and is safe on disk once its line is printed.

Examples:
  dateline load articles/ --store sqlite:news.db
  dateline load 'archive/2026-*.jsonl' letter.txt
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
	load := loader.Loader{Store: store, Extractor: extractor, Workers: workers, Now: app.Now}
	progress := &loadProgress{progress: newProgress(app, c.Quiet, "loading", -1)}
	options, err := c.options(app.Stdin)
	if err != nil {
		return err
	}
	options.PassedOver = progress.passOver
	if c.Journal == "" {
		err = load.Load(ctx, read.Sources(ctx, c.Articles, options), progress.add)
	} else {
		err = c.loadOn(ctx, load, options, progress)
	}
	progress.finish(app)
	if err != nil {
		return err
	}
	if progress.failed > 0 {
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

// loadProgress counts and shows what becomes of each article.
type loadProgress struct {
	*progress
	reports, failed int
	unreadLanguages int // articles
	known           int // files that have not changed since they were loaded

	passing sync.Mutex // files are passed over while others are loaded
	passed  map[string]int
}

// passOver counts a file that was passed over by the reason, and shows it.
func (p *loadProgress) passOver(file source.Passed) {
	p.passing.Lock()
	defer p.passing.Unlock()
	if p.passed == nil {
		p.passed = map[string]int{}
	}
	p.passed[file.Why]++
	p.line("passed     %s: %s", file.Name, file.Why)
}

// showPassed tells how many files were passed over for each reason.
func (p *loadProgress) showPassed() {
	for _, why := range slices.Sorted(maps.Keys(p.passed)) {
		p.note("passed over %s: %s", count(p.passed[why], "file"), why)
	}
}

func (p *loadProgress) add(r loader.Result) {
	if r.Err != nil {
		p.failed++
		p.advance(1)
		p.note("failed     %s: %s", r.Source, reason(r.Err))
		return
	}
	p.reports += r.Reports
	if base, _, _ := strings.Cut(r.Language, "-"); base != "en" && base != "" {
		p.unreadLanguages++
	}
	p.progress.add(r.Outcome)
	for _, warning := range r.Warnings {
		p.note("note       %s: %s", r.Source, warning)
	}
	p.line("%-10s %s: %s", outcomeWords[r.Outcome], r.Source, count(r.Reports, "report"))
}

func (p *loadProgress) finish(app *App) {
	seconds := p.progress.finish(app)
	p.showPassed()
	if p.unreadLanguages > 0 {
		p.note("%s in other languages than English: stored, and not read for reports", count(p.unreadLanguages, "article"))
	}
	if p.known > 0 {
		p.note("%s unchanged since the last load, and not read", count(p.known, "file"))
	}
	p.note("%s: %d added, %d replaced, %d unchanged, %d older than what is stored; %s; %d failed; %.1f s",
		count(p.done, "article"), p.outcomes[merge.Added], p.outcomes[merge.Replaced], p.outcomes[merge.Unchanged], p.outcomes[merge.Superseded],
		count(p.reports, "report"), p.failed, seconds)
}

var outcomeWords = map[merge.Outcome]string{
	merge.Added: "added", merge.Replaced: "replaced", merge.Unchanged: "unchanged", merge.Superseded: "older", merge.Removed: "removed",
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
	Register string `help:"Read CSV files and spreadsheets as registers of contacts, as this YAML file says." type:"existingfile" placeholder:"FILE"`
	// Columns is a map, so that each field is named once.
	Columns map[string]string `help:"Columns of CSV files and spreadsheets by the field that they hold: text=Body;published=Day." placeholder:"FIELD=COLUMN"`
}

func (f readFlags) options(stdin io.Reader) (read.Options, error) {
	options := read.Options{MaxBytes: f.MaxBytes, Stdin: stdin, Columns: f.Columns, Web: f.web()}
	if f.Format != "auto" {
		options.Format = f.Format
	}
	if f.Register == "" {
		return options, nil
	}
	mapping, err := os.ReadFile(f.Register)
	if err != nil {
		return options, fmt.Errorf("%w: --register: %w", errUsage, err)
	}
	options.Register, err = read.ParseMapping(f.Register, mapping)
	if err != nil {
		return options, fmt.Errorf("%w: --register: %w", errUsage, err)
	}
	return options, nil
}
